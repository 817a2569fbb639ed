#pragma once

#include "compare/coincidence/atomic_formulas.hpp"

#include <vector>

namespace tarazy {

/// Is every causal statement of `part` made by `whole`, too? Same effect, and each term of `part` is contained in a
/// term of its own or a longer one of `whole` (Baumgartner & Ambuehl 2020). Every model is a submodel of itself.
[[nodiscard]] bool is_submodel(const AtomicFormula& part, const AtomicFormula& whole);

struct RobustModel {
    AtomicFormula model;          ///< con and cov of the first reanalysis that gave it
    std::size_t found = 0;        ///< reanalyses that gave it
    std::size_t submodels = 0;    ///< of the models of the other reanalyses, those that are submodels of it
    std::size_t supermodels = 0;  ///< those of which it is a submodel
    /// (submodels + supermodels) / the largest such sum of any model; 0 when no two models are related
    double score = 0;
};

struct FitRobustness {
    std::vector<RobustModel> models;  ///< the most robust first, then the simpler
    std::size_t reanalyses = 0;
    std::size_t without_model = 0;
    bool complete = true;  ///< false: some search stopped at its limit
};

/// How far the models of one effect agree when the thresholds of con and cov vary (Parkkinen & Baumgartner 2021): the
/// data are analysed anew at every pair of thresholds, and each model is scored by its sub- and supermodels among all
/// models found. A model found again counts as both. The rest of `options` stays. O(pairs x search + models^2)
[[nodiscard]] FitRobustness fit_robustness(const Coincidences& data, Effect effect,
                                           const std::vector<double>& consistencies,
                                           const std::vector<double>& coverages,
                                           const CoincidenceOptions& options = {});

}  // namespace tarazy
