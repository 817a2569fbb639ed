#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// One row a proposition: verdict in words and shape, the tests with value, interval and what was declared, the methods
/// that agree, disagree or are silent, source and data vintage, and what would change the verdict.
[[nodiscard]] Html proposition_ledger(const ReportContext& context);

/// What a test looks at, in words: "closeness to Russia minus closeness to China, 1992–2012"; the declared text where
/// there is no such number.
[[nodiscard]] LocalText quantity_in_words(const ReportContext& context, const JudgedTest& test);
}  // namespace tarazy
