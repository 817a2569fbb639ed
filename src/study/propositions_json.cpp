#include "study/propositions_json.hpp"

#include "study/criterion.hpp"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <stdexcept>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

ordered_json in_languages(const LocalText& text) {
    return {{"en", text.en}, {"kk", text.kk}, {"ru", text.ru}};
}
LocalText text_of(const ordered_json& json) {
    return {json.at("en"), json.at("kk"), json.at("ru")};
}

/// The enumerator with this name.
template <class Enumeration>
Enumeration named(const std::string& name, std::initializer_list<Enumeration> all) {
    for (const Enumeration value : all) {
        if (to_string(value) == name) return value;
    }
    throw std::invalid_argument("unknown word '" + name + "'");
}

Verdict verdict_named(const std::string& name) {
    return named(name,
                 {Verdict::supported, Verdict::contradicted, Verdict::mixed, Verdict::silent, Verdict::not_tested});
}

ordered_json test_json(const JudgedTest& test) {
    return {{"analysis", test.analysis},
            {"quantity", test.quantity},
            {"comparison", test.criterion},
            {"part", to_string(test.part)},
            {"weight", test.weight},
            {"data_seen", test.data_seen},
            {"opposite_means", in_languages(test.opposite_means)},
            {"absolute_because", in_languages(test.absolute_because)},
            {"result", to_string(test.result)},
            {"claim", test.claim},
            {"reason", test.reason},
            {"lacks_quantity", test.lacks_quantity},
            {"withheld", test.withheld},
            {"comparison_states", test.comparison.states},
            {"comparison_passed", test.comparison.who}};
}

JudgedTest test_from(const ordered_json& json) {
    JudgedTest test;
    test.analysis = json.at("analysis");
    test.quantity = json.at("quantity");
    test.criterion = json.at("comparison");
    test.part = named(json.at("part").get<std::string>(), {TestPart::plain, TestPart::premise, TestPart::consequence});
    test.weight = json.at("weight");
    test.data_seen = json.at("data_seen");
    test.opposite_means = text_of(json.at("opposite_means"));
    test.absolute_because = text_of(json.at("absolute_because"));
    test.result =
        named(json.at("result").get<std::string>(), {TestResult::passed, TestResult::failed, TestResult::undecided});
    test.claim = json.at("claim");
    test.reason = json.at("reason");
    test.lacks_quantity = json.at("lacks_quantity");
    test.withheld = json.at("withheld");
    test.comparison.states = json.at("comparison_states");
    test.comparison.who = json.at("comparison_passed").get<std::vector<std::string>>();
    test.comparison.passed = test.comparison.who.size();
    return test;
}

ordered_json reading_json(const OverturningReading& reading) {
    return {{"data", reading.data},
            {"entry", reading.entry},
            {"variable", reading.variable},
            {"as_recorded", reading.as_recorded},
            {"other", reading.other},
            {"basis", reading.basis},
            {"then", to_string(reading.then)},
            {"tests", reading.tests}};
}

OverturningReading reading_from(const ordered_json& json) {
    return {json.at("data"),
            json.at("entry"),
            json.at("variable"),
            json.at("as_recorded"),
            json.at("other"),
            json.at("basis"),
            verdict_named(json.at("then")),
            json.at("tests").get<std::vector<std::size_t>>()};
}

}  // namespace

ordered_json proposition_json(const JudgedProposition& proposition) {
    ordered_json json = {{"id", proposition.id},
                         {"theory", proposition.theory},
                         {"text", in_languages(proposition.text)},
                         {"verdict", to_string(proposition.verdict)},
                         {"as_recorded", to_string(proposition.as_recorded)},
                         {"readings_tried", proposition.readings_tried}};
    json["overturned_by"] = ordered_json::array();
    for (const OverturningReading& reading : proposition.overturned_by)
        json["overturned_by"].push_back(reading_json(reading));
    json["tests"] = ordered_json::array();
    for (const JudgedTest& test : proposition.tests) json["tests"].push_back(test_json(test));
    json["would_change"] = in_languages(proposition.would_change);
    json["topic"] = proposition.topic;
    json["expects"] = ordered_json::array();
    for (const TheoryExpectation& one : proposition.expects)
        json["expects"].push_back({{"theory", one.theory}, {"expects", to_string(one.expects)}});
    json["expects_seen"] = proposition.expects_seen;
    return json;
}

JudgedProposition proposition_from_json(const ordered_json& json) {
    JudgedProposition proposition;
    proposition.id = json.at("id");
    proposition.theory = json.at("theory");
    proposition.text = text_of(json.at("text"));
    proposition.verdict = verdict_named(json.at("verdict"));
    proposition.as_recorded = verdict_named(json.at("as_recorded"));
    proposition.readings_tried = json.at("readings_tried");
    for (const ordered_json& test : json.at("tests")) proposition.tests.push_back(test_from(test));
    for (const ordered_json& reading : json.at("overturned_by")) {
        proposition.overturned_by.push_back(reading_from(reading));
        for (const std::size_t test : proposition.overturned_by.back().tests) (void)proposition.tests.at(test);
    }
    proposition.would_change = text_of(json.at("would_change"));
    proposition.topic = json.at("topic");
    for (const ordered_json& one : json.at("expects"))
        proposition.expects.push_back(
            {one.at("theory"), named(one.at("expects").get<std::string>(), {Expectation::holds, Expectation::fails})});
    proposition.expects_seen = json.at("expects_seen");
    return proposition;
}

ordered_json contradiction_json(const Contradiction& contradiction) {
    ordered_json sides = ordered_json::array();
    for (const ContradictingSide& side : contradiction.sides)
        sides.push_back({{"analysis", side.analysis}, {"says", side.says}, {"claims", side.claims}});
    return {{"measures", contradiction.measures},
            {"sides", std::move(sides)},
            {"common_years", contradiction.common_years},
            {"differing_years", contradiction.differing_years}};
}

Contradiction contradiction_from_json(const ordered_json& json) {
    Contradiction contradiction;
    contradiction.measures = json.at("measures");
    for (const ordered_json& side : json.at("sides"))
        contradiction.sides.push_back(
            {side.at("analysis"), side.at("says"), side.at("claims").get<std::vector<std::string>>()});
    contradiction.common_years = json.at("common_years");
    contradiction.differing_years = json.at("differing_years");
    return contradiction;
}

}  // namespace tarazy
