#include "analyses/simulate/forecast_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
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

void add_skills(const AnalysisPlan& plan, const Table& skill, std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < skill.rows(); ++row) {
        const std::optional<double> value = number_in(skill, "skill", row);
        if (!value) continue;
        Claim claim = simulate_claim(plan, "simulate forecast", skill_parts(skill, row), value);
        claim.unit = "share of the benchmark's score";
        claim.formula = "1 - mean CRPS / mean CRPS of '" + text_in(skill, "benchmark", row) +
                        "', the best of the other naive forecasts";
        claim.formula_source = "Gneiting & Raftery 2007; Politis & Romano 1992 for the interval";
        claim.inputs =
            uses(plan, text_in(skill, "origins", row) + " origins, " + text_in(skill, "forecasts", row) + " forecasts",
                 {"series"});
        claim.interval = interval_in(skill, row, "skill_lower", "skill_upper", 0.9, "blocks of origins drawn again");
        claim.quantiles = quantiles_in(skill, row, {{0.05, "skill_lower"}, {0.95, "skill_upper"}});
        if (!claim.interval) claim.no_interval = "too few origins to draw blocks of them";
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

ClaimParts skill_parts(const Table& skill, std::size_t row) {
    ClaimParts parts{"", "", "skill", {}, ""};
    if (skill.find("series")) parts.about.push_back(text_in(skill, "series", row));
    parts.about.push_back(text_in(skill, "forecaster", row));
    parts.about.push_back(text_in(skill, "horizon", row));
    return parts;
}

ClaimParts sealed_skill_parts(const Table& scores, std::size_t row) {
    return {"", "", "sealed_skill", {text_in(scores, "forecaster", row)}, text_in(scores, "years", row)};
}

std::vector<Claim> forecast_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    if (const Table* fan = find_table(tables, "")) add_forecasts(plan, *fan, claims);
    if (const Table* skill = find_table(tables, "skill")) add_skills(plan, *skill, claims);
    if (const Table* scores = find_table(tables, "scores")) add_sealed(plan, *scores, claims);
    return claims;
}

std::vector<QuantityForm> forecast_quantities(const AnalysisPlan&) {
    return {{"forecast.<series>.<year>", true, ""},
            {"skill.<forecaster>-<horizon>", true, ""},
            {"sealed_skill.<forecaster>.<years>", false, ""}};
}

}  // namespace tarazy
