#include "serve/tables/coverage.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace coverage_test {
namespace {

using namespace tarazy;

TEST(Coverage, CountsRowsByStateAndYear) {
    const Table table = read_csv("ccode,year,vote\n2,1991,1\n2,1991,3\n365,1993,2\n,1992,1\n2,,1\n", "votes.csv", {});
    const auto coverage = coverage_of(table);
    ASSERT_TRUE(coverage);
    EXPECT_EQ(coverage->states, (std::vector<std::string>{"2", "365"}));
    EXPECT_EQ(coverage->years, (std::vector<int>{1991, 1992, 1993}));
    EXPECT_EQ(coverage->rows[0], (std::vector<std::size_t>{2, 0, 0}));
    EXPECT_EQ(coverage->rows[1], (std::vector<std::size_t>{0, 0, 1}));
}

TEST(Coverage, IsNotMadeUp) {
    EXPECT_FALSE(coverage_of(read_csv("a,b\n1,2\n", "x.csv", {})));
    EXPECT_FALSE(coverage_of(read_csv("state,year\nKAZ,early\n", "x.csv", {})));
    EXPECT_FALSE(coverage_of(read_csv("state,year\nKAZ,1\nKAZ,2000\n", "x.csv", {})));
    EXPECT_FALSE(coverage_of(read_csv("state,year\n", "x.csv", {})));
}

}  // namespace
}  // namespace coverage_test
