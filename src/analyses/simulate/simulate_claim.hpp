#pragma once

#include "study/method.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace tarazy {

/// A claim of these parts, called by the first of its words ("outcome"), without what tells how it was found.
/// @param command  "simulate ensemble"
[[nodiscard]] Claim simulate_claim(const AnalysisPlan& plan, const char* command, ClaimParts parts,
                                   std::optional<double> value);

/// The middle 90 % and the quantiles of a row of a fan (`q05,q10,q50,q90,q95`, and `q25,q75` where it has
/// them). @param of  "runs", "draws"
void put_fan(Claim& claim, const Table& fan, std::size_t row, const std::string& of);

/// Makes the claim that of a share, `met` of `n`, with the interval of Wilson (1927) read at several levels.
/// @param of  what was counted, "runs"; @pre n > 0
void put_share(Claim& claim, double met, double n, const std::string& of);

}  // namespace tarazy
