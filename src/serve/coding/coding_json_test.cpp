#include "serve/coding/coding_json.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::coding_json_test {
namespace {

TEST(CodingJson, MissingCellsAreNull) {
    TableRows rows(TextColumn{"a"}, RealColumn{"b"}, IntegerColumn{"c"});
    rows.add("x", 0.5, 3);
    rows.add("", Column::missing_real, std::nullopt);
    EXPECT_EQ(rows_json(rows.table()).dump(), R"([{"a":"x","b":0.5,"c":3},{"a":null,"b":null,"c":null}])");
}

TEST(CodingJson, ADifferenceHasBothSides) {
    const auto json = difference_json(
        {CodingDifference::Kind::extent, "d", 1, 9, {{"d", 1, 4, "A", "x", "m"}}, {}, "A", "B", "text"});
    EXPECT_EQ(json["kind"], "extent");
    EXPECT_EQ(json["ones"][0]["memo"], "m");
    EXPECT_TRUE(json["others"].empty());
}

}  // namespace
}  // namespace tarazy::coding_json_test
