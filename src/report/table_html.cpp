#include "report/table_html.hpp"

#include "base/text_lists.hpp"
#include "report/folded.hpp"
#include "report/numbers.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

/// A table of more rows than the first stays in the page with as many as the second; the others lie packed.
constexpr std::size_t rows_of_a_short_table = 8, rows_of_a_long_one = 3;

Html table_cell(const HtmlColumn& column, bool first, const Html& content) {
    const std::string css_class = column.number ? "number" : "";
    return first ? element("th", {{"scope", "row"}, {"class", css_class}}, content)
                 : element("td", {{"class", css_class}}, content);
}

/// The row whose cells `content` gives by the number of the column.
template <class Content>
Html table_row(const std::vector<HtmlColumn>& columns, Content content) {
    Html cells;
    for (std::size_t i = 0; i < columns.size(); ++i) cells += table_cell(columns[i], i == 0, content(i));
    return element("tr", {}, cells) + Html{"\n"};
}

Html packed_rows(const std::vector<HtmlColumn>& columns, std::span<const std::size_t> rows) {
    std::vector<std::vector<std::string>> cells(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (const std::size_t row : rows) cells[i].push_back(columns[i].cell(row).markup);
    return folded(FoldPlace::row, rows.size(), row_block(table_row(columns, row_slot), cells));
}

using RowLists = std::vector<std::vector<std::size_t>>;

RowLists row_lists(const ResultRows& source, std::span<const std::size_t> shown) {
    RowLists lists;
    for (const std::size_t row : shown)
        lists.push_back(source.behind ? source.behind(row) : std::vector<std::size_t>{row});
    return lists;
}

/// "2-14, 20": runs that go up.
std::string runs_of_rows(std::span<const std::size_t> rows) {
    constexpr std::size_t first = 2;  // the head is row 1
    std::string runs;
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t end = at + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1) ++end;
        if (!runs.empty()) runs += ", ";
        runs += std::to_string(rows[at] + first);
        if (end > at + 1) runs += '-' + std::to_string(rows[end - 1] + first);
        at = end;
    }
    return runs;
}

std::string in_one_text(const RowLists& lists) {
    std::vector<std::size_t> all;
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
    if (std::ranges::all_of(lists, [](const auto& list) { return list.size() == 1; })) return runs_of_rows(all);
    if (all.empty()) return {};
    return joined(lists, " | ", [](const auto& list) { return list.empty() ? "–" : runs_of_rows(list); });
}

/// What the columns come from, each once.
std::vector<ResultRows> sources_of_columns(const std::vector<HtmlColumn>& columns, const ResultRows& from) {
    std::vector<ResultRows> sources;
    for (const HtmlColumn& column : columns)
        if (!column.from.file.empty()) sources.push_back(column.from);
    if (!from.file.empty()) sources.push_back(from);
    return sources;
}

}  // namespace

std::string rows_behind(std::span<const ResultRows> sources, std::span<const std::size_t> shown) {
    std::vector<std::string> told;
    for (const ResultRows& source : sources) {
        const std::string behind = in_one_text(row_lists(source, shown)), file = source.file + ' ' + behind;
        if (!behind.empty() && std::ranges::find(told, file) == told.end()) told.push_back(file);
    }
    return joined(told, "; ");
}

ResultRows rows_in(const ReportContext& context, const Table& table) {
    return {context.file_of(table), {}};
}

Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::span<const std::size_t> rows,
                const ResultRows& from) {
    Html head;
    for (const HtmlColumn& column : columns) {
        head += element("th", {{"scope", "col"}, {"class", column.number ? "number" : ""}}, column.head);
    }
    const std::size_t shown =
        rows.size() > rows_of_a_short_table && !columns.empty() ? rows_of_a_long_one : rows.size();
    Html body;
    for (const std::size_t row : rows.first(shown))
        body += table_row(columns, [&](std::size_t i) { return columns[i].cell(row); });
    if (shown < rows.size()) body += packed_rows(columns, rows.subspan(shown));
    const Html title = caption.markup.empty() ? Html{} : element("caption", {}, caption);
    return element("table", {{"data-rows", rows_behind(sources_of_columns(columns, from), rows)}},
                   {title, element("thead", {}, element("tr", {}, head)), Html{"\n"}, element("tbody", {}, body)});
}

Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::size_t count,
                const ResultRows& from) {
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return html_table(caption, columns, rows, from);
}

HtmlColumn result_column(const ReportContext& context, const Table& table, const std::string& name) {
    const Column& column = table[name];
    const bool number = column.type() == ColumnType::real;
    const std::string key = "column." + name;
    const Html head = context.messages.knows(key) ? context.say(key) : element("code", {}, text(name));
    return {head, column.type() != ColumnType::text,
            [&column, number](std::size_t row) {
                if (number) return text(shown_number(column.real(row)));
                return text(column.missing(row) ? "–" : column.display(row));
            },
            rows_in(context, table)};
}

Html claim_cell(const Claim* claim) {
    if (claim == nullptr) return text("–");
    const auto& interval = claim->interval;
    // Bounds that meet, since nothing is unknown, say no more than the number.
    const bool wide = interval && interval->lower < interval->upper;
    return claim_link(claim, text(shown_number(claim->value))) +
           element("span", {{"class", "interval below"}},
                   text(wide ? shown_interval(interval->lower, interval->upper) : std::string()));
}

}  // namespace tarazy
