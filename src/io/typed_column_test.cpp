#include "io/typed_column.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace {

Column typed(const std::vector<std::string>& cells) {
    return typed_by_content(Column(std::span<const std::string>(cells)).texts());
}

TEST(TypedColumn, FollowsTheContentLikeDelimitedText) {
    EXPECT_EQ(typed({"1", "", "2"}).type(), ColumnType::integer);
    EXPECT_EQ(typed({"1", "NA", "2.5"}).type(), ColumnType::real);
    EXPECT_EQ(typed({"1", "x"}).text(0), "1");
    EXPECT_EQ(typed({"x"}).type(), ColumnType::text);
    EXPECT_EQ(typed({}).type(), ColumnType::integer);
}

TEST(TypedColumn, WholeNumbersBecomeIntegers) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const Column whole = integers_if_whole({1, unknown, -3});
    EXPECT_EQ(whole.integer(2), -3);
    EXPECT_FALSE(whole.integer(1).has_value());
    EXPECT_EQ(integers_if_whole({1, 0.5}).type(), ColumnType::real);
    EXPECT_EQ(integers_if_whole({1e300}).type(), ColumnType::real);
}

}  // namespace
}  // namespace tarazy
