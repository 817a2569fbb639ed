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

TEST(HtmlTable, SaysInWhichRowsOfWhichFileItsNumbersStand) {
    StudyResult result = sample_result();
    result.analyses.front().tables.push_back({"few", Table{}});
    Table& table = result.analyses.front().tables.back().table;
    table.add("n", Column(std::vector<std::int64_t>{10, 20, 30, 40}));
    const ReportContext context(result, all_chapters());
    const std::string file = result.analyses.front().id + ".few.csv";
    EXPECT_EQ(context.file_of(table), file);
    const std::vector<HtmlColumn> columns{result_column(context, table, "n")};
    EXPECT_TRUE(html_table({}, columns, 4).markup.starts_with("<table data-rows=\"" + file + " 2-5\">"));
    const std::vector<std::size_t> rows{2, 3, 0};
    EXPECT_TRUE(html_table({}, columns, rows).markup.starts_with("<table data-rows=\"" + file + " 4-5, 2\">"));
    const std::vector<HtmlColumn> others{{text("n"), true, [](std::size_t) { return text("1"); }}};
    EXPECT_TRUE(html_table({}, others, 1).markup.starts_with("<table><thead>"));
    EXPECT_TRUE(html_table({}, others, 1, rows_in(context, table)).markup.starts_with("<table data-rows=\"" + file));
    const Table of_nobody = table;
    EXPECT_TRUE(html_table({}, others, 1, rows_in(context, of_nobody)).markup.starts_with("<table><thead>"));
}

TEST(HtmlTable, RowsThatRestOnSeveralAreParted) {
    const std::vector<std::size_t> shown{0, 1, 2};
    const std::vector<ResultRows> sources{
        {"a.csv",
         [](std::size_t row) {
             return row == 0 ? std::vector<std::size_t>{0, 1, 5} : std::vector<std::size_t>(row - 1, 7);
         }},
        {"b.csv"},
        {"b.csv"}};
    EXPECT_EQ(rows_behind(sources, shown), "a.csv 2-3, 7 | – | 9; b.csv 2-4");
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
