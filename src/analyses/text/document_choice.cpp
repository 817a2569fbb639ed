#include "analyses/text/document_choice.hpp"

#include <algorithm>

namespace tarazy {

ParameterRule windows_rule(const std::string& meaning) {
    return {"windows", ParameterKind::spans, std::nullopt, 1816, 2100, {}, meaning};
}

ParameterRule group_rule() {
    return {"group", ParameterKind::text, "state", 0, 0, {}, "column that says whose words a document holds"};
}

ParameterRule language_rule(bool of_each_sentence) {
    ParameterRule rule{"language", ParameterKind::text, "en", 0, 0, {"en", "kk", "ru", "zh"}, "of the documents"};
    if (of_each_sentence) {
        rule.choices.emplace_back("auto");
        rule.meaning += "; auto: of each sentence";
    }
    return rule;
}

ParameterRule draws_rule() {
    return {"draws", ParameterKind::integer, "999", 99, 100000, {}, "of documents, with replacement"};
}

std::vector<Span> text_windows(const AnalysisPlan& plan) {
    if (!plan.parameters.has("windows")) return {plan.frame.years};
    return plan.parameters.get<std::vector<Span>>("windows");
}

std::vector<std::pair<int, int>> text_window_years(const AnalysisPlan& plan) {
    std::vector<std::pair<int, int>> years;
    for (const Span& window : text_windows(plan)) years.emplace_back(window.first, window.last);
    return years;
}

std::vector<std::string> focus_and_comparison(const AnalysisPlan& plan) {
    std::vector<std::string> states = {plan.frame.focus};
    states.insert(states.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    return states;
}

GroupChoice document_choice(const AnalysisPlan& plan, std::vector<std::string> groups) {
    const std::vector<Span> windows = text_windows(plan);
    return {plan.parameters.get<std::string>("group"), std::move(groups),
            std::ranges::min(windows, {}, &Span::first).first, std::ranges::max(windows, {}, &Span::last).last};
}

}  // namespace tarazy
