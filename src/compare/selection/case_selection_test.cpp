#include "compare/selection/case_selection.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace case_selection_test {

/// ЖАДЫ (memory) and ҚЫСЫМ (pressure): memory alone separates the first two from the last two.
Cases small() {
    Table table;
    table.add("case", Column(std::vector<std::string>{"Қазақстан", "Украина", "Үндістан", "Пәкістан"}));
    table.add("ЖАДЫ", Column(std::vector<double>{1, 0.67, 0.33, 0}));
    table.add("ҚЫСЫМ", Column(std::vector<double>{0, 1, 1, 0.9}));
    table.add("ОДАҚ", Column(std::vector<double>{1, 0, 0, 0.5}));
    table.add("Y", Column(std::vector<double>{1, 0.9, 0.1, 0}));
    return read_cases(table, {"Y", {"ЖАДЫ", "ҚЫСЫМ", "ОДАҚ"}});
}

TEST(CaseSelection, MostSimilarPairsDifferInTheFewestConditions) {
    const PairSelection found = select_pairs(small());
    EXPECT_EQ(found.least_different, 1u);
    ASSERT_EQ(found.msdo.size(), 1u);
    EXPECT_EQ(found.msdo[0].first, 1u);   // Украина
    EXPECT_EQ(found.msdo[0].second, 2u);  // Үндістан
    EXPECT_EQ(found.msdo[0].conditions, std::vector<std::size_t>{0});
    EXPECT_EQ(select_pairs(small(), 1).msdo.size(), 2u);  // Пәкістан at one half on ОДАҚ differs there too
}

TEST(CaseSelection, MostDifferentPairsHaveTheSameOutcome) {
    const PairSelection found = select_pairs(small());
    ASSERT_EQ(found.mdso_positive.size(), 1u);
    EXPECT_EQ(found.most_different_positive, 2u);
    EXPECT_EQ(found.most_different_negative, 1u);
}

TEST(CaseSelection, GroupsOfConditionsCountOnceEach) {
    // Украина and Үндістан differ in ЖАДЫ only: least in the group of the two others, not in its own, where nobody
    // with another outcome is any nearer. All pairs of different outcome differ in ЖАДЫ.
    const PairSelection found = select_pairs(small(), 0, {{0}, {1, 2}});
    EXPECT_EQ(found.least_different, 2u);
    ASSERT_EQ(found.msdo.size(), 1u);
    EXPECT_EQ(found.msdo[0].first, 1u);
    EXPECT_EQ(found.msdo[0].extreme_groups, 2u);
    EXPECT_EQ(select_pairs(small(), 1, {{0}, {1, 2}}).msdo.size(), 4u);
}

TEST(CaseSelection, NoPairsWithoutBothOutcomes) {
    Cases cases = small();
    cases.outcome = {1, 1, 1, 0.5};
    const PairSelection found = select_pairs(cases);
    EXPECT_TRUE(found.msdo.empty());
    EXPECT_TRUE(found.mdso_negative.empty());
    EXPECT_EQ(found.mdso_positive.front().different, found.most_different_positive);
}

TEST(MillMethods, AgreementDifferenceAndBothTogether) {
    const Cases cases = small();
    const MillFindings found = mill_methods(cases);
    EXPECT_EQ(found.agreement, std::vector<Literals>{cases.space.literal(0, 1)});
    EXPECT_EQ(found.joint, found.agreement);
    ASSERT_EQ(found.difference.size(), 1u);
    EXPECT_EQ(found.difference[0].conditions, std::vector<std::size_t>{0});
}

TEST(MillMethods, NothingIsSharedWhereNothingIsShared) {
    Cases cases = small();
    cases.membership[0] = {1, 0, 1, 0};
    const MillFindings found = mill_methods(cases);
    EXPECT_TRUE(found.agreement.empty());
    EXPECT_TRUE(found.joint.empty());
}

TEST(CaseSelection, EndsWhenItIsAskedTo) {
    expect_stoppable([](const Work& work) { (void)select_pairs(small(), 0, {}, work); });
    expect_stoppable([](const Work& work) { (void)mill_methods(small(), work); });
}

}  // namespace case_selection_test
}  // namespace tarazy
