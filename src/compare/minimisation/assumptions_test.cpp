#include "compare/minimisation/assumptions.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace assumptions_test {

/// Crisp cases drawn at random, outcome included.
Cases drawn_cases(std::size_t conditions, std::size_t count, std::uint64_t seed) {
    Random random(seed, "cases of the assumptions test", 0);
    Cases cases;
    std::vector<Condition> list;
    for (std::size_t c = 0; c < conditions; ++c) list.push_back({"X" + std::to_string(c + 1), 2, false, false});
    cases.space = PropertySpace(list);
    cases.membership.assign(conditions, std::vector<double>(count));
    cases.outcome_name = "Y";
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back("c" + std::to_string(i + 1));
        for (auto& column : cases.membership) column[i] = static_cast<double>(random.below(2));
        cases.outcome.push_back(i == 0 ? 1 : i == 1 ? 0 : static_cast<double>(random.below(2)));
    }
    return cases;
}

TEST(Assumptions, AreCountedAndListedAsGoingThroughTheRowsFindsThem) {
    // minimise_peer_test.cpp compares the lists with those of QCA.
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Cases cases = drawn_cases(6, 14, seed);
        const TruthTable table = truth_table(cases);
        if (std::ranges::none_of(table.rows, [](const TruthRow& r) { return r.outcome == RowOutcome::positive; }))
            continue;
        MinimiseOptions options;
        options.expectations = {cases.space.literal(0, 1), cases.space.literal(3, 0)};
        const Solution conservative = conservative_solution(cases, table, options);
        const Solution parsimonious = parsimonious_solution(cases, table, options);
        const Remainders remainders(cases.space, table);
        for (const auto& [label, solution] :
             intermediate_solutions(cases, table, conservative, parsimonious, options).pairs) {
            CounterfactualRows wanted;
            for (std::uint64_t n = 1; n <= 64; ++n) {
                if (std::ranges::find(table.rows, n, &TruthRow::number) != table.rows.end()) continue;
                const Literals row = configuration_literals(cases.space, configuration_levels(cases.space, n));
                const auto holds = [&](Literals term) { return term.covers(row); };
                if (std::ranges::none_of(solution.simplest, holds)) continue;
                (std::ranges::any_of(solution.easy, holds) ? wanted.easy : wanted.difficult).push_back(n);
            }
            const CounterfactualRows rows = counterfactual_rows(remainders, solution);
            EXPECT_EQ(rows.easy, wanted.easy);
            EXPECT_EQ(rows.difficult, wanted.difficult);
            EXPECT_EQ(counterfactuals(remainders, solution).easy, wanted.easy.size());
            EXPECT_EQ(counterfactuals(remainders, solution).difficult, wanted.difficult.size());
            EXPECT_EQ(remainders.count(solution.simplest), wanted.easy.size() + wanted.difficult.size());
        }
        for (const auto& model : conservative.models) EXPECT_EQ(remainders.count(model), 0U);
    }
}

TEST(Assumptions, OfAWideSpaceAreCountedWithoutListingThem) {
    const Cases cases = drawn_cases(64, 40, 3);
    const TruthTable table = truth_table(cases);
    MinimiseOptions options;
    options.model_limit = 20;
    options.prime_limit = 20'000;
    const Remainders remainders(cases.space, table);
    EXPECT_FALSE(remainders.listable(Remainders::most_listed));
    EXPECT_EQ(count_text(remainders.count({Literals{}})), "18446744073709551576");  // 2^64 - 40
    const Literals term = cases.space.literal(7, 1);
    const auto inside = std::ranges::count(cases.membership[7], 1.0);
    EXPECT_EQ(remainders.count({term}), (ConfigurationCount{1} << 63) - static_cast<ConfigurationCount>(inside));
}

}  // namespace assumptions_test
}  // namespace tarazy
