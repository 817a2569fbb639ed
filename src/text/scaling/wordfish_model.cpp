#include "text/scaling/wordfish_model.hpp"

#include "base/parallel.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

using Cells = Eigen::Map<const Eigen::ArrayXd>;
using MutableCells = Eigen::Map<Eigen::ArrayXd>;

Cells cells_of(const std::vector<double>& values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}
MutableCells cells_of(std::vector<double>& values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

/// Words are summed in so many parts, each in order, so that sums over words do not depend on the threads.
constexpr std::size_t parts_of_words = 16;

std::size_t words_of_part(std::size_t words) {
    return std::max<std::size_t>(1, (words + parts_of_words - 1) / parts_of_words);
}

/// Sums by document of one part of the words.
struct DocumentSums {
    Eigen::ArrayXd mean, slope, cross, square, count_slope;
    double objective = 0;
    explicit DocumentSums(std::size_t documents)
        : mean(Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(documents))),
          slope(mean),
          cross(mean),
          square(mean),
          count_slope(mean) {}
    void add(const DocumentSums& other) {
        mean += other.mean;
        slope += other.slope;
        cross += other.cross;
        square += other.square;
        count_slope += other.count_slope;
        objective += other.objective;
    }
};

/// Runs the words part by part, and adds up the parts in order. `word(j, sums)` writes what is the word's own.
template <typename Word>
DocumentSums over_words(std::size_t documents, std::size_t words, const WordfishModel& model, const Word& word) {
    const std::size_t part = words_of_part(words);
    std::vector<DocumentSums> sums((words + part - 1) / part, DocumentSums(documents));
    parallel_chunks(
        words, part, model.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t j = begin; j < end; ++j) word(j, sums[begin / part]);
        },
        model.work);
    DocumentSums all(documents);
    for (const DocumentSums& one : sums) all.add(one);
    return all;
}

double sum_of_squares(const std::vector<double>& values) {
    return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
}

double share_of(double derivative, double made_of) {
    return std::abs(derivative) / std::max(1.0, made_of);
}

/// Largest derivative as a share of the counts it is a sum of.
double kkt_residual(const WordfishCounts& counts, const WordfishPoint& point, const std::vector<double>& theta_counts,
                    const std::vector<double>& beta_counts) {
    double largest = 0;
    for (std::size_t i = 0; i < counts.documents; ++i) {
        largest = std::max({largest, share_of(point.gradient.alpha[i], counts.document_total[i]),
                            share_of(point.gradient.theta[i], theta_counts[i])});
    }
    for (std::size_t j = 0; j < counts.words(); ++j) {
        largest = std::max({largest, share_of(point.gradient.psi[j], counts.word_total[j]),
                            share_of(point.gradient.beta[j], beta_counts[j])});
    }
    return largest;
}

}  // namespace

WordfishCounts wordfish_counts(const DocumentFeatureMatrix& matrix) {
    WordfishCounts counts;
    counts.documents = matrix.documents.size();
    counts.document_total.assign(counts.documents, 0.0);
    counts.word_total = matrix.feature_totals();
    counts.word_begin.assign(matrix.features.size() + 1, 0);
    for (const std::uint32_t feature : matrix.feature) ++counts.word_begin[feature + 1];
    std::partial_sum(counts.word_begin.begin(), counts.word_begin.end(), counts.word_begin.begin());
    counts.document.resize(matrix.cells());
    counts.count.resize(matrix.cells());
    std::vector<std::size_t> next(counts.word_begin.begin(), counts.word_begin.end() - 1);
    for (std::size_t i = 0; i < counts.documents; ++i) {
        counts.document_total[i] = matrix.document_total(i);
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell) {
            const std::size_t place = next[matrix.feature[cell]]++;
            counts.document[place] = static_cast<std::uint32_t>(i);
            counts.count[place] = matrix.count[cell];
        }
    }
    return counts;
}

void identify(WordfishParameters& parameters) {
    const auto alpha = cells_of(parameters.alpha), theta = cells_of(parameters.theta);
    const auto psi = cells_of(parameters.psi), beta = cells_of(parameters.beta);
    const double middle = theta.mean(), level = alpha.mean();
    const double spread = std::sqrt((theta - middle).square().sum() / static_cast<double>(theta.size() - 1));
    auto new_theta = cells_of(parameters.theta), new_alpha = cells_of(parameters.alpha);
    auto new_psi = cells_of(parameters.psi), new_beta = cells_of(parameters.beta);
    new_psi = psi + beta * middle + level;
    new_beta = beta * spread;
    new_theta = (theta - middle) / spread;
    new_alpha = alpha - level;
}

WordfishPoint evaluate_wordfish(const WordfishCounts& counts, WordfishParameters parameters,
                                const WordfishModel& model) {
    const std::size_t documents = counts.documents, words = counts.words();
    WordfishPoint point;
    point.at = std::move(parameters);
    point.gradient = point.scale = WordfishParameters(documents, words);
    point.mean.resize(documents * words);
    point.word_cross.resize(words);
    std::vector<double> beta_counts(words);
    const WordfishParameters& at = point.at;
    const auto alpha = cells_of(at.alpha), theta = cells_of(at.theta);
    const Eigen::ArrayXd theta_square = theta.square();
    const DocumentSums sums = over_words(documents, words, model, [&](std::size_t j, DocumentSums& sum) {
        const double psi = at.psi[j], beta = at.beta[j];
        MutableCells mean(&point.mean[j * documents], static_cast<Eigen::Index>(documents));
        mean = (alpha + theta * beta + psi).exp();
        const double total = mean.sum(), first = (mean * theta).sum();
        double counted = 0;
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell) {
            const std::uint32_t i = counts.document[cell];
            const double y = counts.count[cell];
            counted += y * at.theta[i];
            beta_counts[j] += y * std::abs(at.theta[i]);
            sum.objective += y * (at.alpha[i] + psi + beta * at.theta[i]);
            sum.slope[i] += y * beta;
            sum.count_slope[i] += y * std::abs(beta);
        }
        sum.objective -= total;
        sum.mean += mean;
        sum.cross += beta * mean;
        sum.square += (beta * beta) * mean;
        point.gradient.psi[j] = counts.word_total[j] - total;
        point.gradient.beta[j] = counted - first - beta / model.prior_variance;
        point.scale.psi[j] = total;
        point.scale.beta[j] = (mean * theta_square).sum() + 1 / model.prior_variance;
        point.word_cross[j] = first;
        beta_counts[j] += std::abs(beta) / model.prior_variance;
    });
    // Of the variance in the penalty, at mean 0 and variance 1.
    const double penalty = sum_of_squares(at.beta) / model.prior_variance,
                 pull = penalty / static_cast<double>(documents - 1);
    point.objective = sums.objective - penalty / 2;
    point.document_cross.assign(documents, 0.0);
    std::vector<double> theta_counts(documents);
    for (std::size_t i = 0; i < documents; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        point.gradient.alpha[i] = counts.document_total[i] - sums.mean[row];
        point.gradient.theta[i] = sums.slope[row] - sums.cross[row] - pull * at.theta[i];
        point.scale.alpha[i] = sums.mean[row];
        point.document_cross[i] = sums.cross[row];
        point.scale.theta[i] = sums.square[row] + pull;
        theta_counts[i] = sums.count_slope[row] + pull * std::abs(at.theta[i]);
    }
    point.kkt = kkt_residual(counts, point, theta_counts, beta_counts);
    return point;
}

WordfishParameters curvature_times(const WordfishCounts& counts, const WordfishPoint& point,
                                   const WordfishParameters& direction, const WordfishModel& model) {
    const std::size_t documents = counts.documents, words = counts.words();
    WordfishParameters product(documents, words);
    const WordfishParameters& at = point.at;
    const auto theta = cells_of(at.theta), d_alpha = cells_of(direction.alpha), d_theta = cells_of(direction.theta);
    const DocumentSums sums = over_words(documents, words, model, [&](std::size_t j, DocumentSums& sum) {
        const double beta = at.beta[j], d_psi = direction.psi[j], d_beta = direction.beta[j];
        const Cells mean(&point.mean[j * documents], static_cast<Eigen::Index>(documents));
        const Eigen::ArrayXd change = mean * (d_alpha + d_psi + d_beta * theta + beta * d_theta);
        double beta_part = (change * theta + mean * d_theta).sum();
        sum.mean += change;
        sum.slope += change * beta + mean * d_beta;
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell) {
            const std::uint32_t i = counts.document[cell];
            beta_part -= counts.count[cell] * direction.theta[i];
            sum.slope[i] -= counts.count[cell] * d_beta;
        }
        product.psi[j] = change.sum();
        product.beta[j] = beta_part + d_beta / model.prior_variance;
    });
    // The penalty var(theta) sum beta^2 / 2s^2 at mean 0 and variance 1.
    const double freedom = static_cast<double>(documents - 1);
    const double pull = sum_of_squares(at.beta) / model.prior_variance / freedom;
    const double along_theta = (theta * d_theta).sum(),
                 along_beta = (cells_of(at.beta) * cells_of(direction.beta)).sum();
    const double across = 2 / (model.prior_variance * freedom);
    cells_of(product.alpha) = sums.mean;
    cells_of(product.theta) = sums.slope + pull * (d_theta - d_theta.mean()) + across * along_beta * theta;
    cells_of(product.beta) += across * along_theta * cells_of(at.beta);
    return product;
}

WordfishParameters block_solution(const WordfishPoint& point, const WordfishParameters& right_side) {
    WordfishParameters solution(point.at.alpha.size(), point.at.psi.size());
    const auto solve = [](double a, double b, double cross, double first, double second, double& x, double& y) {
        const double determinant = a * b - cross * cross;
        if (!(determinant > 1e-12 * a * b)) {  // theta or beta do not vary: each alone
            x = a > 0 ? first / a : 0;
            y = b > 0 ? second / b : 0;
            return;
        }
        x = (b * first - cross * second) / determinant;
        y = (a * second - cross * first) / determinant;
    };
    for (std::size_t i = 0; i < solution.alpha.size(); ++i)
        solve(point.scale.alpha[i], point.scale.theta[i], point.document_cross[i], right_side.alpha[i],
              right_side.theta[i], solution.alpha[i], solution.theta[i]);
    for (std::size_t j = 0; j < solution.psi.size(); ++j)
        solve(point.scale.psi[j], point.scale.beta[j], point.word_cross[j], right_side.psi[j], right_side.beta[j],
              solution.psi[j], solution.beta[j]);
    return solution;
}

}  // namespace tarazy
