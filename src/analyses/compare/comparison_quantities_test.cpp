#include "analyses/compare/comparison_quantities.hpp"

#include "analyses/compare/minimise_analysis.hpp"
#include "analyses/compare/robustness_analysis.hpp"
#include "analyses/every_method_test.hpp"
#include "study/quantity_form.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace comparison_quantities_test {

/// The analysis with these parameters over what its study says.
PreparedAnalysis changed(const std::string& id, const std::vector<std::pair<std::string, std::string>>& parameters) {
    PreparedAnalysis analysis = prepared_analysis(id);
    StudyAnalysis written =
        *std::ranges::find(every_method_study().analyses, id, [](const StudyAnalysis& each) { return each.id.text; });
    for (const auto& [key, text] : parameters) {
        std::erase_if(written.parameters, [&](const TomlEntry& entry) { return entry.key == key; });
        TomlValue value;
        value.kind = TomlKind::text;
        value.text = text;
        written.parameters.push_back({key, {}, value});
    }
    StudyProblems problems{"", {}, {}};
    analysis.plan.parameters =
        read_parameters(written.parameters, analysis.method->parameters, analysis.method->id, problems);
    return analysis;
}

std::vector<std::string> unforeseen(const PreparedAnalysis& analysis) {
    const std::vector<QuantityForm> forms = analysis.method->quantities(analysis.plan);
    std::vector<std::string> found;
    for (const Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) {
        const std::string quantity = claim.id.substr(analysis.plan.id.size() + 1);
        if (fitting_form(forms, quantity) == nullptr) found.push_back(quantity);
    }
    return found;
}

TEST(ComparisonQuantities, EveryClaimIsForeseen) {
    PreparedAnalysis analysis = changed("reversal", {{"expect", "NORM,~THREAT"}});
    analysis.plan.tested = {"focus_rank.PACT", "parsimonious.focus_terms", "focus_row_cases"};
    EXPECT_EQ(unforeseen(analysis), std::vector<std::string>{});
    analysis.tables["cases"] = edited(analysis.tables["cases"], "UKR,1,0.67,1,0\n", "UKR,1,0.67,1,2\n");
    for (const auto& [from, to] : {std::pair("KAZ,1,1,0.67,0.67", "KAZ,1,1,0.67,0"), {"PAK,0,0,1,0.33", "PAK,0,0,1,1"}})
        analysis.tables["cases"] = edited(analysis.tables["cases"], from, to);
    analysis.tables.erase("cells");
    analysis.tables.erase("sources");
    EXPECT_EQ(unforeseen(analysis), std::vector<std::string>{}) << "with levels";
    EXPECT_EQ(unforeseen(prepared_analysis("codings")), std::vector<std::string>{});
    EXPECT_EQ(unforeseen(changed("codings", {{"expect", "NORM"},
                                             {"claims",
                                              "NORM is  necessary at 0.5; "
                                              "intermediate: term over KAZ contains NORM "
                                              "in every model;there is a  model"}})),
              std::vector<std::string>{});
}

TEST(ComparisonQuantities, WhatThereCannotBeIsNot) {
    const PreparedAnalysis reversal = prepared_analysis("reversal"), codings = prepared_analysis("codings");
    for (const auto& [analysis, quantity] : {std::pair(&reversal, "necessity.NORMM.incl"),
                                             {&reversal, "necessity.NORM.PRI"},
                                             {&reversal, "intermediate.models"},
                                             {&reversal, "focus_rank.GAVE_UP"},
                                             {&reversal, "parsimonious.focus_term"},
                                             {&codings, "holds.there is a model"},
                                             {&codings, "holds.parsimonious: there is one model"},
                                             {&codings, "as_coded.intermediate"}}) {
        EXPECT_EQ(fitting_form(analysis->method->quantities(analysis->plan), quantity), nullptr) << quantity;
    }
    PreparedAnalysis without = reversal;
    without.plan.frame.focus.clear();
    EXPECT_EQ(fitting_form(minimise_quantities(without.plan), "focus_row_cases"), nullptr);
    EXPECT_NE(fitting_form(minimise_quantities(reversal.plan), "necessity.~NORM + PACT.incl"), nullptr);
    EXPECT_NE(fitting_form(robustness_quantities(codings.plan), "holds.NORM is necessary at 0.5"), nullptr);
}

}  // namespace comparison_quantities_test
}  // namespace tarazy
