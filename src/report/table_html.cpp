#include "report/table_html.hpp"

#include "report/numbers.hpp"

#include <numeric>

namespace tarazy {

Html html_table(const Html& caption, const std::vector<HtmlColumn>& columns, std::span<const std::size_t> rows) {
    Html head;
    for (const HtmlColumn& column : columns) {
        head += element("th", {{"scope", "col"}, {"class", column.number ? "number" : ""}}, column.head);
    }
    Html body;
    for (const std::size_t row : rows) {
        Html cells;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string css_class = columns[i].number ? "number" : "";
            const Html content = columns[i].cell(row);
            cells += i == 0 ? element("th", {{"scope", "row"}, {"class", css_class}}, content)
                            : element("td", {{"class", css_class}}, content);
        }
        body += element("tr", {}, cells);
        body += Html{"\n"};
    }
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
