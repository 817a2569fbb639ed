#include "analyses/network/bridging_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace bridging_still_test {

TEST(BridgingStill, BreaksWhereAYearIsLackingAndLeavesOthersOut) {
    const StudyResult& result = every_method_result();
    const nlohmann::ordered_json figure = {
        {"id", "bridging-a"},
        {"columns",
         {"state", "year", "bridges", "expected", "expected_lower", "expected_upper", "exceeds", "exceeds_lower",
          "exceeds_upper"}},
        {"rows",
         {{result.focus, 1992, 0.0, nullptr, nullptr, nullptr, 0.5, 0, 1},
          {result.focus, 1993, 1.0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
          {result.focus, 1995, 0.5, nullptr, nullptr, nullptr, 1, 0, 1},
          {"XXX", 1999, 9.0, nullptr, nullptr, nullptr, 1, 0, 1}}}};
    const std::string markup = bridging_still(ReportContext(result, all_chapters()), figure).markup;
    EXPECT_NE(markup.find("\"M38 140l89-132M306 74h2\""), std::string::npos) << markup;
    EXPECT_EQ(markup.find("1999"), std::string::npos);
}

TEST(BridgingStill, NothingWithoutTheState) {
    const nlohmann::ordered_json figure = {
        {"id", "bridging-a"}, {"columns", {"state", "year", "bridges"}}, {"rows", {{"XXX", 1992, 1.0}}}};
    EXPECT_TRUE(bridging_still(ReportContext(every_method_result(), all_chapters()), figure).markup.empty());
}

}  // namespace bridging_still_test
}  // namespace tarazy
