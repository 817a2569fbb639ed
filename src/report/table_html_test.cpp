#include "report/table_html.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "report/folded.hpp"

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

TEST(HtmlTable, OfALongTableTheFirstRowsStandInThePage) {
    const std::vector<HtmlColumn> columns{
        {text("year"), false, [](std::size_t row) { return text(std::to_string(1992 + row)); }}};
    const std::string short_one = html_table({}, columns, 8).markup, long_one = html_table({}, columns, 9).markup;
    EXPECT_EQ(whole_page(short_one), short_one);
    const std::string page = fold_page(long_one, "page").page;
    EXPECT_NE(page.find("<th scope=\"row\">1994</th></tr>\n<tr class=\"folded\""), std::string::npos);
    EXPECT_EQ(page.find("1995"), std::string::npos);
    EXPECT_NE(page.find("+ 6 · "), std::string::npos);
    EXPECT_TRUE(whole_page(long_one).starts_with(short_one.substr(0, short_one.size() - 16)));
    EXPECT_TRUE(whole_page(long_one).ends_with("<tr><th scope=\"row\">2000</th></tr>\n</tbody></table>"));
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
