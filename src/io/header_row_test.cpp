#include "io/header_row.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace header_row_test {

std::size_t index(const std::vector<std::vector<std::size_t>>& rows, bool can_name = true) {
    std::vector<FilledRow> filled;
    for (const auto& columns : rows) filled.push_back({columns, can_name});
    return header_index(filled);
}

TEST(HeaderRow, IsTheFirstRowUnlessTitlesStandAbove) {
    EXPECT_EQ(index({{0, 1, 2}, {0, 1, 2}, {0, 2}}), 0u);
    EXPECT_EQ(index({{0}, {0}, {0}}), 0u);
    EXPECT_EQ(index({{0}, {0, 1, 2}, {0, 1, 2}}), 1u);
    EXPECT_EQ(index({{0}, {0}, {0, 1}, {0, 1}}), 2u);
    EXPECT_EQ(index({{0}, {0, 1}, {0, 1, 2, 3, 4, 5}, {0, 1, 5}}), 2u);
    EXPECT_EQ(index({{3}, {1, 2, 3}, {1, 2, 3}}), 1u);
    EXPECT_EQ(index({}), 0u);
}

TEST(HeaderRow, RowNamesOnTheLeftNeedNoHeader) {
    EXPECT_EQ(index({{1, 2}, {0, 1, 2}, {0, 1, 2}}), 0u);
    EXPECT_EQ(index({{0}, {1, 2}, {0, 1, 2}}), 1u);
}

TEST(HeaderRow, RowsOfDataAreNoHeader) {
    EXPECT_EQ(index({{0}, {0, 1}, {0, 1}}, false), 0u);
}

TEST(HeaderRow, NothingIsGuessedFromARemarkBesideTheTable) {
    EXPECT_EQ(index({{0, 1, 2}, {0, 1, 2}, {0, 1, 2, 4}, {0, 1, 2}}), 0u);
    EXPECT_EQ(index({{0, 1}, {1, 2}, {0, 1, 2}}), 0u);  // a header of two rows
}

}  // namespace header_row_test
}  // namespace tarazy
