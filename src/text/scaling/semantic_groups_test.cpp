#include "text/scaling/semantic_groups.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "stats/gamma_draws.hpp"
#include "stats/student.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::semantic_groups_test {
namespace {

SemanticScaling scaled(std::vector<SemanticScaling::Document> documents) {
    SemanticScaling scaling;
    scaling.documents = std::move(documents);
    return scaling;
}

TEST(SemanticGroups, ByHand) {
    const SemanticScaling scaling =
        scaled({{1.0, 0.1, 10}, {-1.0, 0.1, 30}, {2.0, 0.1, 5}, {std::nullopt, std::nullopt, 0}, {0.5, 0.1, 7}});
    const SemanticGroups found = semantic_groups(scaling, {{"1999"}, {"1999"}, {"200"}, {"1999"}, {""}});
    ASSERT_EQ(found.groups.size(), 2U);
    EXPECT_EQ(found.left_out, 2U) << "no words; no year";
    EXPECT_EQ(found.groups[0].at[0], "200") << "by number";
    EXPECT_FALSE(found.groups[0].se) << "one document";
    const SemanticGroup& group = found.groups[1];
    EXPECT_EQ(group.documents, 2U);
    EXPECT_NEAR(group.fit, -0.5, 1e-15);
    // (10 (1 + .5))^2 + (30 (-1 + .5))^2 = 450; times 2, over 40^2.
    EXPECT_NEAR(*group.se, std::sqrt(900.0) / 40, 1e-12);
    EXPECT_NEAR(*group.upper, -0.5 + student_quantile(0.975, 1) * 0.75, 1e-9);
    const Table table = semantic_group_table(found, {"year"});
    EXPECT_EQ(table.names, (std::vector<std::string>{"year", "fit", "se", "lwr", "upr", "documents", "tokens"}));
    EXPECT_EQ(table["year"].integer(0), 200);
    EXPECT_TRUE(table["se"].missing(0));
}

TEST(SemanticGroups, IntervalsCoverTheMeanOfClusteredDocuments) {
    Random random(3, "clustered documents", 0);
    int held = 0;
    constexpr int groups = 1000;
    for (int g = 0; g < groups; ++g) {
        std::vector<SemanticScaling::Document> documents;
        std::vector<std::vector<std::string>> at;
        for (int d = 0; d < 15; ++d) {
            const double tokens = 50 + static_cast<double>(random.below(100));
            documents.push_back({0.3 + 0.5 * normal_draw(random), 0.1, tokens});
            at.push_back({"a"});
        }
        const SemanticGroup group = semantic_groups(scaled(std::move(documents)), at).groups.front();
        held += *group.lower < 0.3 && *group.upper > 0.3 ? 1 : 0;
    }
    EXPECT_GT(held, 930);
    EXPECT_LT(held, 970);
}

TEST(SemanticGroups, NothingLeftIsAFault) {
    EXPECT_THROW((void)semantic_groups(scaled({{1.0, 0.1, 10}}), {{""}}), InputError);
}

}  // namespace
}  // namespace tarazy::semantic_groups_test
