#include "text/scaling/wordfish_model.hpp"

#include "text/scaling/wordfish_fixture_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy::wordfish_model_test {
namespace {

/// The objective as it is written, cell by cell, at any parameters.
double naive_objective(const DocumentFeatureMatrix& matrix, const WordfishParameters& at) {
    double sum = 0;
    const std::size_t documents = matrix.documents.size();
    for (std::size_t i = 0; i < documents; ++i) {
        std::vector<double> counts(matrix.features.size());
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell)
            counts[matrix.feature[cell]] = matrix.count[cell];
        for (std::size_t j = 0; j < counts.size(); ++j) {
            const double eta = at.alpha[i] + at.psi[j] + at.beta[j] * at.theta[i];
            sum += counts[j] * eta - std::exp(eta);
        }
    }
    double mean = 0, variance = 0;
    for (const double theta : at.theta) mean += theta / static_cast<double>(documents);
    for (const double theta : at.theta)
        variance += (theta - mean) * (theta - mean) / static_cast<double>(documents - 1);
    for (const double beta : at.beta) sum -= beta * beta * variance / 18;
    return sum;
}

std::vector<double*> all_parameters(WordfishParameters& parameters) {
    std::vector<double*> all;
    for (auto* values : {&parameters.alpha, &parameters.theta, &parameters.psi, &parameters.beta}) {
        for (double& value : *values) all.push_back(&value);
    }
    return all;
}

struct Case {
    DocumentFeatureMatrix matrix;
    WordfishCounts counts;
    WordfishParameters at;
};

Case off_the_optimum() {
    const auto made = wordfish_fixture::simulated(7, 9, 3);
    WordfishParameters at = made.truth;
    for (std::size_t k = 0; k < at.beta.size(); ++k) at.beta[k] += k % 2 == 0 ? 0.2 : -0.3;
    return {made.matrix, wordfish_counts(made.matrix), at};
}

TEST(WordfishModel, ObjectiveAndGradientAreThoseOfTheFormula) {
    const Case one = off_the_optimum();
    const WordfishPoint point = evaluate_wordfish(one.counts, one.at, {});
    EXPECT_NEAR(point.objective, naive_objective(one.matrix, one.at), 1e-9);
    WordfishParameters moving = one.at, gradient = point.gradient;
    const std::vector<double*> parameters = all_parameters(moving), derivatives = all_parameters(gradient);
    for (std::size_t k = 0; k < parameters.size(); ++k) {
        const double kept = *parameters[k], h = 1e-5;
        *parameters[k] = kept + h;
        const double above = naive_objective(one.matrix, moving);
        *parameters[k] = kept - h;
        const double below = naive_objective(one.matrix, moving);
        *parameters[k] = kept;
        EXPECT_NEAR(*derivatives[k], (above - below) / (2 * h), 1e-5) << k;
    }
}

TEST(WordfishModel, CurvatureIsThatOfTheFormula) {
    const Case one = off_the_optimum();
    const WordfishPoint point = evaluate_wordfish(one.counts, one.at, {});
    WordfishParameters direction(7, 9);
    double next = 0.3;
    for (double* value : all_parameters(direction)) *value = next = std::fmod(next * 7.3, 1.0) - 0.4;
    WordfishParameters product = curvature_times(one.counts, point, direction, {});
    const std::vector<double*> products = all_parameters(product);
    // Minus the derivative along the direction of each first derivative, by differences of the formula itself.
    const auto at = [&](double along, std::size_t parameter, double by) {
        WordfishParameters moved = one.at, step = direction;
        const std::vector<double*> values = all_parameters(moved), steps = all_parameters(step);
        for (std::size_t k = 0; k < values.size(); ++k) *values[k] += along * *steps[k];
        *values[parameter] += by;
        return naive_objective(one.matrix, moved);
    };
    constexpr double h = 1e-4;
    for (std::size_t k = 0; k < products.size(); ++k) {
        const double mixed = (at(h, k, h) - at(h, k, -h) - at(-h, k, h) + at(-h, k, -h)) / (4 * h * h);
        EXPECT_NEAR(*products[k], -mixed, 1e-3 * (1 + std::abs(mixed))) << k;
    }
}

TEST(WordfishModel, StretchingThetaChangesNothing) {
    const Case one = off_the_optimum();
    WordfishParameters stretched = one.at;
    for (double& theta : stretched.theta) theta = 5 + 3 * theta;
    for (std::size_t j = 0; j < stretched.beta.size(); ++j) {
        stretched.psi[j] -= 5 * stretched.beta[j] / 3;
        stretched.beta[j] /= 3;
    }
    EXPECT_NEAR(naive_objective(one.matrix, stretched), naive_objective(one.matrix, one.at), 1e-9);
    identify(stretched);
    for (std::size_t i = 0; i < stretched.theta.size(); ++i) EXPECT_NEAR(stretched.theta[i], one.at.theta[i], 1e-12);
    for (std::size_t j = 0; j < stretched.beta.size(); ++j) {
        EXPECT_NEAR(stretched.beta[j], one.at.beta[j], 1e-12);
        EXPECT_NEAR(stretched.psi[j], one.at.psi[j], 1e-12);
    }
}

TEST(WordfishModel, BlocksAreSolved) {
    const Case one = off_the_optimum();
    const WordfishPoint point = evaluate_wordfish(one.counts, one.at, {});
    const WordfishParameters x = block_solution(point, point.gradient);
    EXPECT_NEAR(point.scale.psi[2] * x.psi[2] + point.word_cross[2] * x.beta[2], point.gradient.psi[2], 1e-9);
    EXPECT_NEAR(point.document_cross[3] * x.alpha[3] + point.scale.theta[3] * x.theta[3], point.gradient.theta[3],
                1e-9);
}

}  // namespace
}  // namespace tarazy::wordfish_model_test
