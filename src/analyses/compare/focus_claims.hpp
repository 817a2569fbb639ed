#pragma once

#include "analyses/compare/comparison_claim_list.hpp"
#include "analyses/compare/model_rows.hpp"

#include <string>
#include <vector>

namespace tarazy {

// What a comparison says of one case: the state studied, or another that the same is asked of.

/// `S.focus_terms`, `S.focus_shared`, `S.focus_alone` of a solution type. @param with_outcome  cases with the outcome
void add_focus_terms(ComparisonClaimList& claims, const std::string& kind, const std::vector<const ModelRows*>& models,
                     const std::string& focus, double with_outcome);

/// `focus_row_cases`: missing for a case that belongs to no row. @param rows  the truth table
void add_focus_row(ComparisonClaimList& claims, const Table& rows, const std::string& focus);

/// `focus_rank.<condition>`: how many of the other cases with the outcome lie below it.
/// @param memberships  case, outcome, conditions
void add_focus_ranks(ComparisonClaimList& claims, const Table& memberships, const std::string& focus);

}  // namespace tarazy
