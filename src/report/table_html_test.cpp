#include "report/table_html.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace table_html_test {

TEST(HtmlTable, FirstCellOfARowIsItsHeader) {
    const std::vector<HtmlColumn> columns{
        {text("year"), false, [](std::size_t row) { return text(std::to_string(1992 + row)); }},
        {text("n"), true, [](std::size_t) { return text("80"); }}};
    EXPECT_EQ(html_table(text("Votes"), columns, 1).markup,
              "<table><caption>Votes</caption><thead><tr><th scope=\"col\">year</th><th scope=\"col\" "
              "class=\"number\">n</th></tr></thead>\n"
              "<tbody><tr><th scope=\"row\">1992</th><td class=\"number\">80</td></tr>\n</tbody></table>");
}

TEST(ResultColumn, MissingCellsAreDashes) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    Table table;
    table.add("year", Column(std::vector<std::int64_t>{1992, Column::missing_integer}));
    table.add("x<y", Column(std::vector<double>{0.5, -0.25}));
    const HtmlColumn year = result_column(context, table, "year"), other = result_column(context, table, "x<y");
    EXPECT_EQ(year.cell(0).markup, "1992");
    EXPECT_EQ(year.cell(1).markup, "–");
    EXPECT_EQ(other.cell(1).markup, "−0.250");
    EXPECT_EQ(other.head.markup, "<code>x&lt;y</code>");
}

}  // namespace table_html_test
}  // namespace tarazy
