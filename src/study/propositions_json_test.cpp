#include "study/propositions_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace propositions_json_test {

JudgedProposition full_proposition() {
    JudgedProposition proposition;
    proposition.id = "P1";
    proposition.verdict = Verdict::mixed;
    proposition.as_recorded = Verdict::supported;
    proposition.readings_tried = 7;
    JudgedTest test;
    test.analysis = "a";
    test.part = TestPart::premise;
    test.data_seen = true;
    test.absolute_because = {"why", "неге", "почему"};
    test.comparison = {5, 2, {"UZB", "KGZ"}};
    test.lacks_quantity = true;
    test.withheld = true;
    proposition.tests = {test};
    proposition.overturned_by = {{"cells", "KAZ", "NWFZ", "0.67", "0.33", "stated alternative", Verdict::silent, {0}}};
    proposition.topic = "nuclear";
    proposition.expects = {{"realism", Expectation::fails}, {"constructivism", Expectation::holds}};
    proposition.expects_seen = true;
    return proposition;
}

TEST(PropositionsJson, NothingIsLost) {
    const nlohmann::ordered_json json = proposition_json(full_proposition());
    EXPECT_EQ(proposition_json(proposition_from_json(json)), json);
    const JudgedProposition again = proposition_from_json(json);
    EXPECT_EQ(again.as_recorded, Verdict::supported);
    EXPECT_EQ(again.topic, "nuclear");
    EXPECT_EQ(again.expects.at(0).expects, Expectation::fails);
    EXPECT_TRUE(again.expects_seen);
    EXPECT_EQ(again.tests[0].comparison.passed, 2u);
    EXPECT_EQ(again.overturned_by[0].then, Verdict::silent);
    const Contradiction contradiction{"votes.trend", {{"a", "+", {"a.x"}}, {"b", "-", {"b.x"}}}, 9, 4};
    const nlohmann::ordered_json other = contradiction_json(contradiction);
    EXPECT_EQ(contradiction_json(contradiction_from_json(other)), other);
}

TEST(PropositionsJson, WhatDoesNotFitIsRefused) {
    nlohmann::ordered_json json = proposition_json(full_proposition());
    json["overturned_by"][0]["tests"] = {1};
    EXPECT_THROW((void)proposition_from_json(json), std::exception);
    json = proposition_json(full_proposition());
    json["verdict"] = "proven";
    EXPECT_THROW((void)proposition_from_json(json), std::exception);
}

}  // namespace propositions_json_test
}  // namespace tarazy
