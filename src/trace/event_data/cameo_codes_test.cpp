#include "trace/event_data/cameo_codes.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tarazy {
namespace cameo_codes_test {

TEST(CameoCodes, TheTableIsWhole) {
    ASSERT_EQ(cameo_codes().size(), 312u);
    std::size_t without_type = 0;
    for (const CameoCode& code : cameo_codes()) {
        EXPECT_TRUE(is_cameo_code(code.code)) << code.code;
        EXPECT_LE(std::abs(code.goldstein), 10 * goldstein_unit) << code.code;
        EXPECT_EQ(quad_of_plover(code.plover).has_value(), !code.plover.empty()) << code.code;
        without_type += code.plover.empty() ? 1 : 0;
        if (code.plover.empty()) {
            EXPECT_TRUE(code.code.starts_with("01") || code.code.starts_with("02"));
        }
    }
    EXPECT_EQ(without_type, 39u);
}

TEST(CameoCodes, KnownValues) {
    ASSERT_NE(find_cameo("057"), nullptr);
    EXPECT_EQ(find_cameo("057")->name, "Sign formal agreement");
    EXPECT_EQ(find_cameo("057")->plover, "SUPPORT");
    EXPECT_EQ(find_cameo("190")->goldstein, -10 * goldstein_unit);
    EXPECT_EQ(find_cameo("042")->goldstein, 1'900'000);
}

TEST(CameoCodes, ACodeTheTableLacksBelongsToTheOneAboveIt) {
    EXPECT_EQ(find_cameo("0579")->code, "057");
    EXPECT_EQ(find_cameo("99"), nullptr);
    EXPECT_EQ(find_cameo("5"), nullptr);
}

TEST(CameoCodes, NamesLeadToTheLongerOfTwoCodes) {
    EXPECT_EQ(find_cameo_name("Make statement")->code, "010");
    EXPECT_EQ(find_cameo_name("consult")->code, "040");
    EXPECT_EQ(find_cameo_name("Make a wish"), nullptr);
}

TEST(CameoCodes, RulesOfTheQuadClasses) {
    for (const QuadRule rule : {QuadRule::gdelt, QuadRule::icews}) {
        EXPECT_EQ(quad_of("051", rule), Quad::vcoop);
        EXPECT_EQ(quad_of("061", rule), Quad::mcoop);
        EXPECT_EQ(quad_of("100", rule), Quad::vconf);
        EXPECT_EQ(quad_of("138", rule), Quad::vconf);
        EXPECT_EQ(quad_of("14", rule), Quad::mconf);
        EXPECT_EQ(quad_of("204", rule), Quad::mconf);
    }
    EXPECT_EQ(quad_of("090", QuadRule::gdelt), Quad::mcoop);
    EXPECT_EQ(quad_of("090", QuadRule::icews), Quad::vconf);
    EXPECT_EQ(quad_of("090", QuadRule::plover), Quad::vconf);
    EXPECT_EQ(quad_of("010", QuadRule::plover), std::nullopt);
    EXPECT_EQ(quad_of("081", QuadRule::plover), quad_of_plover(find_cameo("081")->plover));
    EXPECT_EQ(quad_of_plover("agree"), Quad::vcoop);
    EXPECT_EQ(quad_of_plover("AGREED"), std::nullopt);
    EXPECT_EQ(quad_named("MCONF"), Quad::mconf);
    EXPECT_EQ(to_string(Quad::vconf), "VCONF");
}

TEST(CameoCodes, WhatIsNoCode) {
    for (const char* text : {"", "1", "00", "21", "0x1", "---", "01011", "42"}) EXPECT_FALSE(is_cameo_code(text));
    for (const char* text : {"01", "010", "0211", "20", "2041"}) EXPECT_TRUE(is_cameo_code(text));
}

}  // namespace cameo_codes_test
}  // namespace tarazy
