#pragma once

#include "analyses/compare/comparison_plan.hpp"
#include "compare/minimisation/all_models.hpp"
#include "compare/minimisation/comparison_tables.hpp"

#include <set>
#include <vector>

namespace tarazy {

// Parts of the result of compare.minimise, which its other readings need as well.

inline const std::set<SolutionKind> every_solution(solution_kinds.begin(), solution_kinds.end());

/// Is every row positive, so that any term suffices and only the conservative solution has a meaning?
[[nodiscard]] bool without_contrast(const ComparisonPlan& plan, const TruthTable& table);

/// The solutions of these kinds that have a meaning; intermediate ones only where there are expectations.
/// @throws InputError when there is nothing to explain or it cannot be (`require_explained`)
[[nodiscard]] std::vector<NamedSolution> named_solutions(const ComparisonPlan& plan, const TruthTable& table,
                                                         const std::set<SolutionKind>& kinds);

/// case,<outcome>,<conditions>
/// @throws InputError for names that would stand in two columns, so that the table could not be read again
[[nodiscard]] Table membership_table(const Cases& cases);

/// expression,inclS,PRI,covS of every condition and its absence.
[[nodiscard]] Table sufficiency_table(const Cases& cases);

}  // namespace tarazy
