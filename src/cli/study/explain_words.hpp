#pragma once

#include "cli/study/explain_rows.hpp"
#include "ledger/claim.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What is behind a claim in another language than English, as far as the report has words for it: of whom it speaks,
/// its unit, why it has no interval, and what its rows are. Names of states, poles and codes are those of the study.
/// Formulas, sources and what stands in files stay as they are.
/// @param folder  of the results, in which results/study.json tells the names; without it codes stay
void say_in(const std::string& language, const std::string& folder, Claim& claim, std::vector<ExplainedRows>& rows);

/// Of the claims those that the tests of a proposition look at; none when there is no such proposition.
[[nodiscard]] std::vector<Claim> claims_of_proposition(const std::string& folder, const std::vector<Claim>& claims,
                                                       const std::string& id);

/// What the quantity measures; its name where no message says it (a claim of a method that this program lacks).
[[nodiscard]] std::string measures_in(const std::string& language, const Claim& claim);

}  // namespace tarazy
