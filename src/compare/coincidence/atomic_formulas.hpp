#pragma once

#include "compare/coincidence/minimally_sufficient.hpp"

#include <vector>

namespace tarazy {

/// A disjunction of minimally sufficient conditions that is necessary for the effect while no part of it is: a model of
/// one effect (asf).
struct AtomicFormula {
    Effect effect;
    std::vector<Literals> terms;  ///< ascending
    double consistency = 0, coverage = 0;
    std::size_t complexity = 0;  ///< literals
};

struct AtomicFormulas {
    std::vector<AtomicFormula> formulas;  ///< the simplest first, then by coverage
    bool complete =
        true;  ///< false: `most_nodes` was reached or the time was up; what is listed is a formula all the same
};

/// All of them within the limits of the options (Baumgartner & Ambuehl 2020, step 2): con and cov of the disjunction
/// reach their thresholds, and no part that reaches both. What logic alone makes shorter or always true is left out
/// (`A + ~A`, `A + ~A*B`): such a disjunction says nothing of its own about the effect. Exact: a branch is left only
/// when no addition of at most as many terms as remain can reach the coverage. @param conditions  of
/// `minimally_sufficient`
[[nodiscard]] AtomicFormulas atomic_formulas(const Coincidences& data, Effect effect,
                                             const std::vector<SufficientCondition>& conditions,
                                             const CoincidenceOptions& options = {});

/// Could a term or a literal of the disjunction go without a change of what it says, or does it say nothing?
[[nodiscard]] bool redundant_by_logic(const PropertySpace& space, const std::vector<Literals>& terms);

}  // namespace tarazy
