#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// What the search for predictor weights works on; donors in one order throughout.
struct NestedProblem {
    std::vector<std::vector<double>> predictors;  ///< [donor][predictor], scaled
    std::vector<double> own_predictors;
    std::vector<std::vector<double>> outcomes;  ///< [donor][judged period]
    std::vector<double> own_outcomes;
};

struct NestedWeights {
    std::vector<double> v;  ///< sums to 1
    double loss = 0;        ///< mean square of the gap over the judged periods
    std::size_t evaluations = 0;
};

/// Weights V of the predictors whose synthetic control meets the judged outcomes best (Abadie & Gardeazabal 2003, app.
/// B; Abadie, Diamond & Hainmueller 2010, sec. 2.3). The inner weights are exact; the outer function has many local
/// minima, so this is a search and no proof: pattern search (Hooke & Jeeves 1961) in log v from equal weights, from
/// weights by regression of the outcomes on the predictors (squared coefficients, summed), from the one-predictor
/// corners, and from random points; the best is kept. The same seed gives the same weights. Ends after `evaluations`
/// inner fits at the latest.
[[nodiscard]] NestedWeights nested_predictor_weights(const NestedProblem& problem, std::size_t evaluations,
                                                     std::uint64_t seed, const Work& work = {});

}  // namespace tarazy
