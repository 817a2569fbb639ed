#include "analyses/text/code_years_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace code_years_still_test {

using Json = nlohmann::ordered_json;

std::string drawn_codes(const Json& rows) {
    const Json figure = {{"id", "code_years-a"}, {"columns", {"code", "state", "year", "share"}}, {"rows", rows}};
    return code_years_still(ReportContext(every_method_result(), all_chapters()), figure).markup;
}

TEST(CodeYearsStill, DrawsTheStateBesideTheMedianOfTheOthers) {
    const std::string focus = every_method_result().focus;
    const std::string markup = drawn_codes({{"peace", focus, 2001, 0.1},
                                            {"peace", focus, 2002, 0.0},
                                            {"peace", "AAA", 2001, 0.0},
                                            {"peace", "BBB", 2001, 0.05},
                                            {"peace", "CCC", 2001, 0.09},
                                            {"peace", "AAA", 2002, 0.02},
                                            {"peace", "BBB", 2002, 0.08},
                                            {"peace", "AAA", 1999, 0.02}});
    EXPECT_NE(markup.find("\"M38 8l268 92\""), std::string::npos) << markup;
    EXPECT_NE(markup.find("\"M38 54l268 0\""), std::string::npos) << "the median: " << markup;
    EXPECT_EQ(markup.find("1999"), std::string::npos);
    EXPECT_NE(markup.find(">10 %<"), std::string::npos);
}

TEST(CodeYearsStill, SixCodesAtMostTheFrequentOnesFirst) {
    const std::string focus = every_method_result().focus;
    Json rows = Json::array();
    for (int code = 0; code < 9; ++code) rows.push_back({"code" + std::to_string(code), focus, 2001, 0.1 * code});
    const std::string markup = drawn_codes(rows);
    EXPECT_LT(markup.find("code8"), markup.find("code3"));
    EXPECT_NE(markup.find("code3"), std::string::npos);
    EXPECT_EQ(markup.find("code2"), std::string::npos);
}

TEST(CodeYearsStill, NothingWithoutTheState) {
    EXPECT_TRUE(drawn_codes({{"peace", "AAA", 2001, 0.1}}).empty());
    EXPECT_TRUE(drawn_codes(Json::array()).empty());
}

}  // namespace code_years_still_test
}  // namespace tarazy
