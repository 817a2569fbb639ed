#pragma once

#include "base/work.hpp"
#include "network/quadratic_assignment/relation_matrices.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

// Quadratic assignment: are two relations between the same nodes related? Cells of a matrix hang together by rows and
// columns, so that ordinary standard errors are wrong; rows and columns are permuted together instead (Hubert 1987;
// Krackhardt 1988, Social Networks 10:359-381). The diagonal is left out. Every permutation has a random stream of its
// own: the same bytes at any number of threads.

struct QapOptions {
    std::size_t draws = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// What is permuted in a regression.
enum class MrqapMethod {
    /// Dekker, Krackhardt & Snijders (2007, Psychometrika 72:563-581): each predictor's residuals on the others, the
    /// "double semi-partialling" that is robust to collinearity.
    double_semi_partialling,
    /// The response (Krackhardt 1988); tests all coefficients at once, and errs where predictors are related.
    response,
};

struct QapTerm {
    std::string term;         ///< "intercept" or the predictor
    double estimate = 0;      ///< correlation or coefficient
    std::optional<double> t;  ///< of a regression: the pivot that is compared
    /// (1 + permutations at least as large, at most as large, at least as large in absolute value) / (draws + 1).
    /// Values that differ by less than 1e-9 of the larger count as equal.
    double p_ge = 1, p_le = 1, p_two = 1;
};

struct QapResult {
    std::vector<QapTerm> terms;
    std::size_t draws = 0, pairs = 0;
    std::optional<double> r_squared;  ///< of a regression
};

/// Product-moment correlation of the response with each predictor over all pairs, against permutations of the
/// response (Krackhardt 1988). O(draws x predictors x pairs)
[[nodiscard]] QapResult qap_correlation(const RelationMatrices& matrices, const QapOptions& options);

/// Least squares of the response on all predictors and an intercept; p-values of the t statistics by permutation.
/// @throws InputError for a predictor that is a linear combination of the others, a response that the predictors
/// explain wholly, too few pairs. O(draws x predictors^2 x pairs)
[[nodiscard]] QapResult mrqap(const RelationMatrices& matrices, MrqapMethod method, const QapOptions& options);

/// `term,estimate,t,p_ge,p_le,p_two,draws`
[[nodiscard]] Table qap_table(const QapResult& result);

}  // namespace tarazy
