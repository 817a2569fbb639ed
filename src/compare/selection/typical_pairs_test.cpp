#include "compare/minimisation/theory_evaluation.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace typical_pairs_test {

/// Cases of which most are typical of A*B, many of them alike.
Cases many_cases(std::size_t count) {
    Random random(33, "pairs of typical cases", count);
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}});
    cases.membership.assign(2, {});
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back("case " + std::to_string(i));
        for (auto& column : cases.membership) column.push_back(0.4 + static_cast<double>(random.below(6)) / 10);
        cases.outcome.push_back(0.8 + static_cast<double>(random.below(3)) / 10);
    }
    return cases;
}

TEST(TypicalPairs, TheFirstAreTheFirstOfAll) {
    for (const std::size_t count : {3u, 20u, 120u}) {
        const Cases cases = many_cases(count);
        const Literals term = cases.space.literal(0, 1) | cases.space.literal(1, 1);
        const TypicalPairs all = typical_pairs(cases, term, 0, 1'000'000);
        const std::size_t typical = typical_cases(cases, term, 0).size();
        EXPECT_EQ(all.count, typical * (typical - (typical > 0 ? 1 : 0)) / 2);
        EXPECT_EQ(all.best.size(), all.count);
        for (const std::size_t most : {1u, 7u, 1500u}) {
            const TypicalPairs some = typical_pairs(cases, term, 0, most);
            EXPECT_EQ(some.count, all.count);
            ASSERT_EQ(some.best.size(), std::min<std::size_t>(most, all.count));
            for (std::size_t k = 0; k < some.best.size(); ++k) {
                EXPECT_EQ(some.best[k].first, all.best[k].first) << k;
                EXPECT_EQ(some.best[k].second, all.best[k].second) << k;
            }
        }
    }
}

}  // namespace typical_pairs_test
}  // namespace tarazy
