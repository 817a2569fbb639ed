#include "network/functions/knockout_tables.hpp"

#include "network/functions/functions_example_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace knockout_tables_test {

using namespace functions_example;

CarriedFunctions worked() {
    CarriedFunctions carried;
    carried.states = {"CHN", "KAZ", "RUS"};
    carried.institutions = {"A", "B"};
    carried.functions = {"defence", "talk"};
    carried.members = bits_of({"01", "11", "11"});
    carried.unknown = bits_of({"10", "00", "00"});
    carried.carriers = bits_of({"10", "11"});
    carried.weights = {1, 1, 0, 1};
    return carried;
}

TEST(KnockoutTables, BeginWithTheNetworkAsItIs) {
    const CarriedFunctions carried = worked();
    const Blocs blocs{{"CHN", "RUS"}, {0, Blocs::none, 1}};
    KnockoutQuestion question;
    question.states = {1};
    question.pairs = true;
    question.blocs = &blocs;
    const auto effects = knock_out(carried, question);
    const Table sets = removals_table(carried, question, effects);
    ASSERT_EQ(sets.rows(), 4u);
    EXPECT_TRUE(sets["removed"].missing(0));
    EXPECT_EQ(sets["removed"].display(3), "A; B");
    EXPECT_EQ(sets["lost"].integer(1), 2) << "defence of KAZ and RUS";
    EXPECT_EQ(sets["lost_upper"].integer(1), 3) << "and of CHN, if it is a member";
    EXPECT_EQ(sets["lost_functions"].list(1), (std::vector<std::string>{"KAZ: defence"}));
    EXPECT_EQ(sets["synergy"].integer(3), 2) << "talk of KAZ and RUS";
    EXPECT_EQ(sets["synergy_upper"].integer(3), 3);
    EXPECT_EQ(sets["components_change"].integer(3), 2);
    EXPECT_EQ(sets["bridges_lost"].real(2), 1.0) << "B joins CHN and RUS, KAZ alone bridges them";
    const Table states = removals_by_state_table(carried, question, effects);
    ASSERT_EQ(states.rows(), 4u);
    EXPECT_EQ(states["state"].text(1), "KAZ");
    EXPECT_EQ(states["lost_functions"].list(1), (std::vector<std::string>{"defence"}));
    EXPECT_DOUBLE_EQ(*states["share_RUS"].real(0), 2.0 / 3);
    EXPECT_DOUBLE_EQ(*states["share_RUS_change"].real(1), 0.5 - 2.0 / 3);
    EXPECT_DOUBLE_EQ(*states["difference_CHN_RUS"].real(1), 0);
    EXPECT_DOUBLE_EQ(*states["bridges_change"].real(2), -1);
    EXPECT_TRUE(states["entropy"].missing(3)) << "nothing is shared any more";
    question.blocs = nullptr;
    EXPECT_FALSE(removals_table(carried, question, knock_out(carried, question)).find("bridges_lost"));
}

}  // namespace knockout_tables_test
}  // namespace tarazy
