#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/scaling/wordfish_model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct WordfishOptions {
    std::string low = {}, high = {};  ///< ids of two documents: the first gets the lower theta
    double prior_sd = 3;              ///< of beta
    double tolerance = 1e-6;          ///< of the KKT residual
    std::size_t iterations = 500;
    bool errors = true;    ///< standard errors, O(words documents^2 + documents^3) time
    unsigned threads = 0;  ///< 0 = all cores
    Work work = {};
};

/// Standard errors; see wordfish_errors.hpp.
struct WordfishErrors {
    std::vector<double> theta, alpha, psi, beta;
    std::vector<double> theta_conditional;
};

struct WordfishFit {
    std::vector<std::string> documents, words;  ///< those that stayed
    std::vector<std::string> empty_documents, empty_words;
    WordfishParameters parameters;
    /// sum y eta - exp(eta) - sum beta^2 / (2 s^2) - (documents - 1) / 2, the last for the standard normal theta: the
    /// log posterior without constants, in the form in which quanteda.textmodels has it.
    double objective = 0;
    double log_likelihood = 0;  ///< of the counts, with log y! and without priors
    double kkt = 0;
    bool converged = false;
    std::size_t iterations = 0, evaluations = 0;
    /// Pearson's X^2 / (cells - parameters), divided by 1 + the mean of (y - mean) / mean, which keeps a single count
    /// where next to none is expected from deciding it (Fletcher 2012, Biometrika 99: 230-237). Counts scatter
    /// more than Poisson where it is above 1. None without a cell to spare.
    std::optional<double> dispersion;
    std::optional<WordfishErrors> errors;
    std::vector<std::string> notes;
};

/// Positions of documents from the words that they use: y_ij ~ Poisson(exp(alpha_i + psi_j + beta_j theta_i))
/// (Slapin & Proksch 2008), beta ~ N(0, prior_sd^2), theta with mean 0 and standard deviation 1 (n - 1), alpha
/// with mean 0. Starts from the first singular vectors of the log counts free of the means of rows and columns, then
/// Newton's method for all parameters at once, its steps by conjugate gradients on the blocks of documents and words
/// (line search Newton-CG, Nocedal & Wright 2006, Numerical Optimization) with a line search, until no derivative is
/// larger than `tolerance` times the sum that it is made of (the counts of that document or word, weighted as in the
/// derivative). That is the certificate of a stationary point; that no other one is higher is not proved. Documents and
/// words without counts are left out and named.
/// @throws InputError  fewer than three documents or two words with counts, or `low`, `high` not among them
/// @throws LimitError  more than 4e8 cells. Memory 8 bytes a cell, O(documents x words) an iteration
[[nodiscard]] WordfishFit wordfish(const DocumentFeatureMatrix& matrix, const WordfishOptions& options);

/// `doc_id,theta,se,alpha,se_conditional,lwr,upr`: the interval of 95 %.
[[nodiscard]] Table wordfish_document_table(const WordfishFit& fit);
/// `feature,beta,psi,se,psi_se`: `se` is that of beta.
[[nodiscard]] Table wordfish_word_table(const WordfishFit& fit);

}  // namespace tarazy
