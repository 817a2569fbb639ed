#include "serve/study/propositions_told.hpp"

#include "report/criterion_words.hpp"
#include "report/report_context.hpp"
#include "study/method.hpp"
#include "study/run.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

using nlohmann::json;

json in_languages(const LocalText& text) {
    return {{"en", text.en}, {"kk", text.kk}, {"ru", text.ru}};
}

/// The study's own words, for codes in what a test asks for.
StudyResult words_of(const StudyFile& study) {
    StudyResult result;
    result.words = study.words;
    for (const StudyPole& pole : study.poles) result.poles.push_back({pole.id.text, pole.name, {}});
    return result;
}

/// The key of the list that a test stands in.
std::string_view list_of(TestPart part) {
    switch (part) {
        case TestPart::premise: return "if";
        case TestPart::consequence: return "then";
        default: return "test";
    }
}

json tests_told(const StudyProposition& proposition, const ReportContext& context) {
    json tests = json::array();
    std::map<TestPart, std::size_t> number;
    for (const DeclaredTest& test : proposition.tests) {
        const std::string_view part = list_of(test.part);
        tests.push_back({{"path", "proposition." + proposition.id.text + '.' + std::string(part) + '.' +
                                      std::to_string(++number[test.part])},
                         {"part", part},
                         {"analysis", test.analysis.text},
                         {"quantity", test.quantity.text},
                         {"criterion", test.criterion_text.text},
                         {"words", in_languages(criterion_in_words(context, test.criterion))},
                         {"weight", test.weight},
                         {"line", test.quantity.place.line},
                         {"data_seen", test.data_seen},
                         {"opposite_means", in_languages(test.opposite_means)},
                         {"absolute_because", in_languages(test.absolute_because)}});
    }
    return tests;
}

/// What theories expect, the proposition's own left out: it is not written.
json expectations_told(const StudyProposition& proposition) {
    json expects = json::object();
    for (const TheoryExpectation& one : proposition.expects)
        if (one.theory != proposition.theory.text) expects[one.theory] = to_string(one.expects);
    return expects;
}

}  // namespace

json propositions_told(const StudyFile& study) {
    const StudyResult words = words_of(study);
    const ReportContext context(words, {});
    json list = json::array();
    for (const StudyProposition& proposition : study.propositions)
        list.push_back({{"id", proposition.id.text},
                        {"text", in_languages(proposition.text)},
                        {"line", proposition.id.place.line},
                        {"theory", proposition.theory.text},
                        {"topic", proposition.topic.text},
                        {"would_change", in_languages(proposition.would_change)},
                        {"expects", expectations_told(proposition)},
                        {"expects_seen", proposition.expects_seen},
                        {"tests", tests_told(proposition, context)}});
    return list;
}

json comparison_told(const StudyFile& study, std::string_view comparison) {
    try {
        const Criterion criterion = parse_criterion(comparison);
        const StudyResult words = words_of(study);
        return {{"words", in_languages(criterion_in_words(ReportContext(words, {}), criterion))}};
    } catch (const InputError& error) {
        return {{"what", error.problems().front().what}, {"remedy", error.problems().front().remedy}};
    }
}

json quantities_told(const StudyFile& study, std::string_view analysis, Methods methods) {
    json list = json::array();
    const auto found =
        std::ranges::find(study.analyses, analysis, [](const StudyAnalysis& one) { return one.id.text; });
    if (found == study.analyses.end()) return list;
    const Method& method = *find_method(methods, found->method.text);
    if (method.quantities == nullptr) return list;
    for (const QuantityForm& form : method.quantities(plan_analysis(study, *found, study_frame(study), method)))
        list.push_back({{"text", form.text}, {"uncertain", form.uncertain}, {"window", form.window}});
    return list;
}

}  // namespace tarazy
