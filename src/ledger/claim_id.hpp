#pragma once

#include "ledger/claim.hpp"

#include <string>

namespace tarazy {

// The only places where the ids of claims are composed, one a kind of method. Nothing reads an id back: who needs a
// part takes it from `Claim::parts`.

/// `<analysis>[.state.<state>][.<domain>].<quantity>[.<about>-<about>][.<time>]`: shares, positions, balances, counts
/// of chronologies, sentences of robustness.
[[nodiscard]] std::string series_claim_id(const std::string& analysis, const ClaimParts& parts);

/// `<analysis>.<about>-<about>.<time>.<quantity>`: similarity of two states.
[[nodiscard]] std::string pair_claim_id(const std::string& analysis, const ClaimParts& parts);

/// `<analysis>[.state.<state>][.<domain>][.<about>.<about>].<quantity>`: numbers of a comparison; the state is a case
/// that the same is asked of as of the one studied.
[[nodiscard]] std::string comparison_claim_id(const std::string& analysis, const ClaimParts& parts);

/// `<analysis>.<quantity>[.<about>.<about>]`: numbers of a causal graph, and of one event's way to another.
[[nodiscard]] std::string path_claim_id(const std::string& analysis, const ClaimParts& parts);

}  // namespace tarazy
