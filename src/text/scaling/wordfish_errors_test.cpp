#include "text/scaling/wordfish_errors.hpp"

#include "text/scaling/wordfish_fixture_test.hpp"
#include "text/scaling/wordfish_search.hpp"
#include "text/scaling/wordfish_start.hpp"

#include <gtest/gtest.h>
#include <Eigen/Dense>

namespace tarazy::wordfish_errors_test {
namespace {

/// The same from the whole matrix of second derivatives, column by column, and its inverse on the plane of the
/// constraints.
Eigen::VectorXd naive_errors(const WordfishCounts& counts, const WordfishPoint& point) {
    const auto n = static_cast<Eigen::Index>(counts.documents), w = static_cast<Eigen::Index>(counts.words());
    Eigen::MatrixXd curvature(2 * (n + w), 2 * (n + w));
    for (Eigen::Index column = 0; column < curvature.cols(); ++column) {
        WordfishParameters unit(counts.documents, counts.words());
        double* const at = column < n           ? &unit.alpha[static_cast<std::size_t>(column)]
                           : column < 2 * n     ? &unit.theta[static_cast<std::size_t>(column - n)]
                           : column < 2 * n + w ? &unit.psi[static_cast<std::size_t>(column - 2 * n)]
                                                : &unit.beta[static_cast<std::size_t>(column - 2 * n - w)];
        *at = 1;
        const WordfishParameters product = curvature_times(counts, point, unit, {});
        const auto vector = [](const std::vector<double>& values) {
            return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
        };
        curvature.col(column) << vector(product.alpha), vector(product.theta), vector(product.psi),
            vector(product.beta);
    }
    Eigen::MatrixXd constraints = Eigen::MatrixXd::Zero(curvature.rows(), 3);
    constraints.col(0).head(n).setOnes();
    constraints.col(1).segment(n, n).setOnes();
    for (Eigen::Index i = 0; i < n; ++i) constraints(n + i, 2) = point.at.theta[static_cast<std::size_t>(i)];
    const Eigen::MatrixXd whole = Eigen::HouseholderQR<Eigen::MatrixXd>(constraints).householderQ();
    const Eigen::MatrixXd plane = whole.rightCols(whole.cols() - 3);
    const Eigen::MatrixXd covariance = plane * (plane.transpose() * curvature * plane).inverse() * plane.transpose();
    return covariance.diagonal().cwiseSqrt();
}

TEST(WordfishErrors, AreThoseOfTheWholeMatrix) {
    const auto made = wordfish_fixture::simulated(9, 40, 8);
    const WordfishCounts counts = wordfish_counts(made.matrix);
    const WordfishOptimum optimum = climb_wordfish(counts, *wordfish_start(counts), {.tolerance = 1e-10}, {});
    const WordfishErrors errors = wordfish_errors(counts, optimum.point, {});
    const Eigen::VectorXd expected = naive_errors(counts, optimum.point);
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_NEAR(errors.alpha[i], expected[static_cast<Eigen::Index>(i)], 1e-7);
        EXPECT_NEAR(errors.theta[i], expected[static_cast<Eigen::Index>(9 + i)], 1e-7);
    }
    for (std::size_t j = 0; j < 40; ++j) {
        EXPECT_NEAR(errors.psi[j], expected[static_cast<Eigen::Index>(18 + j)], 1e-6);
        EXPECT_NEAR(errors.beta[j], expected[static_cast<Eigen::Index>(58 + j)], 1e-6);
    }
}

}  // namespace
}  // namespace tarazy::wordfish_errors_test
