#include "simulate/bargain/actors.hpp"

#include "simulate/bargain/invented_actors_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace actors_test {

TEST(BargainActors, MiddlesWeighCapabilityAndAllSalience) {
    BargainActors actors = invented_actors(3, 2, 1);
    actors.capability = {1, 2, 1};
    actors.salience = {0.5, 0.5, 0.25, 0.25, 1, 0};  // weights 1, 1, 1
    actors.position = {0, 10, 30, 20, 90, 60};
    EXPECT_DOUBLE_EQ(weighted_middle(actors, actors.position, 0)->mean, 40);
    EXPECT_EQ(weighted_middle(actors, actors.position, 0)->median, 30);
    EXPECT_DOUBLE_EQ(weighted_middle(actors, actors.position, 1)->mean, 30);
    actors.capability = {2, 2, 1};  // half of the weight at the lowest: the median is there
    EXPECT_EQ(weighted_middle(actors, actors.position, 0)->median, 0);
    actors.salience.assign(6, 0);
    EXPECT_FALSE(weighted_middle(actors, actors.position, 0));
}

TEST(BargainActors, OneIssueAloneKeepsItsNumbers) {
    const BargainActors actors = invented_actors(4, 3, 2), one = with_issue(actors, 1);
    EXPECT_EQ(one.issues, (std::vector<std::string>{"issue2"}));
    EXPECT_EQ(one.position[2], actors.position[actors.place(2, 1)]);
    EXPECT_EQ(one.whole_salience(3), actors.salience[actors.place(3, 1)]);
}

TEST(BargainActors, AgreeWhenAllStandAtOnePlace) {
    BargainActors actors = invented_actors(3, 2, 3);
    EXPECT_FALSE(actors.all_agree());
    actors.position = {10, 50, 10, 50, 10, 50};
    EXPECT_TRUE(actors.all_agree());
}

}  // namespace actors_test
}  // namespace tarazy
