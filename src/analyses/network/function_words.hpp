#pragma once

#include "report/report_context.hpp"
#include "report/table_html.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// "coverage: verification", with the state before it where it is not the one in focus. Codes of functions and
/// institutions are the user's and stay as they are.
[[nodiscard]] std::optional<LocalText> function_quantity(const ReportContext& context, const ClaimParts& parts);

/// Rows of one state in the last year of a result table, in their order.
[[nodiscard]] std::vector<std::size_t> last_rows_of(const Table& table, const std::string& state);

/// The year of these rows as text; empty without any.
[[nodiscard]] std::string last_year_in(const Table& table);

/// The claim of the focus about one function or institution, in that year.
[[nodiscard]] const Claim* function_claim(const ReportContext& context, const AnalysisResult& analysis,
                                          const char* quantity, const std::string& about, const std::string& year);

/// A column of lists: codes with commas between them.
[[nodiscard]] HtmlColumn codes_column(const ReportContext& context, const Table& table, const std::string& name);

/// Functions in the words of the study, or as their codes where it has none for them.
[[nodiscard]] Html named_functions(const ReportContext& context, const std::vector<std::string>& codes);
/// A column of lists of functions.
[[nodiscard]] HtmlColumn functions_column(const ReportContext& context, const Table& table, const std::string& name);

}  // namespace tarazy
