#pragma once

#include "report/report_context.hpp"
#include "table/table.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Where numbers of a table in the report stand: a file of the result, and behind each row shown its rows there.
struct ResultRows {
    std::string file = {};  ///< "votes.summary.csv"; empty: of no file of the result
    /// Rows of the result table behind a row shown, counted from 0; without it the row of the same number.
    std::function<std::vector<std::size_t>(std::size_t row)> behind = {};
};

/// The rows of a table of the result; without a file when it is none of its tables.
[[nodiscard]] ResultRows rows_in(const ReportContext& context, const Table& table);

/// One column of a table in the report.
struct HtmlColumn {
    Html head;
    bool number = false;  ///< set to the right, in figures of equal width
    std::function<Html(std::size_t row)> cell;
    ResultRows from = {};  ///< of numbers that are no claims
};

/// A table with a header row; the first cell of a row is its header. Rows are those given, in that order. Files that
/// its columns come from stand in the attribute `data-rows` (`rows_behind`), which the page shows below the table.
/// @param caption  shown above; may be empty when the table has a heading of its own
/// @param from     of all its columns, where they do not say it themselves
[[nodiscard]] Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns,
                              std::span<const std::size_t> rows, const ResultRows& from = {});
/// All rows from 0 to count - 1.
[[nodiscard]] Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::size_t count,
                              const ResultRows& from = {});

/// "votes.csv 2-14, 20; votes.summary.csv 3 | 5-6": of each file the rows behind the rows shown, one after the other,
/// as a spreadsheet counts them: the head is row 1. Where a row shown has several, or none, bars stand between them.
[[nodiscard]] std::string rows_behind(std::span<const ResultRows> sources, std::span<const std::size_t> shown);

/// Column of a result table: numbers as the report shows them, codes of states and poles left as they are. The head is
/// the message `column.<name>`, else the name itself.
[[nodiscard]] HtmlColumn result_column(const ReportContext& context, const Table& table, const std::string& name);

/// A claim's value as a link to its row, with the interval below; a dash when there is no such claim.
[[nodiscard]] Html claim_cell(const Claim* claim);

}  // namespace tarazy
