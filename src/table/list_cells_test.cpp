#include "table/list_cells.hpp"

#include "table/table.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tarazy {
namespace list_cells_test {

using Items = std::vector<std::string>;

TEST(ListCells, CommaInANameStaysPartOfTheName) {
    const Items cases = {"Korea, South", "Congo, Dem. Rep.", "Japan"};
    EXPECT_EQ(list_cell(cases), "Korea, South; Congo, Dem. Rep.; Japan");
    EXPECT_EQ(list_items("Korea, South; Congo, Dem. Rep.; Japan"), cases);
}

TEST(ListCells, NamesWithSemicolonsAndQuotesAreQuoted) {
    const Items cases = {"a; b", "the \"zone\"", "", " c "};
    EXPECT_EQ(list_cell(cases), "\"a; b\"; \"the \"\"zone\"\"\"; \"\"; \" c \"");
    EXPECT_EQ(list_items(list_cell(cases)), cases);
}

TEST(ListCells, EmptyTextIsTheEmptyList) {
    EXPECT_EQ(list_cell(Items{}), "");
    EXPECT_TRUE(list_items("").empty());
    EXPECT_TRUE(list_items("  ").empty());
    EXPECT_EQ(list_items("a;"), (Items{"a", ""}));
}

TEST(ListCells, AnyListComesBackAsItWas) {
    std::mt19937 random(3);
    const std::string letters = "a;\" ,b";
    for (int trial = 0; trial < 2000; ++trial) {
        Items items(random() % 4);
        for (std::string& item : items) {
            for (std::size_t n = random() % 5; n > 0; --n) item += letters[random() % letters.size()];
        }
        ASSERT_EQ(list_items(list_cell(items)), items) << list_cell(items);
    }
}

TEST(ListCells, ColumnOfListsKeepsThemThroughChosenRows) {
    Table table;
    table.add("cases", Column::of_lists(std::vector<Items>{{"a", "b, c"}, {}}));
    const std::vector<std::size_t> rows = {1, 0};
    const Table chosen = take_rows(table, rows);
    EXPECT_TRUE(chosen["cases"].holds_lists());
    EXPECT_TRUE(chosen["cases"].missing(0));
    EXPECT_EQ(chosen["cases"].list(1), (Items{"a", "b, c"}));
}

}  // namespace list_cells_test
}  // namespace tarazy
