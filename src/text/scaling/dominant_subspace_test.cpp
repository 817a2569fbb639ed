#include "text/scaling/dominant_subspace.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>
#include <Eigen/SVD>

namespace tarazy::dominant_subspace_test {
namespace {

/// Counts that fall off, so that singular values differ.
DocumentFeatureMatrix uneven_counts(std::size_t documents, std::size_t features) {
    DocumentFeatureMatrix matrix;
    for (std::size_t j = 0; j < features; ++j) matrix.features.push_back("w" + std::to_string(j));
    for (std::size_t i = 0; i < documents; ++i) {
        matrix.documents.push_back("d" + std::to_string(i));
        for (std::size_t j = 0; j < features; ++j) {
            const std::size_t n = (i * 7 + j * j * 3 + i * j) % 11;
            if (n > 5) continue;
            matrix.feature.push_back(static_cast<std::uint32_t>(j));
            matrix.count.push_back(static_cast<double>(n + 1) / static_cast<double>(1 + j));
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

TEST(DominantSubspace, IsThatOfTheWholeDecomposition) {
    const DocumentFeatureMatrix matrix = uneven_counts(40, 25);
    Eigen::MatrixXd dense = Eigen::MatrixXd::Zero(40, 25);
    for (std::size_t i = 0; i < 40; ++i) {
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell)
            dense(static_cast<Eigen::Index>(i), matrix.feature[cell]) = matrix.count[cell];
    }
    const Eigen::JacobiSVD<Eigen::MatrixXd> whole(dense, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const DominantSubspace space = dominant_subspace(matrix, {.dimensions = 4, .iterations = 15});
    ASSERT_EQ(space.dimensions, 4U);
    for (std::size_t k = 0; k < 4; ++k) {
        const auto column = static_cast<Eigen::Index>(k);
        EXPECT_NEAR(space.singular_values[k], whole.singularValues()[column], 1e-8);
        double product = 0;
        for (std::size_t j = 0; j < 25; ++j)
            product += space.vectors[j * 4 + k] * whole.matrixV()(static_cast<Eigen::Index>(j), column);
        EXPECT_NEAR(std::abs(product), 1, 1e-7);
    }
}

TEST(DominantSubspace, HasNoMoreDimensionsThanTheCounts) {
    EXPECT_EQ(dominant_subspace(uneven_counts(3, 25), {.dimensions = 10}).dimensions, 3U);
    EXPECT_EQ(dominant_subspace(DocumentFeatureMatrix{}, {}).dimensions, 0U);
}

TEST(DominantSubspace, TheSameAtAnyNumberOfThreadsAndStoppable) {
    const DocumentFeatureMatrix matrix = uneven_counts(200, 150);
    EXPECT_EQ(dominant_subspace(matrix, {.dimensions = 20, .threads = 1}).vectors,
              dominant_subspace(matrix, {.dimensions = 20, .threads = 2}).vectors);
    expect_stoppable([&](const Work& work) { (void)dominant_subspace(matrix, {.dimensions = 20, .work = work}); });
}

}  // namespace
}  // namespace tarazy::dominant_subspace_test
