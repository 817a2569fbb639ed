#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `text.keyness`: which words tell the documents of the state from those of the comparison states.
///
/// Reads documents (`doc_id,state,year,text`). Claims: `z.<word>.<window>`, `log_ratio.<word>.<window>`,
/// `rank.<word>.<window>` of the words told on either side and of those asked; `documents.<window>`, `words.<window>`,
/// `documents_compared.<window>`, `words_compared.<window>`. Formulas: text/contrasts/group_keyness.hpp.
[[nodiscard]] Method keyness_method();

}  // namespace tarazy
