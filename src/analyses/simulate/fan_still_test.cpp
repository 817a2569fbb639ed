#include "analyses/simulate/fan_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace fan_still_test {

using Json = nlohmann::ordered_json;

Json fan_of(Json rows) {
    return {{"id", "fan-a"},
            {"kind", "fan"},
            {"columns", {"panel", "line", "year", "q05", "q25", "q50", "q75", "q95", "observed"}},
            {"rows", std::move(rows)}};
}

std::string drawn_fan(const Json& rows) {
    return fan_still(ReportContext(every_method_result(), all_chapters()), fan_of(rows)).markup;
}

TEST(FanStill, DrawsTheFirstLineOfEachPanelWithItsBands) {
    const std::string markup = drawn_fan({{"room", "wait", 2026, 0, 0.2, 0.4, 0.6, 1, nullptr},
                                          {"room", "wait", 2027, 0, 0.2, 0.5, 0.6, 1, nullptr},
                                          {"room", "hedge", 2026, 0, 0.2, 0.3, 0.6, 1, nullptr}});
    EXPECT_NE(markup.find("M38 120l268 0 0-112-268 0"), std::string::npos) << "nine tenths: " << markup;
    EXPECT_NE(markup.find("\"M38 75l268-11\""), std::string::npos) << "median: " << markup;
    EXPECT_NE(markup.find("wait"), std::string::npos);
    EXPECT_EQ(markup.find("hedge"), std::string::npos);
}

TEST(FanStill, WhatWasObservedIsDots) {
    const std::string markup = drawn_fan({{"RUS", "none", 2024, nullptr, nullptr, nullptr, nullptr, nullptr, 0.0},
                                          {"RUS", "none", 2025, 0.2, 0.4, 0.5, 0.6, 1, nullptr}});
    EXPECT_NE(markup.find("class=\"d\" d=\"M38 120h0\""), std::string::npos) << markup;
    EXPECT_EQ(markup.find("none"), std::string::npos);
}

TEST(FanStill, NothingWhereNothingIsKnown) {
    EXPECT_TRUE(drawn_fan(Json::array()).empty());
    EXPECT_TRUE(drawn_fan({{"room", "none", 2026, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr}}).empty());
}

TEST(FanStill, StandsInTheFirstChapterWithAFan) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = fan_drawing(context, *context.analysis("grows")).markup;
    EXPECT_NE(markup.find("<svg"), std::string::npos);
    EXPECT_EQ(markup.find("nan"), std::string::npos);
}

}  // namespace fan_still_test
}  // namespace tarazy
