#pragma once

#include "report/report_context.hpp"

namespace tarazy {

// What must be said beside a verdict and its tests so that neither is taken for more than it is.

/// That the verdict hangs on single entries of the data, which ones, and what it would be; or that no other reading
/// turns it; nothing where none was tried. At most five readings are named, the rest is counted.
[[nodiscard]] Html hangs_part(const ReportContext& context, const JudgedProposition& proposition);

/// Of a conditional proposition whether its premise is met; else nothing.
[[nodiscard]] Html premise_part(const ReportContext& context, const JudgedProposition& proposition);

/// That the test tells nothing, because all comparison states pass it or none does, or why it counts all the same; else
/// nothing.
[[nodiscard]] Html idle_mark(const ReportContext& context, const JudgedTest& test);

/// How many comparison states pass the test, where that is not told already; else nothing.
[[nodiscard]] Html comparison_mark(const ReportContext& context, const JudgedTest& test);

/// The same of all verdicts together, for the first page: which hang on one entry, how many tests tell nothing, how
/// many were written late.
[[nodiscard]] Html marks_of_all(const ReportContext& context);

/// "not_tested": the verdict as ids and classes of the page have it.
[[nodiscard]] std::string verdict_code(Verdict verdict);

/// The shapes tell the verdicts apart without colour: filled, crossed, half, empty, dashed.
[[nodiscard]] Html verdict_shape(Verdict verdict);

/// `context.word` for the verdict: "supported".
[[nodiscard]] LocalText verdict_word(const ReportContext& context, Verdict verdict);

}  // namespace tarazy
