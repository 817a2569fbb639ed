#include "io/column_notes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace column_notes_test {

TEST(ColumnNotes, ListsAreShort) {
    EXPECT_EQ(columns_named(std::vector<std::string>{"a"}), "column a");
    EXPECT_EQ(columns_named(std::vector<std::string>{"a", "b"}), "columns a and b");
    EXPECT_EQ(columns_named(std::vector<std::string>{"a", "b", "c"}), "columns a, b and c");
    const std::vector<std::string> many = {"1", "2", "3", "4", "5", "6", "7", "8"};
    EXPECT_EQ(columns_named(many), "columns 1, 2, 3, 4, 5, 6 and 2 more");
}

}  // namespace column_notes_test
}  // namespace tarazy
