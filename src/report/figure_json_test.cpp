#include "report/figure_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>

namespace tarazy {
namespace figure_json_test {

TEST(FigureJson, MissingIsNullAndNumbersKeepAllDigits) {
    EXPECT_TRUE(json_of(std::optional<double>()).is_null());
    EXPECT_TRUE(json_of(std::numeric_limits<double>::quiet_NaN()).is_null());
    EXPECT_TRUE(json_of(std::numeric_limits<double>::infinity()).is_null());
    EXPECT_EQ(json_of(0.1 + 0.2).dump(), "0.30000000000000004");
}

TEST(FigureJson, ATextWithoutTranslationStandsInEnglish) {
    const auto said = json_of(LocalText{"Votes", "Дауыстар", ""});
    EXPECT_EQ(said["kk"], "Дауыстар");
    EXPECT_EQ(said["ru"], "Votes");
}

TEST(FigureJson, NamesTheFigureAndItsKind) {
    const auto figure = figure_json("closer-points", "closer", {"Nearer", "", ""}, {"What is seen", "", ""});
    EXPECT_EQ(figure["id"], "closer-points");
    EXPECT_EQ(figure["kind"], "closer");
    EXPECT_EQ(figure["title"]["en"], "Nearer");
}

}  // namespace figure_json_test
}  // namespace tarazy
