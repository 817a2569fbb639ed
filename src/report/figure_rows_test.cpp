#include "report/figure_rows.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace tarazy {
namespace figure_rows_test {

TEST(FigureRows, CellsAreFoundByTheNameOfTheirColumn) {
    const nlohmann::ordered_json figure = {
        {"columns", {"state", "share"}},
        {"rows", nlohmann::ordered_json::array(
                     {nlohmann::ordered_json::array({"KAZ", 0.5}), nlohmann::ordered_json::array({"UZB", nullptr})})}};
    const FigureRows rows(figure);
    EXPECT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.text(1, "state"), "UZB");
    EXPECT_EQ(rows.number(0, "share"), 0.5);
    EXPECT_EQ(rows.number(1, "share"), std::nullopt);
    EXPECT_EQ(rows.number(0, "state"), std::nullopt);
    EXPECT_EQ(rows.text(0, "share"), "");
    EXPECT_THROW((void)rows.text(0, "year"), std::out_of_range);
}

}  // namespace figure_rows_test
}  // namespace tarazy
