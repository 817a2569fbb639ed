#pragma once

#include "base/work.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarazy {

/// Counts word after word: of each word, in which documents it stands and how often. Zero cells are not stored.
struct WordfishCounts {
    std::size_t documents = 0;
    std::vector<std::size_t> word_begin = {0};  ///< where the cells of each word begin; one more than words
    std::vector<std::uint32_t> document;        ///< of each cell; increasing within a word
    std::vector<double> count;
    std::vector<double> document_total, word_total;

    [[nodiscard]] std::size_t words() const noexcept { return word_total.size(); }
};

/// The counts of a document-feature matrix by word. O(cells + documents + features)
[[nodiscard]] WordfishCounts wordfish_counts(const DocumentFeatureMatrix& matrix);

/// A point or a direction in the space of the parameters of y_ij ~ Poisson(exp(alpha_i + psi_j + beta_j theta_i))
/// (Slapin & Proksch 2008): alpha and theta of each document, psi and beta of each word.
struct WordfishParameters {
    std::vector<double> alpha, theta, psi, beta;

    WordfishParameters() = default;
    WordfishParameters(std::size_t documents, std::size_t words)
        : alpha(documents), theta(documents), psi(words), beta(words) {}
};

/// The same model in the form that is reported: theta with mean 0 and standard deviation 1 (n - 1), alpha with mean 0.
/// No mean count changes. @pre theta is not the same for all
void identify(WordfishParameters& parameters);

/// The objective at a point and what Newton's method asks there.
struct WordfishPoint {
    WordfishParameters at;
    /// sum y eta - exp(eta) - var(theta) sum beta^2 / (2 s^2): with s the prior's standard deviation of beta. The
    /// variance (n - 1) in the penalty keeps the objective the same when theta is stretched and beta shrunk; at
    /// identified parameters it is the normal prior of beta.
    double objective = 0;
    WordfishParameters gradient;
    double kkt = 0;            ///< largest |derivative| as a share of what it is made of (see `wordfish`)
    std::vector<double> mean;  ///< expected counts, word after word, documents within
    WordfishParameters scale;  ///< second derivatives by one parameter alone, without sign
    std::vector<double> word_cross, document_cross;  ///< those by (psi, beta) of a word, (alpha, theta) of a document
};

struct WordfishModel {
    double prior_variance = 9;  ///< of beta
    unsigned threads = 0;
    Work work;
};

/// O(documents x words) time and memory. Same bytes at any number of threads.
/// @pre parameters are identified
[[nodiscard]] WordfishPoint evaluate_wordfish(const WordfishCounts& counts, WordfishParameters parameters,
                                              const WordfishModel& model);

/// Minus the matrix of second derivatives of the objective, times a direction. O(documents x words)
[[nodiscard]] WordfishParameters curvature_times(const WordfishCounts& counts, const WordfishPoint& point,
                                                 const WordfishParameters& direction, const WordfishModel& model);

/// The direction solved by the 2 x 2 blocks of documents and words alone, which leave out what ties the two.
[[nodiscard]] WordfishParameters block_solution(const WordfishPoint& point, const WordfishParameters& right_side);

}  // namespace tarazy
