#include "analyses/compare/xy_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace xy_still_test {

using Json = nlohmann::ordered_json;

Json cases_of(Json rows) {
    return {{"id", "xy-a"}, {"columns", {"solution", "model", "term", "case", "x", "y"}}, {"rows", std::move(rows)}};
}

std::string drawn_cases(const Json& figure) {
    StudyResult result = every_method_result();
    result.focus = "KAZ";
    return xy_still(ReportContext(result, all_chapters()), figure).markup;
}

TEST(XyStill, CasesAtOnePlaceShareAMarkAndTheStateIsNamedFirst) {
    const std::string markup = drawn_cases(cases_of({{"intermediate", 1, "", "UKR", 1, 1},
                                                     {"intermediate", 1, "", "BLR", 1, 1},
                                                     {"intermediate", 1, "", "ZAF", 1, 1},
                                                     {"intermediate", 1, "", "KAZ", 1, 1},
                                                     {"intermediate", 1, "", "LBY", 0, 0},
                                                     {"intermediate", 1, "", "EGY", 0, 0}}));
    EXPECT_NE(markup.find(">KAZ +3<"), std::string::npos) << markup;
    EXPECT_NE(markup.find(">LBY, EGY<"), std::string::npos);
    EXPECT_NE(markup.find("M314 20h0"), std::string::npos) << "the upper right corner: " << markup;
}

TEST(XyStill, CasesThatContradictTheModelAreHollow) {
    const Json rows = {{"parsimonious", 1, "", "LBY", 0.9, 0.1}};
    EXPECT_NE(drawn_cases(cases_of(rows)).find("z\" stroke=\"currentColor\""), std::string::npos);
    Json needed = cases_of(rows);
    needed["necessity"] = true;
    EXPECT_EQ(drawn_cases(needed).find("z\" stroke=\"currentColor\""), std::string::npos);
}

TEST(XyStill, DrawsTheModelThatTheStudyNamesElseAnIntermediateOne) {
    Json figure = cases_of({{"conservative", 1, "", "AAA", 1, 1},
                            {"intermediate C1P1", 1, "X", "BBB", 1, 1},
                            {"intermediate C1P1", 1, "", "CCC", 1, 1},
                            {"parsimonious", 2, "", "DDD", 1, 1}});
    EXPECT_NE(drawn_cases(figure).find(">CCC<"), std::string::npos);
    figure["model"] = "parsimonious 2";
    EXPECT_NE(drawn_cases(figure).find(">DDD<"), std::string::npos);
    figure["model"] = "intermediate C1P1 1|X";
    EXPECT_NE(drawn_cases(figure).find(">BBB<"), std::string::npos);
    figure["model"] = "none of them";
    EXPECT_NE(drawn_cases(figure).find(">CCC<"), std::string::npos);
}

TEST(XyStill, NothingWithoutCases) {
    EXPECT_TRUE(drawn_cases(cases_of(Json::array())).empty());
}

}  // namespace xy_still_test
}  // namespace tarazy
