#include "analyses/trace/timeline_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace timeline_still_test {

using Json = nlohmann::ordered_json;

std::string drawn_events(const Json& rows) {
    const Json figure = {{"id", "timeline"}, {"columns", {"earliest", "quad", "id"}}, {"rows", rows}};
    return timeline_still(ReportContext(every_method_result(), all_chapters()), figure).markup;
}

TEST(TimelineStill, CooperationStandsAboveTheAxisAndConflictBelow) {
    const std::string markup = drawn_events({{"1992-01-01", "VCOOP", "e"},
                                             {"1992-05-01", "MCOOP", "e"},
                                             {"1992-05-01", "", "e"},
                                             {"1994-05-01", "MCONF", "e"},
                                             {"unknown", "MCONF", "e"}});
    // From 3 above to 1 below in 152 units: the axis is at 122.
    EXPECT_NE(markup.find("\"M26 122l0-76\""), std::string::npos) << markup;
    EXPECT_NE(markup.find("\"M26 46l0-38\""), std::string::npos) << "neither: " << markup;
    EXPECT_NE(markup.find("\"M326 122l0 38\""), std::string::npos) << "conflict: " << markup;
}

TEST(TimelineStill, NothingWithoutAYear) {
    EXPECT_TRUE(drawn_events({{"open", "VCOOP", "e"}}).empty());
    EXPECT_TRUE(drawn_events(Json::array()).empty());
}

}  // namespace timeline_still_test
}  // namespace tarazy
