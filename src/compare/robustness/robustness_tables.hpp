#pragma once

#include "compare/robustness/robustness.hpp"
#include "compare/robustness/sweep.hpp"
#include "table/table.hpp"

#include <utility>

namespace tarazy {

/// All that a sweep counted, a row each: `what` is "claim" (of a statement), "points" (what a solution type came to),
/// "model" or "term"; `text` says which; then the points in which it is there and their share of all, whether it is
/// there as coded, and of a term the points (and shares) in which it is a prime implicant and a term of every model.
/// Columns: what, solution, text, points, share, as_coded, prime_implicant, every_model, prime_share, every_share.
/// @param listed  most models, and most terms, of each solution type
[[nodiscard]] Table sweep_rows(const PropertySpace& space, const Sweep& sweep, std::size_t listed);

/// Columns: solution, cut, above, value, up_to.
[[nodiscard]] Table cut_range_rows(const std::vector<std::pair<SolutionKind, std::vector<CutRange>>>& ranges);

/// Columns: case, column, value, turned, changes_models, models_kept, models.
[[nodiscard]] Table cell_effect_rows(const Cases& cases, const std::vector<CellEffect>& effects);

/// One row: RF_cons, RF_cov, RF_SC_minTS, RF_SC_maxTS, RCR_typ, RCR_dev, shaky_cases, possible_cases, RCR_rank.
[[nodiscard]] Table robustness_fit_row(const RobustnessFit& fit);

}  // namespace tarazy
