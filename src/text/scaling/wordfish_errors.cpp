#include "text/scaling/wordfish_errors.hpp"

#include "base/parallel.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr std::size_t words_at_once = 512;
constexpr std::size_t tile_rows = 128;

/// Of the words [begin, end): the mixed second derivatives by documents (rows: alpha of all, then theta of all) and by
/// (psi, beta) of each word, times the inverse of the transposed Cholesky factor of the word's own block.
MatrixXd mixed_columns(const WordfishCounts& counts, const WordfishPoint& point, std::size_t begin, std::size_t end) {
    const auto documents = static_cast<Index>(counts.documents);
    MatrixXd mixed(2 * documents, static_cast<Index>(2 * (end - begin)));
    const Eigen::Map<const Eigen::ArrayXd> theta(point.at.theta.data(), documents);
    for (std::size_t j = begin; j < end; ++j) {
        const Eigen::Map<const Eigen::ArrayXd> mean(&point.mean[j * counts.documents], documents);
        const double beta = point.at.beta[j];
        const auto first = static_cast<Index>(2 * (j - begin));
        mixed.col(first).head(documents) = mean;
        mixed.col(first).tail(documents) = mean * beta;
        mixed.col(first + 1).head(documents) = mean * theta;
        mixed.col(first + 1).tail(documents) = mean * theta * beta + mean;
        for (std::size_t cell = counts.word_begin[j]; cell < counts.word_begin[j + 1]; ++cell)
            mixed(documents + counts.document[cell], first + 1) -= counts.count[cell];
        const double l11 = std::sqrt(point.scale.psi[j]), l21 = point.word_cross[j] / l11,
                     l22 = std::sqrt(point.scale.beta[j] - l21 * l21);
        mixed.col(first) /= l11;
        mixed.col(first + 1) = (mixed.col(first + 1) - l21 * mixed.col(first)) / l22;
    }
    return mixed;
}

/// The documents' own second derivatives; lower triangle.
MatrixXd document_information(const WordfishCounts& counts, const WordfishPoint& point) {
    const auto documents = static_cast<Index>(counts.documents);
    MatrixXd information = MatrixXd::Zero(2 * documents, 2 * documents);
    for (Index i = 0; i < documents; ++i) {
        const auto row = static_cast<std::size_t>(i);
        information(i, i) = point.scale.alpha[row];
        information(documents + i, documents + i) = point.scale.theta[row];
        information(documents + i, i) = point.document_cross[row];
    }
    return information;
}

/// Minus the words' share, tile by tile of the lower triangle: each tile is the work of one thread.
void eliminate_words(MatrixXd& information, const WordfishCounts& counts, const WordfishPoint& point,
                     const WordfishModel& model) {
    const auto rows = static_cast<std::size_t>(information.rows()), tiles = (rows + tile_rows - 1) / tile_rows;
    WorkStep step(model.work, "standard errors of documents", counts.words());
    for (std::size_t begin = 0; begin < counts.words(); begin += words_at_once) {
        const std::size_t end = std::min(counts.words(), begin + words_at_once);
        const MatrixXd mixed = mixed_columns(counts, point, begin, end);
        parallel_chunks(
            tiles * tiles, 1, model.threads,
            [&](std::size_t tile, std::size_t) {
                const auto down = static_cast<Index>(tile / tiles * tile_rows),
                           right = static_cast<Index>(tile % tiles * tile_rows);
                if (right > down) return;
                const Index height = std::min<Index>(tile_rows, information.rows() - down),
                            width = std::min<Index>(tile_rows, information.rows() - right);
                information.block(down, right, height, width).noalias() -=
                    mixed.middleRows(down, height) * mixed.middleRows(right, width).transpose();
            },
            model.work);
        step.advance(end - begin);
    }
}

/// Directions in which the identified model does not move: mean alpha, mean theta, sum of theta^2.
MatrixXd identifying_directions(const WordfishPoint& point) {
    const auto documents = static_cast<Index>(point.at.theta.size());
    MatrixXd directions = MatrixXd::Zero(2 * documents, 3);
    directions.col(0).head(documents).setOnes();
    directions.col(1).tail(documents).setOnes();
    directions.col(2).tail(documents) = Eigen::Map<const Eigen::VectorXd>(point.at.theta.data(), documents);
    directions.colwise().normalize();
    return directions;
}

std::vector<double> roots(const Eigen::VectorXd& variances) {
    std::vector<double> errors;
    for (const double variance : variances) errors.push_back(std::sqrt(std::max(0.0, variance)));
    return errors;
}

/// Variance of (psi, beta) of each word: its own, and what the documents' errors add to it.
void word_errors(WordfishErrors& errors, const WordfishCounts& counts, const WordfishPoint& point,
                 const Eigen::LLT<MatrixXd>& factor, const MatrixXd& fixed, const WordfishModel& model) {
    errors.psi.assign(counts.words(), 0.0);
    errors.beta.assign(counts.words(), 0.0);
    constexpr std::size_t chunk = 64;
    WorkStep step(model.work, "standard errors of words", counts.words());
    parallel_chunks(
        counts.words(), chunk, model.threads,
        [&](std::size_t begin, std::size_t end) {
            MatrixXd spread = mixed_columns(counts, point, begin, end);
            factor.matrixL().solveInPlace(spread);
            const MatrixXd held = fixed.transpose() * spread;
            for (std::size_t j = begin; j < end; ++j) {
                const auto first = static_cast<Index>(2 * (j - begin));
                const auto product = [&](Index a, Index b) {
                    return spread.col(first + a).dot(spread.col(first + b)) -
                           held.col(first + a).dot(held.col(first + b));
                };
                const double l11 = std::sqrt(point.scale.psi[j]), l21 = point.word_cross[j] / l11,
                             l22 = std::sqrt(point.scale.beta[j] - l21 * l21);
                const double a = 1 + product(0, 0), b = product(0, 1), c = 1 + product(1, 1);
                // L^-T (I + spread) L^-1
                const double slope = -l21 / (l11 * l22);
                errors.beta[j] = std::sqrt(c) / l22;
                errors.psi[j] = std::sqrt(std::max(0.0, a / (l11 * l11) + 2 * b * slope / l11 + c * slope * slope));
            }
        },
        step);
}

std::vector<double> conditional_errors(const WordfishPoint& point, const WordfishModel& model) {
    double squares = 0;
    for (const double beta : point.at.beta) squares += beta * beta;
    const double pull = squares / model.prior_variance / static_cast<double>(point.at.theta.size() - 1);
    std::vector<double> errors;
    for (std::size_t i = 0; i < point.at.theta.size(); ++i) {
        const double level = point.scale.alpha[i], own = point.scale.theta[i] - pull + 1,
                     cross = point.document_cross[i];
        errors.push_back(std::sqrt(level / (level * own - cross * cross)));
    }
    return errors;
}

}  // namespace

WordfishErrors wordfish_errors(const WordfishCounts& counts, const WordfishPoint& optimum, const WordfishModel& model) {
    WordfishErrors errors;
    errors.theta_conditional = conditional_errors(optimum, model);
    if (counts.documents > most_documents_of_joint_errors) return errors;
    MatrixXd information = document_information(counts, optimum);
    eliminate_words(information, counts, optimum, model);
    const MatrixXd directions = identifying_directions(optimum);
    // What the constraints hold fast may have any weight: it is taken out again below.
    const double weight = information.diagonal().cwiseAbs().mean();
    information.triangularView<Eigen::Lower>() += weight * directions * directions.transpose();
    const Eigen::LLT<MatrixXd> factor(information);
    model.work.check();
    if (factor.info() != Eigen::Success) return errors;
    MatrixXd fixed = factor.matrixL().solve(directions);
    fixed = Eigen::HouseholderQR<MatrixXd>(fixed).householderQ() * MatrixXd::Identity(fixed.rows(), 3);
    // Columns of the inverse factor, in blocks, give the diagonal of its product with itself.
    const Index rows = information.rows();
    Eigen::VectorXd variances(rows);
    parallel_chunks(
        static_cast<std::size_t>(rows), 64, model.threads,
        [&](std::size_t begin, std::size_t end) {
            const auto width = static_cast<Index>(end - begin), first = static_cast<Index>(begin);
            MatrixXd columns = MatrixXd::Zero(rows, width);
            columns.block(first, 0, width, width).setIdentity();
            factor.matrixL().solveInPlace(columns);
            const MatrixXd held = fixed.transpose() * columns;
            variances.segment(first, width) =
                (columns.colwise().squaredNorm() - held.colwise().squaredNorm()).transpose();
        },
        model.work);
    const Index documents = rows / 2;
    errors.alpha = roots(variances.head(documents));
    errors.theta = roots(variances.tail(documents));
    word_errors(errors, counts, optimum, factor, fixed, model);
    return errors;
}

}  // namespace tarazy
