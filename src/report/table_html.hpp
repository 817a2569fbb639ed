#pragma once

#include "report/report_context.hpp"
#include "table/table.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// One column of a table in the report.
struct HtmlColumn {
    Html head;
    bool number = false;  ///< set to the right, in figures of equal width
    std::function<Html(std::size_t row)> cell;
};

/// A table with a header row; the first cell of a row is its header. Rows are those given, in that order.
/// @param caption  shown above; may be empty when the table has a heading of its own
[[nodiscard]] Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns,
                              std::span<const std::size_t> rows);
/// All rows from 0 to count - 1.
[[nodiscard]] Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::size_t count);

/// Column of a result table: numbers as the report shows them, codes of states and poles left as they are. The head is
/// the message `column.<name>`, else the name itself.
[[nodiscard]] HtmlColumn result_column(const ReportContext& context, const Table& table, const std::string& name);

/// A claim's value as a link to its row, with the interval below; a dash when there is no such claim.
[[nodiscard]] Html claim_cell(const Claim* claim);

}  // namespace tarazy
