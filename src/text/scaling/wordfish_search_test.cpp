#include "text/scaling/wordfish_search.hpp"

#include "text/scaling/wordfish_fixture_test.hpp"
#include "text/scaling/wordfish_start.hpp"

#include <gtest/gtest.h>

namespace tarazy::wordfish_search_test {
namespace {

TEST(WordfishSearch, EndsAtTheOptimumFromOtherStarts) {
    const auto made = wordfish_fixture::simulated(12, 60, 2);
    const WordfishCounts counts = wordfish_counts(made.matrix);
    const WordfishOptimum optimum = climb_wordfish(counts, *wordfish_start(counts), {}, {}),
                          other = climb_wordfish(counts, made.truth, {.tolerance = 1e-9}, {});
    EXPECT_TRUE(optimum.converged);
    EXPECT_TRUE(other.converged);
    EXPECT_LT(other.point.kkt, 1e-9);
    EXPECT_NEAR(optimum.point.objective, other.point.objective, 1e-6);
    EXPECT_GT(other.point.objective, evaluate_wordfish(counts, made.truth, {}).objective);
}

TEST(WordfishSearch, SaysWhenItHasNotArrived) {
    const auto made = wordfish_fixture::simulated(12, 60, 2);
    const WordfishCounts counts = wordfish_counts(made.matrix);
    const WordfishOptimum cut = climb_wordfish(counts, *wordfish_start(counts), {.iterations = 1}, {});
    EXPECT_FALSE(cut.converged);
    EXPECT_EQ(cut.iterations, 1U);
}

}  // namespace
}  // namespace tarazy::wordfish_search_test
