#include "report/table_html.hpp"

#include "report/folded.hpp"
#include "report/numbers.hpp"

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

}  // namespace

Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::span<const std::size_t> rows) {
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
    return element("table", {},
                   {title, element("thead", {}, element("tr", {}, head)), Html{"\n"}, element("tbody", {}, body)});
}

Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::size_t count) {
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return html_table(caption, columns, rows);
}

HtmlColumn result_column(const ReportContext& context, const Table& table, const std::string& name) {
    const Column& column = table[name];
    const bool number = column.type() == ColumnType::real;
    const std::string key = "column." + name;
    const Html head = context.messages.knows(key) ? context.say(key) : element("code", {}, text(name));
    return {head, column.type() != ColumnType::text, [&column, number](std::size_t row) {
                if (number) return text(shown_number(column.real(row)));
                return text(column.missing(row) ? "–" : column.display(row));
            }};
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
