#include "text/scaling/wordfish_start.hpp"

#include "text/scaling/wordfish_fixture_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::wordfish_start_test {
namespace {

TEST(WordfishStart, PointsAlongTheTruth) {
    const auto made = wordfish_fixture::simulated(20, 80, 5);
    const auto start = wordfish_start(wordfish_counts(made.matrix));
    ASSERT_TRUE(start);
    double product = 0;
    for (std::size_t i = 0; i < 20; ++i) product += start->theta[i] * made.truth.theta[i] / 19;
    EXPECT_GT(std::abs(product), 0.9);
}

TEST(WordfishStart, DocumentsThatAreAlikeHaveNoDimension) {
    DocumentFeatureMatrix matrix;
    matrix.features = {"x", "y"};
    for (const double length : {1.0, 2.0, 5.0}) {
        matrix.documents.push_back("d" + std::to_string(matrix.documents.size()));
        for (const std::uint32_t feature : {0U, 1U}) {
            matrix.feature.push_back(feature);
            matrix.count.push_back(length * (2 + feature));
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    EXPECT_FALSE(wordfish_start(wordfish_counts(matrix)));
}

}  // namespace
}  // namespace tarazy::wordfish_start_test
