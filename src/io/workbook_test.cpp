#include "io/workbook.hpp"

#include "base/error.hpp"
#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace workbook_test {

constexpr std::uint64_t plenty = 1 << 24;

TEST(Workbook, SheetsInTheOrderOfTheirTabs) {
    const std::string bytes = workbook("", "<si><t>a</t></si>");
    Workbook book(bytes, "t.xlsx", plenty);
    ASSERT_EQ(book.sheets().size(), 2u);
    EXPECT_EQ(book.sheets()[0].name, "first");
    EXPECT_EQ(book.sheets()[1].name, "second");
    EXPECT_FALSE(book.sheets()[0].hidden);
    EXPECT_FALSE(book.since_1904());
    EXPECT_FALSE(book.calculates_when_opened());
    EXPECT_TRUE(book.cell_units().empty());
    EXPECT_EQ(book.shared_texts(), (std::vector<std::string>{"a"}));
}

TEST(Workbook, StylesSayWhichNumbersAreDates) {
    std::map<std::string, std::string> parts = workbook_parts("");
    with_styles(parts,
                "<numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy'/><numFmt numFmtId='14' "
                "formatCode='0.00'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
                "numFmtId='0'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='14'/><xf numFmtId='999'/><xf/>"
                "</cellXfs><dxfs><dxf><numFmt numFmtId='0' formatCode='yyyy'/></dxf></dxfs>");
    const std::string bytes = zip_of(parts);
    Workbook book(bytes, "t.xlsx", plenty);
    EXPECT_EQ(book.cell_units(), (std::vector<DateUnit>{DateUnit::none, DateUnit::moment, DateUnit::day, DateUnit::none,
                                                        DateUnit::none, DateUnit::none}));
}

TEST(Workbook, PropertiesOfTheWorkbookAreKnown) {
    std::map<std::string, std::string> parts = workbook_parts("");
    std::string& book_part = parts["xl/workbook.xml"];
    book_part.replace(book_part.find("<sheets>"), 8, "<workbookPr date1904='1'/><sheets>");
    book_part.replace(book_part.find("sheetId='1'"), 11, "sheetId='1' state='veryHidden'");
    book_part.replace(book_part.find("</sheets>"), 9, "</sheets><calcPr fullCalcOnLoad='true'/>");
    const std::string bytes = zip_of(parts);
    const Workbook book(bytes, "t.xlsx", plenty);
    EXPECT_TRUE(book.since_1904());
    EXPECT_TRUE(book.calculates_when_opened());
    EXPECT_TRUE(book.sheets()[0].hidden);
}

TEST(Workbook, OldAndProtectedFilesAreNamed) {
    try {
        const Workbook book(std::string("\xD0\xCF\x11\xE0 and so on"), "t.xlsx", plenty);
        FAIL() << "took a compound file for a workbook";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("old Excel file (.xls) or protected"), std::string::npos);
    }
}

TEST(Workbook, AMissingSheetPartIsNamed) {
    std::map<std::string, std::string> parts = workbook_parts("");
    parts.erase("xl/worksheets/sheet1.xml");
    const std::string bytes = zip_of(parts);
    Workbook book(bytes, "t.xlsx", plenty);
    EXPECT_THROW(book.read_sheet(0, {}), InputError);
    EXPECT_NO_THROW(book.read_sheet(1, {}));
}

TEST(Workbook, EscapedCharactersAreRestored) {
    EXPECT_EQ(unescaped_text("a_x000D_b"), "a\rb");
    EXPECT_EQ(unescaped_text("_x005F_x0041_"), "_x0041_");
    EXPECT_EQ(unescaped_text("_x0411_"), "Б");
    EXPECT_EQ(unescaped_text("_x4E2D_"), "中");
    EXPECT_EQ(unescaped_text("_x00_ _xD800_ _x00GG_ _x0041"), "_x00_ _xD800_ _x00GG_ _x0041");
}

}  // namespace workbook_test
}  // namespace tarazy
