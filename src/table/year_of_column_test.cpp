#include "table/year_of_column.hpp"

#include <gtest/gtest.h>

namespace year_of_column_test {
namespace {

using namespace tarazy;

TEST(YearOfColumn, IsTheOneNumberOfFourDigits) {
    EXPECT_EQ(year_of_column("1990"), 1990);
    EXPECT_EQ(year_of_column("1990 [YR1990]"), 1990);
    EXPECT_EQ(year_of_column("X1990"), 1990);
    for (const char* name : {"", "gdp", "199", "19901", "1990-1991", "0990", "3000", "q1 1990"})
        EXPECT_FALSE(year_of_column(name)) << name;
}

}  // namespace
}  // namespace year_of_column_test
