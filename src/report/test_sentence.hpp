#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// How a test came out, in one sentence that a reader understands who knows no statistics: the number with its interval
/// and what was asked of it. "As expected, closeness: Russia minus China, 1992–2023, came out at −0.038 (−0.048 to
/// −0.028), that is between −0.1 and 0.1 (with a probability of at least 0.95)." Where the place among the comparison
/// states is what is tested, it is named beside the number. A test that failed says what the opposite means, as the
/// study file declares it; one that is undecided says why.
[[nodiscard]] LocalText test_sentence(const ReportContext& context, const JudgedTest& test);

/// Why a test is undecided, as a clause; empty for one that is decided.
[[nodiscard]] LocalText undecided_because(const ReportContext& context, const JudgedTest& test);

}  // namespace tarazy
