#pragma once

#include "compare/minimisation/all_models.hpp"
#include "compare/minimisation/truth_table.hpp"
#include "compare/sets/covered_configurations.hpp"

#include <optional>
#include <vector>

namespace tarazy {

// What speaks for the outcome and for its absence at once; enhanced standard analysis lets go of it (Schneider &
// Wagemann 2012, ch. 8 and 9; 2013).

/// The same cases with the absence of the outcome explained (of an absence: its presence).
[[nodiscard]] Cases with_outcome_negated(Cases cases);

/// A row that reaches the cut-offs of the outcome and of its absence: a simultaneous subset relation.
struct SimultaneousRow {
    TruthRow row;  ///< as it is coded for the outcome
    std::optional<double> inclusion_negated, pri_negated;
};

struct Contradictions {
    std::vector<SimultaneousRow> simultaneous;
    /// Configurations that some model of the outcome and some model of its absence cover, as terms none of which holds
    /// all literals of another. Of rows with cases only simultaneous ones are among them; the others are remainders
    /// assumed for both.
    std::vector<Literals> assumed_for_both;
    ConfigurationCount n_assumed_for_both = 0;  ///< remainders among them
    AllModels models, models_negated;
};

struct ContradictionOptions {
    TruthTableOptions cuts = {};
    SolutionKind kind = SolutionKind::parsimonious;
    MinimiseOptions minimise = {}, minimise_negated = {};  ///< of the outcome, and of its absence
};

/// Finds both. An outcome without models assumes nothing. Cost: that of all models of the outcome and of its absence.
/// @throws LimitError when not all models are found, or their terms are too many to be compared
[[nodiscard]] Contradictions contradictions(const Cases& cases, const ContradictionOptions& options = {});

}  // namespace tarazy
