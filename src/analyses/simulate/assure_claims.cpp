#include "analyses/simulate/assure_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr const char* told_quantities[] = {
    "forgo_given_assure",
    "forgo_given_silent",
    "effect_of_assurance_on_forgo",
    "press_given_assure",
    "press_given_silent",
    "effect_of_assurance_on_press",
    "honour_given_assure",
    "honour_given_silent",
    "effect_of_assurance_on_honour",
    "largest_effect_on_a_choice",
    "worth_of_assurance_to_state",
    "news_of_assurance",
    "effect_of_audience_cost_on_honour",
    "effect_of_audience_cost_on_forgo",
    "assure_given_resolved",
    "assure_given_unresolved",
    "abandoned",
};
constexpr const char* told_shares[] = {
    "share_raises_forgoing",
    "share_deters",
    "share_worth_something",
    "share_rather_not_honoured",
    "share_valuable_though_declaratory",
};

bool is_told(std::span<const char* const> names, const std::string& name) {
    return std::ranges::any_of(names, [&](const char* told) { return name == told; });
}

}  // namespace

std::span<const char* const> assure_told_quantities() {
    return told_quantities;
}

std::span<const char* const> assure_told_shares() {
    return told_shares;
}

std::vector<Claim> assure_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* quantities = find_table(tables, "");
    if (quantities == nullptr) return claims;
    for (std::size_t row = 0; row < quantities->rows(); ++row) {
        const std::string name = text_in(*quantities, "quantity", row);
        if (!is_told(told_quantities, name)) continue;
        Claim claim =
            simulate_claim(plan, "simulate assure", {"", "", name, {}, ""}, number_in(*quantities, "q50", row));
        claim.unit = name == "worth_of_assurance_to_state" ? "payoff" : "probability";
        claim.formula = "median over the draws of the game's agent logit equilibrium";
        claim.formula_source = "McKelvey & Palfrey 1998";
        claim.inputs = uses(plan, text_in(*quantities, "n", row) + " draws over all ranges");
        put_fan(claim, *quantities, row, "draws");
        claims.push_back(std::move(claim));
    }
    const Table* shares = find_table(tables, "shares");
    if (shares == nullptr) return claims;
    for (std::size_t row = 0; row < shares->rows(); ++row) {
        const double met = number_in(*shares, "met", row).value_or(0), n = number_in(*shares, "n", row).value_or(0);
        if (!(n > 0)) continue;
        Claim claim =
            simulate_claim(plan, "simulate assure", {"", "", text_in(*shares, "share", row), {}, ""}, std::nullopt);
        put_share(claim, met, n, "draws");
        claim.formula = "draws in which it holds / draws";
        claim.inputs = uses(plan, text_in(*shares, "n", row) + " draws over all ranges");
        claims.push_back(std::move(claim));
    }
    return claims;
}

std::vector<QuantityForm> assure_claim_forms(const AnalysisPlan&) {
    std::vector<QuantityForm> forms;
    for (const char* name : told_quantities) forms.push_back({name, true, ""});
    for (const char* name : told_shares) forms.push_back({name, true, ""});
    return forms;
}

}  // namespace tarazy
