#include "report/folded.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace folded_test {

Html row_of_two() {
    return element("tr", {}, {element("th", {}, row_slot(0)), element("td", {}, row_slot(1))});
}

Html table_of(const std::vector<std::vector<std::string>>& columns) {
    const Html rows = folded(FoldPlace::row, columns.front().size(), row_block(row_of_two(), columns));
    return foldable(element("table", {}, Html{"<tr><th>0</th><td>z</td></tr>"} + rows));
}

const Html in_chapter{"<section id=\"analysis-votes\">"};

TEST(FoldedPage, TheFirstTableKeepsItsFirstRowsAndSaysWhereTheOthersAre) {
    const FoldedPage page = fold_page((in_chapter + table_of({{"1", "2"}, {"a", "b"}})).markup, "page");
    EXPECT_EQ(page.page, in_chapter.markup +
                             "<table><tr><th>0</th><td>z</td></tr>"
                             "<tr class=\"folded\" data-pack=\"page\" data-part=\"0\"><td colspan=\"2\">+ 2 · "
                             "<code>results/votes*.csv</code></td></tr></table>");
    EXPECT_EQ(page.parts,
              "\x1c<tr><th>\x1a"
              "0</th><td>\x1a"
              "1</td></tr>\x1c\x04"
              "1\x1f"
              "2\x1e"
              "a\x1f"
              "b");
}

TEST(FoldedPage, ColumnsOfAllBlocksLieSideBySide) {
    const std::string parts =
        fold_page((in_chapter + table_of({{"1", "2"}, {"a", "b"}}) + in_chapter + table_of({{"3"}, {"c"}})).markup,
                  "page")
            .parts;
    EXPECT_EQ(parts.substr(parts.find('\x04') + 1),
              "1\x1f"
              "2\x1d"
              "3\x1e"
              "a\x1f"
              "b\x1d"
              "c");
}

TEST(FoldedPage, LongTablesBehindTheFirstLieAsideAsAWhole) {
    const Html table = table_of({{std::string(2000, '1')}, {"a"}});
    const FoldedPage page = fold_page((in_chapter + table + table + Html{"<p>end</p>"}).markup, "page");
    EXPECT_NE(page.page.find("<p class=\"folded\" data-pack=\"page\" data-part=\"1\">… · "), std::string::npos);
    EXPECT_TRUE(page.page.ends_with("</p><p>end</p>"));
    EXPECT_EQ(page.parts.find("<table>"), page.parts.find('\x1e') + 1);
    // Another chapter begins anew.
    const FoldedPage two = fold_page((in_chapter + table + in_chapter + table).markup, "page");
    EXPECT_EQ(two.page.find("<p class=\"folded\""), std::string::npos);
}

TEST(FoldedPage, AShortTableStaysWhereverItIs) {
    const Html table = foldable(element("table", {}, text("short")));
    EXPECT_EQ(fold_page((in_chapter + table + table + foldable_entry(table)).markup, "page").page,
              in_chapter.markup + "<table>short</table><table>short</table><table>short</table>");
}

TEST(FoldedPage, AnEntryThatOpensIsNotTheFirstThatIsSeen) {
    const Html table = table_of({{std::string(2000, '1')}, {"a"}});
    const FoldedPage page = fold_page((in_chapter + foldable_entry(table) + table).markup, "page");
    EXPECT_TRUE(page.page.starts_with(in_chapter.markup + "<p class=\"folded\""));
    EXPECT_NE(page.page.find("<table>"), std::string::npos);
}

TEST(FoldedPage, ATableInAClosedEntryIsNoneThatIsSeen) {
    const std::string head = in_chapter.markup + "<details><summary>s</summary>";
    const Html table = table_of({{std::string(2000, '1')}, {"a"}});
    EXPECT_TRUE(fold_page(head + table.markup + "</details>", "page").page.starts_with(head + "<p class=\"folded\""));
    const std::string open_entry = in_chapter.markup + "<details class=\"x\" open>";
    EXPECT_TRUE(fold_page(open_entry + table.markup, "page").page.starts_with(open_entry + "<table>"));
    EXPECT_TRUE(fold_page(head + "</details>" + table.markup, "page").page.starts_with(head + "</details><table>"));
}

TEST(FoldedPage, WhatWasSaidBeforeLiesPacked) {
    const Html reading = foldable_repeat(Html{"<p>How to read it.</p>"});
    const FoldedPage page = fold_page((reading + in_chapter + reading).markup, "page");
    EXPECT_TRUE(page.page.starts_with("<p>How to read it.</p>" + in_chapter.markup + "<p class=\"folded\""));
    EXPECT_TRUE(page.parts.starts_with("<p>How to read it.</p>"));
}

TEST(WholePage, PutsAllPartsInTheirPlaces) {
    const Html marked = in_chapter + foldable_entry(table_of({{"1", "2"}, {"a", ""}})) + table_of({{"3"}, {"c"}}) +
                        folded(FoldPlace::item, 1, Html{"<li>x</li>"});
    EXPECT_EQ(
        whole_page(marked.markup),
        in_chapter.markup +
            "<table><tr><th>0</th><td>z</td></tr><tr><th>1</th><td>a</td></tr><tr><th>2</th><td></td></tr></table>"
            "<table><tr><th>0</th><td>z</td></tr><tr><th>3</th><td>c</td></tr></table><li>x</li>");
}

TEST(FoldedPage, NoTextCanHoldAMark) {
    const std::string hostile = text("\x02r1;\x03\x05\x06\x1a\x1c\x1d\x1e\x1f").markup;
    for (const char character : hostile) EXPECT_GE(static_cast<unsigned char>(character), 0x20U);
    EXPECT_EQ(whole_page(hostile), hostile);
}

}  // namespace folded_test
}  // namespace tarazy
