#include "io/sheet_cells.hpp"

#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sheet_cells_test {

TEST(SheetCells, ReferencesAreCountedAsInASpreadsheet) {
    EXPECT_EQ(cell_reference(0, 1), "A1");
    EXPECT_EQ(cell_reference(25, 7), "Z7");
    EXPECT_EQ(cell_reference(26, 7), "AA7");
    EXPECT_EQ(cell_reference(701, 2), "ZZ2");
    EXPECT_EQ(cell_reference(702, 2), "AAA2");
    EXPECT_EQ(cell_reference(16'383, 1), "XFD1");
}

TEST(SheetCells, ListsAreShort) {
    ToldCells told;
    EXPECT_EQ(told.listed(), "");
    for (const char* cell : {"A1", "A2", "A3", "A4", "A5", "A6"}) told.add(cell);
    EXPECT_EQ(told.listed(), "A1, A2, A3, A4 and 2 more");
}

TEST(SheetCells, TextsLoseBlanksAroundThemAndRowsAreInOrder) {
    const std::string bytes = workbook(
        "<row r='3'><c r='C3' t='str'><v> b\t</v></c><c r='A3' t='inlineStr'><is><t xml:space='preserve'>\xC2\xA0 a c "
        "</t></is></c><c r='B3' t='str'><v>  </v></c><c r='D3' t='b'><v>1</v></c></row><row r='4'/>");
    Workbook book(bytes, "t.xlsx", 1 << 24);
    std::string seen;
    SheetCells cells(book, [&](std::size_t row, std::vector<SheetCell>& filled) {
        for (const SheetCell& cell : filled) seen += cell_reference(cell.column, row) + "=" + cell.text() + ";";
    });
    book.read_sheet(0, cells.events());
    EXPECT_EQ(seen, "A3=a c;C3=b;D3=1;");
}

}  // namespace sheet_cells_test
}  // namespace tarazy
