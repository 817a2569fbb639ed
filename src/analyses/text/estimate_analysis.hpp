#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `text.estimate`: the shares of a dictionary, corrected by sentences that people coded.
///
/// Reads coded sentences (the table `sentences` of a `text.codes`) and the sample
/// (`doc_id,sentence,probability,codes,coder`). Claims: `corrected.<code>.<window>`, `machine.<code>.<window>`,
/// `precision.<code>`, `recall.<code>`, `coded`. Formulas: text/codes/corrected_shares.hpp.
[[nodiscard]] Method estimate_method();

}  // namespace tarazy
