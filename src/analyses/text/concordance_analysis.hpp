#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `text.concordance`: in which words around them do codes or patterns stand in the state's documents?
///
/// Reads documents (`doc_id,state,year,text`) and perhaps a codebook (`code,entry,language`). Claims:
/// `finds.<code>.<window>`, `in_documents.<code>.<window>`. The lines are a table that is never derived: where shipped
/// tables stand in for the documents, the counts remain and the chapter says that there are no lines.
/// text/codes/code_lines.hpp says what is counted.
[[nodiscard]] Method concordance_method();

}  // namespace tarazy
