#include "text/counts/dispersion.hpp"

#include "text/counts/random_counts_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::dispersion_test {
namespace {

using testing_counts::count_of;
using testing_counts::random_counts;

// Gries (2008), the small corpus of five parts: shares .18 .2 .2 .2 .22, "a" occurs 1 2 3 4 5 times, DP = .18.
TEST(Dispersion, GriesExample) {
    DocumentFeatureMatrix matrix;
    matrix.documents = {"1", "2", "3", "4", "5"};
    matrix.features = {"a", "rest"};
    const double lengths[] = {9, 10, 10, 10, 11};
    for (int part = 0; part < 5; ++part) {
        matrix.feature.insert(matrix.feature.end(), {0, 1});
        matrix.count.insert(matrix.count.end(), {part + 1.0, lengths[part] - part - 1});
        matrix.row_begin.push_back(matrix.cells());
    }
    const std::vector<std::size_t> all = {0, 1, 2, 3, 4};
    const FeatureDispersion found = feature_dispersion(matrix, all);
    EXPECT_NEAR(found.dp[0], 0.18, 0.005);
    EXPECT_EQ(found.total[0], 15);
    EXPECT_EQ(found.documents[0], 5u);
}

TEST(Dispersion, AsTheDefinitionSays) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const DocumentFeatureMatrix matrix = random_counts(7, 9, seed);
        const std::vector<std::size_t> chosen = {5, 0, 3, 6};
        const FeatureDispersion found = feature_dispersion(matrix, chosen);
        double all = 0;
        for (const std::size_t d : chosen) all += matrix.document_total(d);
        for (std::size_t f = 0; f < 9; ++f) {
            double total = 0, dp = 0;
            for (const std::size_t d : chosen) total += count_of(matrix, d, f);
            for (const std::size_t d : chosen)
                dp += std::abs(count_of(matrix, d, f) / total - matrix.document_total(d) / all) / 2;
            EXPECT_EQ(found.total[f], total);
            if (total > 0) {
                EXPECT_NEAR(found.dp[f], dp, 1e-12);
            } else {
                EXPECT_TRUE(std::isnan(found.dp[f]));
            }
        }
    }
}

}  // namespace
}  // namespace tarazy::dispersion_test
