#include "cli/json_rows.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace tarazy {
namespace json_rows_test {

TEST(JsonRows, CellsAreWhatTheTableHolds) {
    Table table;
    table.add("state", Column(std::vector<std::string>{"KAZ", "", "\"Қ\"\n"}));
    table.add("year", Column(std::vector<std::int64_t>{1992, Column::missing_integer, -1}));
    table.add("share \"b\"", Column(std::vector<double>{0.1 + 0.2, std::nan(""), 1e300}));
    table.add("odds", Column(std::vector<double>{2, std::numeric_limits<double>::infinity(), -0.5}));
    const std::string text = rows_json_text(table);
    EXPECT_EQ(text.substr(0, text.find('}') + 1), R"([{"state":"KAZ","year":1992,"share \"b\"":0.3,"odds":2})");
    const auto json = nlohmann::ordered_json::parse(text);
    ASSERT_EQ(json.size(), 3u);
    EXPECT_TRUE(json[1]["state"].is_null() && json[1]["year"].is_null() && json[1]["share \"b\""].is_null() &&
                json[1]["odds"].is_null());
    EXPECT_EQ(json[2]["state"], "\"Қ\"\n");
    EXPECT_EQ(json[2]["share \"b\""], 1e300);
    EXPECT_EQ(json[2]["odds"], -0.5);
}

TEST(JsonRows, ATableWithoutRowsIsAnEmptyArray) {
    EXPECT_EQ(rows_json_text(Table{}), "[]");
    Table table;
    table.add("state", Column(std::vector<std::string>{}));
    EXPECT_EQ(rows_json_text(table), "[]");
}

TEST(JsonRows, NoPieceIsLongerThanARow) {
    Table table;
    table.add("n", Column(std::vector<std::int64_t>(1000, 7)));
    std::size_t longest = 0;
    write_rows_json(table, [&](std::string_view piece) { longest = std::max(longest, piece.size()); });
    EXPECT_EQ(longest, std::string_view(",{\"n\":7}").size());
}

}  // namespace json_rows_test
}  // namespace tarazy
