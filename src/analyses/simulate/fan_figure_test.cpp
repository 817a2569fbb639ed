#include "analyses/simulate/fan_figure.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace fan_figure_test {

TEST(FanFigure, ARowHasAllQuantilesOrNone) {
    nlohmann::ordered_json figure;
    const std::vector<FanRow> rows = {{"room", "none", 2025, {0.1, 0.2, 0.3, 0.4, 0.5}, {}},
                                      {"room", "none", 2024, {}, 0.25}};
    put_fan_rows(figure, rows);
    ASSERT_EQ(figure["rows"].size(), 2u);
    for (const auto& row : figure["rows"]) EXPECT_EQ(row.size(), figure["columns"].size());
    EXPECT_EQ(figure["rows"][0][5], 0.3);
    EXPECT_TRUE(figure["rows"][0][8].is_null());
    EXPECT_TRUE(figure["rows"][1][3].is_null());
    EXPECT_EQ(figure["rows"][1][8], 0.25);
}

}  // namespace fan_figure_test
}  // namespace tarazy
