#pragma once

#include "analyses/align/shares_rows.hpp"

namespace tarazy {

/// The shares of the state in focus as a plain drawing (SVG) for readers without scripts: a panel a domain, a line a
/// pole, years that must not be compared with the others left out. Nothing where no share is known.
[[nodiscard]] Html shares_still(const ReportContext& context, const std::vector<FrontShare>& shares);

}  // namespace tarazy
