#pragma once

#include "report/report_context.hpp"

namespace tarazy {

// What the first page says of a study's multiverse: how many universes a verdict holds in, and which choice turns it.

/// For the cell of a verdict: "holds in 96 of 128 universes"; nothing where that is not known.
[[nodiscard]] Html multiverse_mark(const ReportContext& context, const JudgedProposition& proposition);

/// For the list of marks above the ledger: which verdicts change under other alternatives, with the choices that turn
/// them by themselves; or that what was computed is not of this study. Items of a list, or nothing.
[[nodiscard]] Html multiverse_items(const ReportContext& context);

}  // namespace tarazy
