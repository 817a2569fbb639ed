#include "analyses/simulate/ensemble_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// What the ensemble tells of a number.
struct EnsembleQuantity {
    const char *name, *table, *value, *about, *unit, *formula, *source;
};

constexpr EnsembleQuantity outcome_quantity = {
    "outcome",     "", "q50", "outcome", "as the scenario's formula gives it", "median over the runs of the scenario",
    "this program"};
constexpr EnsembleQuantity effect_quantity = {
    "effect",
    "effect",
    "q50",
    "outcome",
    "as the scenario's formula gives it",
    "median over the runs of: outcome - outcome of the same run without trends, shocks and policy",
    "this program"};
constexpr EnsembleQuantity share_quantity = {
    "share", "thresholds", "share", "threshold", "share", "runs that meet the threshold / runs", "Wilson 1927"};
constexpr EnsembleQuantity regret_quantity = {
    "regret_max",
    "regret",
    "regret_max",
    "threshold",
    "as the scenario's formula gives it",
    "largest over the runs of: outcome of the best policy - outcome of this one",
    "Savage 1951"};
constexpr EnsembleQuantity delta_quantity = {
    "delta",
    "sensitivity",
    "delta",
    "outcome",
    "0 to 1",
    "half of the expected area between the density of the outcome and its density given the input",
    "Borgonovo 2007; Plischke, Borgonovo & Smith 2013"};

Claim ensemble_claim(const AnalysisPlan& plan, const EnsembleQuantity& quantity, ClaimParts parts,
                     std::optional<double> value) {
    parts.quantity = quantity.name;
    Claim claim = simulate_claim(plan, "simulate ensemble", std::move(parts), value);
    claim.unit = quantity.unit;
    claim.formula = quantity.formula;
    claim.formula_source = quantity.source;
    return claim;
}

/// Fans: the last year, and years that a test reads.
void add_fan_claims(const AnalysisPlan& plan, const EnsembleQuantity& quantity, const Table& fan,
                    std::vector<Claim>& claims) {
    double last = 0;
    for (std::size_t row = 0; row < fan.rows(); ++row) last = std::max(last, number_in(fan, "year", row).value_or(0));
    for (std::size_t row = 0; row < fan.rows(); ++row) {
        ClaimParts parts{"",
                         policy_domain(text_in(fan, "policy", row)),
                         quantity.name,
                         {text_in(fan, "outcome", row)},
                         text_in(fan, "year", row)};
        if (number_in(fan, "year", row) != last && !read_by_a_test(plan, parts)) continue;
        Claim claim = ensemble_claim(plan, quantity, std::move(parts), number_in(fan, quantity.value, row));
        claim.inputs = uses(plan, text_in(fan, "n", row) + " runs");
        put_fan(claim, fan, row, "runs");
        claims.push_back(std::move(claim));
    }
}

void add_share_claims(const AnalysisPlan& plan, const Table& thresholds, const std::string& year,
                      std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < thresholds.rows(); ++row) {
        const std::optional<double> share = number_in(thresholds, "share", row);
        const double n = number_in(thresholds, "n", row).value_or(0);
        Claim claim = ensemble_claim(
            plan, share_quantity,
            {"", policy_domain(text_in(thresholds, "policy", row)), "", {text_in(thresholds, "threshold", row)}, year},
            share);
        claim.inputs = uses(plan, text_in(thresholds, "n", row) + " runs, " + text_in(thresholds, "outcome", row) +
                                      ' ' + text_in(thresholds, "limit", row));
        if (share && n > 0) put_share(claim, *share * n, n, "runs");
        claims.push_back(std::move(claim));
    }
}

/// Numbers whose interval comes of drawing the runs again: `X`, `X_lower`, `X_upper`.
void put_resampled(Claim& claim, const Table& table, const std::string& name, std::size_t row) {
    const std::string lower = name + "_lower", upper = name + "_upper";
    claim.interval = interval_in(table, row, lower, upper, 0.9, "runs drawn with replacement");
    claim.quantiles = quantiles_in(table, row, {{0.05, lower}, {0.95, upper}});
    if (!claim.interval && claim.value) claim.no_interval = "resamples of the runs gave none";
}

void add_regret_claims(const AnalysisPlan& plan, const Table& regret, const std::string& year,
                       std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < regret.rows(); ++row) {
        Claim claim = ensemble_claim(
            plan, regret_quantity, {"", text_in(regret, "policy", row), "", {text_in(regret, "threshold", row)}, year},
            number_in(regret, regret_quantity.value, row));
        claim.inputs = uses(plan, "all runs under all policies");
        put_resampled(claim, regret, regret_quantity.value, row);
        claims.push_back(std::move(claim));
    }
}

void add_delta_claims(const AnalysisPlan& plan, const Table& sensitivity, const std::string& year,
                      std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < sensitivity.rows(); ++row) {
        Claim claim = ensemble_claim(
            plan, delta_quantity,
            {"", "", "", {text_in(sensitivity, "outcome", row), text_in(sensitivity, "input", row)}, year},
            number_in(sensitivity, delta_quantity.value, row));
        claim.inputs = uses(plan, "all runs under the first policy");
        put_resampled(claim, sensitivity, delta_quantity.value, row);
        claims.push_back(std::move(claim));
    }
}

}  // namespace

std::string policy_domain(const std::string& policy) {
    return policy == "none" ? "" : policy;
}

std::vector<Claim> ensemble_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* fan = find_table(tables, "");
    if (fan == nullptr || fan->rows() == 0) return claims;
    add_fan_claims(plan, outcome_quantity, *fan, claims);
    if (const Table* effect = find_table(tables, "effect")) add_fan_claims(plan, effect_quantity, *effect, claims);
    const std::string year = text_in(*fan, "year", fan->rows() - 1);
    if (const Table* thresholds = find_table(tables, "thresholds")) add_share_claims(plan, *thresholds, year, claims);
    if (const Table* regret = find_table(tables, "regret")) add_regret_claims(plan, *regret, year, claims);
    if (const Table* sensitivity = find_table(tables, "sensitivity"))
        add_delta_claims(plan, *sensitivity, year, claims);
    return claims;
}

std::vector<QuantityForm> ensemble_quantities(const AnalysisPlan&) {
    return {
        {"outcome.<outcome>.<year>", true, ""},
        {"<policy>.outcome.<outcome>.<year>", true, ""},
        {"effect.<outcome>.<year>", true, ""},
        {"<policy>.effect.<outcome>.<year>", true, ""},
        {"share.<threshold>.<year>", true, ""},
        {"<policy>.share.<threshold>.<year>", true, ""},
        {"<policy>.regret_max.<threshold>.<year>", true, ""},
        {"delta.<outcome>-<input>.<year>", true, ""},
    };
}

}  // namespace tarazy
