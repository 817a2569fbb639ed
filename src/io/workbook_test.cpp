#include "io/workbook.hpp"

#include "base/error.hpp"
#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

constexpr std::uint64_t plenty = 1 << 24;

TEST(Workbook, SheetsInTheOrderOfTheirTabs) {
    const std::string bytes = workbook("", "<si><t>a</t></si>");
    Workbook book(bytes, "t.xlsx", plenty);
    EXPECT_EQ(book.sheet_names(), (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(book.shared_texts(), (std::vector<std::string>{"a"}));
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

}  // namespace
}  // namespace tarazy
