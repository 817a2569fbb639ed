#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace named_cells_test {

TEST(NamedCells, WhatIsNotThereIsNoNumberAndNoText) {
    Table table;
    table.add("n", Column(std::vector<double>{1.5, std::nan("")}));
    table.add("who", Column(std::vector<std::string>{"KAZ", ""}));
    EXPECT_EQ(number_in(table, "n", 0), 1.5);
    EXPECT_EQ(number_in(table, "n", 1), std::nullopt);
    EXPECT_EQ(number_in(table, "who", 0), std::nullopt);
    EXPECT_EQ(number_in(table, "absent", 0), std::nullopt);
    EXPECT_EQ(text_in(table, "who", 0), "KAZ");
    EXPECT_EQ(text_in(table, "n", 0), "1.5");
    EXPECT_EQ(text_in(table, "who", 1), "");
    EXPECT_EQ(text_in(table, "absent", 1), "");
}

}  // namespace named_cells_test
}  // namespace tarazy
