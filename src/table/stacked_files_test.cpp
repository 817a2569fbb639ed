#include "table/stacked_files.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {
namespace stacked_files_test {

Table file_of(const std::string& path, const std::vector<std::int64_t>& cells) {
    Table table;
    table.add("x", Column(cells));
    table.origin.path = path;
    return table;
}

TEST(StackedFiles, MessagesNameTheFilesAndTheLineInTheirOwn) {
    Table lower = file_of("b.csv", {4, 5});
    lower.origin.lines = {3, 7};
    const Table both = stacked_files(file_of("a.csv", {1, 2, 3}), lower);
    EXPECT_EQ(both.rows(), 5u);
    EXPECT_EQ(to_string(both.problem(2, "x", "wrong", "")), "a.csv + b.csv:4:1: wrong");
    EXPECT_EQ(to_string(both.problem(4, "x", "wrong", "")), "a.csv + b.csv:7:1: wrong");
    const Table three = stacked_files(both, file_of("c.csv", {6}));
    EXPECT_EQ(to_string(three.problem(5, "x", "wrong", "")), "a.csv + b.csv + c.csv:2:1: wrong");
}

}  // namespace stacked_files_test
}  // namespace tarazy
