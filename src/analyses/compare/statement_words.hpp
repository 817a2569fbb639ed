#pragma once

#include "report/report_context.hpp"

#include <string>

namespace tarazy {

/// A sentence about a solution (compare/minimisation/solution_statement.hpp) as a clause in each language:
/// "parsimonious: term over KAZ contains NORM in every model" is "in every model a term that covers Kazakhstan holds
/// NORM (domestic norm) (parsimonious solution)". Of forms that are rarer the sentence as it is written.
[[nodiscard]] LocalText statement_in_words(const ReportContext& context, const std::string& sentence);

}  // namespace tarazy
