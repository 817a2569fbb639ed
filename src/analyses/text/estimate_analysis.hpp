#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `text.estimate`: the shares of a dictionary, corrected by sentences that people coded.
///
/// Reads coded sentences (the table `sentences` of a `text.codes`) and the sample
/// (`doc_id,sentence,probability,codes,coder`). Claims: `corrected.<code>.<window>`, `machine.<code>.<window>`,
/// `precision.<code>`, `recall.<code>`; over the first window `share_in_period.<code>.<period>` and
/// `slope.<code>.<window>`. Formulas: text/codes/corrected_shares.hpp, text/codes/corrected_trend.hpp.
[[nodiscard]] Method estimate_method();

}  // namespace tarazy
