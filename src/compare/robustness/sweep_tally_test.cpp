#include "compare/robustness/sweep_tally.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sweep_tally_test {

const Literals a = Literals::one(0), b = Literals::one(2), c = Literals::one(4);

TEST(SweepTally, CountsModelsAndTheirTerms) {
    SweepTally tally(100);
    const auto first = tally.enter({{{a, b}, {a, c}}, {a, b, c}});
    const auto second = tally.enter({{{a, b}}, {a, b}});
    tally.add(first, 3);
    tally.add(second, 4);
    SweptSolution solution;
    tally.report(10, solution);
    ASSERT_EQ(solution.models.size(), 2U);
    EXPECT_EQ(solution.models[0].terms, (std::vector<Literals>{a, b}));
    EXPECT_EQ(solution.models[0].points, 7U);
    EXPECT_EQ(solution.models[1].points, 3U);
    ASSERT_EQ(solution.terms.size(), 3U);
    EXPECT_EQ(solution.terms[0].term, a);
    EXPECT_EQ(solution.terms[0].every, 7U);
    EXPECT_EQ(solution.terms[1].term, b);
    EXPECT_EQ(solution.terms[1].some, 7U);
    EXPECT_EQ(solution.terms[1].every, 4U);
    EXPECT_EQ(solution.terms[2].prime, 3U);
    EXPECT_TRUE(solution.all_counted);
}

TEST(SweepTally, SaysWhenItDoesNotTellAllApart) {
    SweepTally tally(1);
    const auto entry = tally.enter({{{a, b}, {a}}, {a, b}});
    tally.add(entry, 2);
    SweptSolution solution;
    tally.report(10, solution);
    EXPECT_FALSE(solution.all_counted);
    ASSERT_EQ(solution.terms.size(), 1U);
    EXPECT_EQ(solution.terms[0].every, 2U);
    ASSERT_EQ(solution.models.size(), 1U);
    EXPECT_EQ(solution.models[0].terms, std::vector<Literals>{a});
}

TEST(SweepTally, ListsTheMostFrequentModelsOnly) {
    SweepTally tally(100);
    tally.add(tally.enter({{{a}}, {a}}), 1);
    tally.add(tally.enter({{{b}}, {b}}), 5);
    SweptSolution solution;
    tally.report(1, solution);
    ASSERT_EQ(solution.models.size(), 1U);
    EXPECT_EQ(solution.models[0].terms, std::vector<Literals>{b});
    EXPECT_EQ(solution.distinct_models, 2U);
}

}  // namespace sweep_tally_test
}  // namespace tarazy
