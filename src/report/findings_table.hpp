#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The study's findings, one line a proposition: verdict, statement, what it rests on, how firmly it stands. Lines of a
/// topic stand together, topics in the order in which the study first names them. Nothing where no proposition is
/// stated.
[[nodiscard]] Html findings_table(const ReportContext& context);

/// What the data do not tell: the propositions without a test and those whose verdict is silent, each with the reason.
/// Nothing where all of them are decided.
[[nodiscard]] Html undecided_part(const ReportContext& context);

}  // namespace tarazy
