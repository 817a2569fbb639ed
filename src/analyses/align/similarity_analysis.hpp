#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `align.similarity`: portfolio similarity of the focus state with the members of the poles and with the comparison
/// states, from votes (one row a session and dyad) or from alliance ties (one row a year and dyad).
///
/// Claims: `<analysis>.KAZ-RUS.<session or year>.<measure>` for the members of the poles and the headline measures.
[[nodiscard]] Method similarity_method();

}  // namespace tarazy
