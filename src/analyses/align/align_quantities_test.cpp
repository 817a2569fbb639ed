#include "analyses/align/align_quantities.hpp"

#include "analyses/every_method_test.hpp"
#include "ledger/claim_id.hpp"
#include "study/quantity_form.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace tarazy {
namespace align_quantities_test {

struct ComputedAnalysis {
    PreparedAnalysis of;
    std::vector<ResultTable> tables;
    [[nodiscard]] std::vector<Claim> claims() const { return of.method->claims(of.plan, tables); }
};

/// With three comparison states, which have a standing.
std::vector<ComputedAnalysis> align_analyses() {
    static const std::vector<ComputedAnalysis> all = [] {
        std::vector<ComputedAnalysis> found;
        for (PreparedAnalysis& each : every_analysis()) {
            if (!each.method->id.starts_with("align.")) continue;
            each.plan.frame.comparison = {"UZB", "USA", "FRA"};
            auto tables = each.compute();
            found.push_back({std::move(each), std::move(tables)});
        }
        return found;
    }();
    return all;
}

std::string quantity_of(const ComputedAnalysis& analysis, const Claim& claim) {
    return claim.id.substr(analysis.of.plan.id.size() + 1);
}

/// The claims when every number of the focus state is tested.
std::vector<Claim> all_claims(ComputedAnalysis& analysis) {
    for (const Claim& claim : analysis.claims())
        if (claim.parts.state.empty()) analysis.of.plan.tested.push_back(quantity_of(analysis, claim));
    return analysis.claims();
}

TEST(AlignQuantities, EveryNumberIsSaidBeforehandWithWhetherItIsUncertain) {
    for (ComputedAnalysis& analysis : align_analyses()) {
        SCOPED_TRACE(analysis.of.plan.id);
        ASSERT_NE(analysis.of.method->quantities, nullptr);
        const std::vector<QuantityForm> forms = analysis.of.method->quantities(analysis.of.plan);
        std::set<std::string> filled, surprises;
        for (const Claim& claim : all_claims(analysis)) {
            const std::string quantity = quantity_of(analysis, claim);
            const QuantityForm* form = fitting_form(forms, quantity);
            if (form == nullptr || (claim.value && form->uncertain != claim.interval.has_value())) {
                surprises.insert(quantity);
                continue;
            }
            filled.insert(form->text);
            EXPECT_TRUE(form->window.empty() || form->window.find('-') != std::string::npos);
            EXPECT_EQ(form->window.empty(), claim.parts.time.find('-') == std::string::npos) << quantity;
        }
        EXPECT_EQ(surprises, std::set<std::string>{});
        // The data of the small study hold all of what is said of the focus state, and of states where not lacking.
        std::set<std::string> unfilled;
        for (const QuantityForm& form : forms)
            if (!filled.contains(form.text) && !form.text.starts_with("state.") &&
                form.text.find("_of_") == std::string::npos)
                unfilled.insert(form.text);
        EXPECT_EQ(unfilled, std::set<std::string>{});
    }
}

TEST(AlignQuantities, TestedNumbersHaveComparisonStatesAndStandings) {
    for (ComputedAnalysis& analysis : align_analyses()) {
        if (analysis.of.method->id == "align.similarity") continue;
        SCOPED_TRACE(analysis.of.plan.id);
        for (const Claim& claim : analysis.claims()) {
            EXPECT_FALSE(claim.quantity.starts_with("standing_of_")) << claim.id << " was not asked for";
            EXPECT_FALSE(claim.quantity.starts_with("rank_of_")) << claim.id << " was not asked for";
        }
        std::map<std::string, std::set<std::string>> states;
        std::set<std::string> standings;
        for (const Claim& claim : all_claims(analysis)) {
            ClaimParts parts = claim.parts;
            parts.state.clear();
            states[series_claim_id("", parts)].insert(claim.parts.state);
            if (claim.quantity.starts_with("standing_of_")) {
                ASSERT_TRUE(claim.value);
                EXPECT_GE(*claim.value, 0);
                EXPECT_LE(*claim.value, 1);
                standings.insert(claim.quantity);
            }
        }
        EXPECT_TRUE(standings.contains("standing_of_mean_share") || analysis.of.plan.id == "hedge_flows");
        for (const auto& [number, of] : states) {
            const bool of_poles =
                number.find("tension") != std::string::npos || number.find("position.") != std::string::npos ||
                number.find("sessions_") != std::string::npos || number.find("_of_") != std::string::npos;
            EXPECT_EQ(of.contains("UZB"), !of_poles) << number;
        }
    }
}

TEST(AlignQuantities, TwoComparisonStatesHaveNoStanding) {
    PreparedAnalysis analysis = prepared_analysis("shares");
    analysis.plan.frame.comparison = {"UZB", "FRA"};
    for (const QuantityForm& form : shares_quantities(analysis.plan))
        EXPECT_EQ(form.text.find("_of_"), std::string::npos) << form.text;
}

TEST(AlignQuantities, WithoutBootstrapNothingIsUncertain) {
    PreparedAnalysis analysis = prepared_analysis("shares");
    analysis.plan.parameters.set("bootstrap", std::int64_t{0});
    for (const QuantityForm& form : shares_quantities(analysis.plan)) EXPECT_FALSE(form.uncertain) << form.text;
}

TEST(AlignQuantities, OneWindowOverAllYearsIsSaidWithoutThem) {
    PreparedAnalysis analysis = prepared_analysis("shares");
    analysis.plan.parameters.set("windows", std::vector<Span>{});
    const auto forms = shares_quantities(analysis.plan);
    const QuantityForm* form = fitting_form(forms, "mean_share.RUS.2005-2016");
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->text, "mean_share.RUS.<year>-<year>");
    EXPECT_EQ(form->window, "2005-2016");
    EXPECT_TRUE(form->uncertain);
}

TEST(AlignQuantities, TheWholeIsUncertainAsSoonAsADomainThatWeighsIs) {
    PreparedAnalysis analysis = prepared_analysis("hedge");
    const auto uncertain = [&](const std::string& quantity) {
        const auto forms = balance_quantities(analysis.plan);
        return fitting_form(forms, quantity)->uncertain;
    };
    EXPECT_TRUE(uncertain("overall.h_total.2005-2016"));
    EXPECT_FALSE(uncertain("overall.years_aligned.RUS.2005-2016"));
    EXPECT_FALSE(uncertain("imports.evenness.2005-2016"));
    analysis.plan.parameters.set("weights",
                                 NamedNumbers{{"positions", 0}, {"ties", 1}, {"institutions", 1}, {"imports", 1}});
    EXPECT_FALSE(uncertain("overall.h_total.2005-2016"));
    EXPECT_TRUE(uncertain("positions.evenness.2005"));
    analysis.plan.parameters.set("errors", NamedNumbers{{"imports", 1.2}});
    EXPECT_TRUE(uncertain("overall.h_total.2005-2016"));
}

}  // namespace align_quantities_test
}  // namespace tarazy
