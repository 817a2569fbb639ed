#include "compare/sets/set_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace set_fit_test {

const std::vector<double> x = {0.8, 0.6, 0.2}, y = {1.0, 0.4, 0.3};

TEST(SetFit, SharesAreThoseOfTheFormulas) {
    const SufficiencyFit fit = sufficiency(x, y);
    EXPECT_NEAR(*fit.consistency, 1.4 / 1.6, 1e-12);
    EXPECT_NEAR(*fit.pri, (1.4 - 0.6) / (1.6 - 0.6), 1e-12);
    EXPECT_NEAR(*fit.coverage, 1.4 / 1.7, 1e-12);
    EXPECT_NEAR(*necessity(x, y).relevance, 1.4 / 1.6, 1e-12);
    EXPECT_NEAR(*haesebrouck_consistency(x, y), 1.4 / (1.4 + std::sqrt(0.2 * 0.6)), 1e-12);
}

TEST(SetFit, EmptySetsHaveNoShare) {
    const std::vector<double> none = {0, 0, 0};
    EXPECT_FALSE(sufficiency(none, y).consistency);
    EXPECT_FALSE(sufficiency(x, none).coverage);
    EXPECT_FALSE(necessity(none, y).coverage);
}

TEST(SetFit, UniqueCoverageIsWhatNoOtherSetCovers) {
    const auto unique = unique_coverage({x, {0.5, 0.6, 0.3}}, y);
    EXPECT_NEAR(*unique[0], 0.3 / 1.7, 1e-12);
    EXPECT_NEAR(*unique[1], 0.1 / 1.7, 1e-12);
}

}  // namespace set_fit_test
}  // namespace tarazy
