#include "study/claims_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace claims_json_test {

Claim claim(const std::string& id, const std::string& formula) {
    Claim made;
    made.id = id;
    made.analysis = "a";
    made.quantity = "share";
    made.value = 0.1;
    made.interval = Interval{0.05, 0.2, 0.9, "draws"};
    made.quantiles = {{0.05, 0.05}, {0.95, 0.2}};
    made.formula = formula;
    made.parameters = "{\"draws\":10}";
    made.inputs = {{"votes", "session 69"}, {"roll_calls", "session 69"}, {"votes", "session 70"}};
    made.parts = {"", "votes", "share", {"EU-27"}, "1992-2012"};
    return made;
}

TEST(ClaimsJson, WhatManyClaimsShareIsWrittenOnceAndTheirOrderIsKept) {
    const std::vector<Claim> claims = {claim("a.1", "x / y"), claim("a.2", "x + y"), claim("a.3", "x / y")};
    const nlohmann::ordered_json json = claims_json(claims);
    EXPECT_EQ(json.at("shared").size(), 2u);
    const std::vector<Claim> again = claims_from_json(json, "a");
    ASSERT_EQ(again.size(), 3u);
    EXPECT_EQ(claims_json(again), json);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(again[i].formula, claims[i].formula);
        ASSERT_EQ(again[i].inputs.size(), 3u);
        EXPECT_EQ(again[i].inputs[2].rows, "session 70");
        ASSERT_EQ(again[i].quantiles.size(), 2u);
        EXPECT_EQ(again[i].quantiles[1].probability, 0.95);
        EXPECT_EQ(again[i].quantiles[1].value, 0.2);
        EXPECT_EQ(again[i].interval->kind, "draws");
    }
}

TEST(ClaimsJson, WhyThereIsNoIntervalIsKept) {
    Claim count = claim("a.1", "x");
    count.interval.reset();
    count.no_interval = "it is counted";
    EXPECT_EQ(claims_from_json(claims_json({count}), "a").at(0).no_interval, "it is counted");
}

TEST(ClaimsJson, AClaimThatPointsAtNothingIsAnError) {
    nlohmann::ordered_json json = claims_json({claim("a.1", "x")});
    json["claims"][0]["shared"] = 7;
    EXPECT_ANY_THROW((void)claims_from_json(json, "a"));
}

}  // namespace claims_json_test
}  // namespace tarazy
