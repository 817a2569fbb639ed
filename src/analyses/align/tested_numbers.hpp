#pragma once

#include "study/method.hpp"

namespace tarazy {

/// Whether a declared test reads the number with these parts (`series_claim_id`), or the number of the focus state that
/// it is beside: the same of a comparison state ("state.UZB.mean_share.RUS.1992-2012" beside
/// "mean_share.RUS.1992-2012"), and the standing and the rank among the comparison states. Such numbers are many and
/// of interest where a test asks for them only. O(tested).
[[nodiscard]] bool is_tested(const AnalysisPlan& plan, const ClaimParts& parts);

}  // namespace tarazy
