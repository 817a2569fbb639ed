#pragma once

#include "ledger/claim.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

/// The claims of an analysis without repeats: {"shared": [...], "claims": [...]}. Most share method, unit, formula,
/// parameters, command, the kind of interval and the probabilities of quantiles with many others; these are written
/// once, and `shared` of a claim is their place in the list. An interval is [lower, upper]; quantiles are values only;
/// inputs are [[keys], rows].
[[nodiscard]] nlohmann::ordered_json claims_json(const std::vector<Claim>& claims);

/// What `claims_json` wrote, in its order. @throws std::exception of the JSON library when it is something else
[[nodiscard]] std::vector<Claim> claims_from_json(const nlohmann::ordered_json& json, const std::string& analysis);

}  // namespace tarazy
