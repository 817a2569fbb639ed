#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `text.codes`: how often documents speak of what, sentence by sentence, and which codes stand together.
///
/// Reads documents (`doc_id,state,year,text`) and a codebook (`code,entry,language`). Claims:
/// `share.<code>.<window>` and `.<year>`, `with.<anchor>-<code>.<window>`, `rank_with.<anchor>-<code>.<window>`,
/// `years_first.<anchor>-<code>.<window>`, `difference.<anchor>-<one>-<other>.<window>`, `denied.<code>.<window>`, of
/// comparison states under `state.UZB.` when tested; `standing_of_share`, `standing_of_with`. Formulas:
/// text/codes/code_shares.hpp.
[[nodiscard]] Method codes_method();

}  // namespace tarazy
