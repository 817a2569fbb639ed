#pragma once

#include "study/method.hpp"

#include <array>
#include <string>
#include <vector>

namespace tarazy {

// What the parameters of `text.codes` say, and the claims that its tables hold.

[[nodiscard]] std::vector<std::string> code_anchors(const AnalysisPlan& plan);
/// Anchor and the two codes of each pair. @throws InputError for a text that is no list of `anchor: one-other`
[[nodiscard]] std::vector<std::array<std::string, 3>> code_rivals(const AnalysisPlan& plan);

[[nodiscard]] std::string codes_command(const AnalysisPlan& plan);
[[nodiscard]] std::vector<Claim> codes_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> codes_quantities(const AnalysisPlan& plan);

}  // namespace tarazy
