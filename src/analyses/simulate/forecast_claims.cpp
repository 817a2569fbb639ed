#include "analyses/simulate/forecast_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "analyses/simulate/skill_claims.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"

namespace tarazy {
namespace {

void add_forecasts(const AnalysisPlan& plan, const Table& fan, std::vector<Claim>& claims) {
    const std::string model = plan.parameters.get<std::string>("model");
    for (std::size_t row = 0; row < fan.rows(); ++row) {
        if (text_in(fan, "forecaster", row) != model) continue;
        Claim claim = simulate_claim(plan, "simulate forecast", forecast_parts(fan, row), number_in(fan, "q50", row));
        claim.unit = "as the series";
        claim.formula = "median of the draws of '" + model + "'";
        claim.formula_source = "this program";
        claim.inputs = uses(plan, "all years", {"series"});
        put_fan(claim, fan, row, "draws");
        claims.push_back(std::move(claim));
    }
}

void add_sealed(const AnalysisPlan& plan, const Table& scores, std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < scores.rows(); ++row) {
        if (text_in(scores, "model", row) != "1" || text_in(scores, "kind", row) != "forecast") continue;
        Claim claim =
            simulate_claim(plan, "simulate forecast", sealed_skill_parts(scores, row), number_in(scores, "skill", row));
        claim.unit = "share of the benchmark's score";
        claim.formula =
            "1 - CRPS / CRPS of '" + text_in(scores, "benchmark", row) + "', the best benchmark in the seal";
        claim.formula_source = "Gneiting & Raftery 2007";
        claim.inputs = uses(plan, "years " + text_in(scores, "years", row));
        claim.no_interval = "one sealed forecast";
        claims.push_back(std::move(claim));
    }
}

}  // namespace

ClaimParts forecast_parts(const Table& fan, std::size_t row) {
    return {"", "", "forecast", {text_in(fan, "series", row)}, text_in(fan, "year", row)};
}

ClaimParts sealed_skill_parts(const Table& scores, std::size_t row) {
    return {"", "", "sealed_skill", {text_in(scores, "forecaster", row)}, text_in(scores, "years", row)};
}

std::vector<Claim> forecast_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    if (const Table* fan = find_table(tables, "")) add_forecasts(plan, *fan, claims);
    if (const Table* skill = find_table(tables, "skill"))
        add_skills(plan, {"simulate forecast", "series"}, *skill, claims);
    if (const Table* scores = find_table(tables, "scores")) add_sealed(plan, *scores, claims);
    return claims;
}

std::vector<QuantityForm> forecast_quantities(const AnalysisPlan&) {
    return {{"forecast.<series>.<year>", true, ""},
            {"skill.<forecaster>-<horizon>", true, ""},
            {"sealed_skill.<forecaster>.<years>", false, ""}};
}

}  // namespace tarazy
