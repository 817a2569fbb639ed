#include "analyses/trace/ladder_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace ladder_still_test {

using Json = nlohmann::ordered_json;

std::string drawn_ladder(const Json& rows) {
    const Json figure = {{"id", "evidence_ladder-a"},
                         {"leader_en", "Own will"},
                         {"second_en", "Pressure"},
                         {"columns", {"cumulative", "cumulative_low", "cumulative_high"}},
                         {"rows", rows}};
    return ladder_still(ReportContext(every_method_result(), all_chapters()), figure).markup;
}

TEST(LadderStill, ClimbsClueByClueWithItsRange) {
    const std::string markup = drawn_ladder({{0, 0, 0}, {10, 0, 20}});
    EXPECT_NE(markup.find("\"M46 156l280-68\""), std::string::npos) << markup;
    EXPECT_NE(markup.find("M46 156l280 0 0-136-280 136"), std::string::npos) << "the range: " << markup;
    EXPECT_NE(markup.find("4 3"), std::string::npos) << "odds of 9 to 1";
    EXPECT_NE(markup.find("Own will"), std::string::npos);
    EXPECT_NE(markup.find("Pressure"), std::string::npos);
}

TEST(LadderStill, OddsThatAreNotReachedAreNotDrawn) {
    EXPECT_EQ(drawn_ladder({{0, 0, 0}, {2, 0, 3}}).find("4 3"), std::string::npos);
}

TEST(LadderStill, NothingWithoutClues) {
    EXPECT_TRUE(drawn_ladder(Json::array()).empty());
    EXPECT_TRUE(drawn_ladder({{0, 0, 0}}).empty());
}

}  // namespace ladder_still_test
}  // namespace tarazy
