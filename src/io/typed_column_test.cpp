#include "io/typed_column.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace typed_column_test {

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

TEST(TypedColumn, NothingButNaIsTextWhereItIsNamibia) {
    const auto column = [](bool keep_na) {
        const std::vector<std::string> cells = {"NA", "", "NA"};
        return typed_by_content(Column(std::span<const std::string>(cells)).texts(), keep_na);
    };
    EXPECT_EQ(column(false).type(), ColumnType::integer);
    EXPECT_EQ(column(false).count_missing(), 3u);
    EXPECT_EQ(column(true).text(0), "NA");
    EXPECT_TRUE(column(true).missing(1));
}

TEST(TypedColumn, NamesOfColumnsThatHoldAlpha2Codes) {
    for (const char* name : {"iso2", "ISO2C", "iso_a2", "ISO 3166 alpha-2", "wb_api2c", "partner_iso2"})
        EXPECT_TRUE(keeps_na(name, {})) << name;
    for (const char* name : {"iso3", "value", "", "name"}) EXPECT_FALSE(keeps_na(name, {})) << name;
    EXPECT_TRUE(keeps_na("state", {"state"}));
}

}  // namespace typed_column_test
}  // namespace tarazy
