#pragma once

#include "ledger/claim.hpp"

#include <string>

namespace tarazy {

/// `{"domain":"overall","quantity":"mean_share","about":["RUS"],"time":"1992-2012"}`; empty parts are left out.
[[nodiscard]] std::string claim_parts_json(const ClaimParts& parts);

/// @throws std::invalid_argument if the text is no such object
[[nodiscard]] ClaimParts claim_parts_from_json(const std::string& text);

}  // namespace tarazy
