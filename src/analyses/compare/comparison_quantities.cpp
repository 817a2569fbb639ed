#include "analyses/compare/comparison_quantities.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "analyses/compare/minimise_claims.hpp"
#include "base/text_lists.hpp"
#include "compare/minimisation/all_models.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tarazy {
namespace {

class FormList {
public:
    void add(const std::string& text) { forms_.push_back({text}); }
    void add(const std::string& front, std::initializer_list<const char*> measures) {
        for (const char* measure : measures) add(front + measure);
    }
    [[nodiscard]] std::vector<QuantityForm> take() { return std::move(forms_); }

private:
    std::vector<QuantityForm> forms_;
};

std::vector<std::string> condition_names(const AnalysisPlan& plan) {
    return listed(plan.parameters.get<std::string>("conditions"), ',');
}

/// Without expectations the intermediate solution is the conservative one.
std::vector<std::string> solution_types_of(const AnalysisPlan& plan) {
    std::vector<std::string> types;
    for (const SolutionKind kind : solution_kinds) {
        if (kind == SolutionKind::intermediate && plan.parameters.get<std::string>("expect").empty()) continue;
        types.emplace_back(to_string(kind));
    }
    return types;
}

void add_fits(const AnalysisPlan& plan, FormList& forms) {
    for (const std::string& condition : condition_names(plan)) {
        // Which conditions have levels is known when the cases are read.
        for (const std::string& literal : {condition, '~' + condition, condition + "{<level>}"}) {
            forms.add("necessity." + literal, {".incl", ".RoN", ".cov"});
            forms.add("sufficiency." + literal, {".incl", ".PRI", ".cov"});
        }
    }
    for (const char* searched : {"necessity.<literals> + <literal>", "necessity.<literals>*<literal>"})
        forms.add(searched, {".incl", ".RoN", ".cov"});
}

void add_solutions(const AnalysisPlan& plan, FormList& forms) {
    for (const std::string& type : solution_types_of(plan)) {
        forms.add(type, {".models", ".incl", ".cov"});
        const std::string model = type + (type == "intermediate" ? ".<pair>.<model>" : ".<model>");
        forms.add(model, {".incl", ".PRI", ".cov"});
        forms.add(model + ".<term>", {".incl", ".PRI", ".cov", ".covU"});
    }
}

void add_focus(const AnalysisPlan& plan, FormList& forms) {
    if (focus_case(plan).empty()) return;
    forms.add("focus_row_cases");
    for (const std::string& type : solution_types_of(plan))
        forms.add(type, {".focus_terms", ".focus_shared", ".focus_alone"});
    for (const std::string& condition : condition_names(plan)) forms.add("focus_rank." + condition);
    for (const std::string& quantity : plan.tested)
        if (about_focus(quantity)) forms.add("state.<case>." + quantity);
}

/// As the claims call it: the solution type before a sentence about models that names none.
std::vector<std::string> claimed_sentences(const std::string& sentence, const std::vector<std::string>& types) {
    const auto said = [&](std::string_view words) { return sentence.find(words) != std::string::npos; };
    if (said(" is necessary") || said(" is sufficient")) return {sentence};
    for (const SolutionKind kind : solution_kinds) {
        const std::string type(to_string(kind));
        if (!sentence.starts_with(type + ':')) continue;
        if (std::ranges::find(types, type) == types.end()) return {};
        return {sentence};
    }
    std::vector<std::string> all;
    for (const std::string& type : types) all.push_back(type + ": " + sentence);
    return all;
}

}  // namespace

std::vector<QuantityForm> minimise_quantities(const AnalysisPlan& plan) {
    FormList forms;
    forms.add("", {"cases", "cases_with_outcome", "rows", "positive_rows", "contradictory_rows"});
    forms.add("row.<number>", {".incl", ".PRI"});
    add_fits(plan, forms);
    add_solutions(plan, forms);
    add_focus(plan, forms);
    return forms.take();
}

std::vector<QuantityForm> robustness_quantities(const AnalysisPlan& plan) {
    FormList forms;
    forms.add("", {"points", "contestable_cells"});
    const std::vector<std::string> types = solution_types_of(plan);
    for (const char* quantity : {"as_coded.", "one_model.", "distinct_models.", "decisive_cells."})
        for (const std::string& type : types) forms.add(quantity + type);
    std::vector<std::string> sentences = {"models stay"};
    for (const std::string& text : listed(plan.parameters.get<std::string>("claims"), ';'))
        sentences.push_back(joined(listed(text, ' '), " "));
    for (const std::string& stated : sentences)
        for (const std::string& sentence : claimed_sentences(stated, types))
            for (const char* quantity : {"holds.", "cells_to_overturn."}) forms.add(quantity + sentence);
    return forms.take();
}

}  // namespace tarazy
