#include "analyses/simulate/forecast_analysis.hpp"

#include "analyses/simulate/forecast_claims.hpp"
#include "analyses/simulate/forecast_data.hpp"
#include "analyses/simulate/past_skill.hpp"
#include "base/text_lists.hpp"
#include "simulate/forecast/hindcast_table.hpp"
#include "simulate/forecast/seal_scores.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::vector<std::size_t> years_ahead(std::size_t most) {
    std::vector<std::size_t> years;
    for (std::size_t year = 1; year <= most; ++year) years.push_back(year);
    return years;
}

/// 1, 3 and 5 as far as they are asked for, and the last.
std::vector<std::size_t> scored_horizons(std::size_t most) {
    std::vector<std::size_t> horizons;
    for (const std::size_t horizon : {1, 3, 5})
        if (horizon < most) horizons.push_back(horizon);
    horizons.push_back(most);
    return horizons;
}

/// The model first, so that it is the first of the chapter and of the figure.
std::vector<Forecaster> model_first(std::vector<Forecaster> all, const std::string& model) {
    std::stable_partition(all.begin(), all.end(), [&](const Forecaster& one) { return one.name == model; });
    return all;
}

Table observed_table(const YearPanel& panel) {
    TableRows rows(TextColumn{"state"}, TextColumn{"series"}, IntegerColumn{"year"}, RealColumn{"value"});
    for (std::size_t state = 0; state < panel.states.size(); ++state)
        for (std::size_t s = 0; s < panel.series.size(); ++s)
            for (std::int64_t year = panel.first_year; year <= panel.last_year(); ++year)
                if (!std::isnan(panel.at(state, year)[s]))
                    rows.add(panel.states[state], panel.series[s], year, panel.at(state, year)[s]);
    return rows.table();
}

Table fans_table(const AnalysisPlan& plan, const StudyPanel& study, std::size_t draws,
                 std::vector<std::string>& notes) {
    Table all;
    const ForecastRequest request{years_ahead(static_cast<std::size_t>(plan.parameters.get<std::int64_t>("horizon"))),
                                  draws, plan.frame.seed, plan.frame.work};
    for (const Forecaster& forecaster : model_first(study.forecasters, plan.parameters.get<std::string>("model"))) {
        const ForecastDraws made = forecaster.forecast(study.panel, request);
        for (const std::string& note : made.notes) notes.push_back(forecaster.name + ": " + note);
        Table fan = fan_of_draws(study.panel, forecaster.name, made);
        all = all.columns.empty() ? std::move(fan) : append_rows(all, fan);
    }
    return all;
}

/// What the seal is, and how far it has come.
Table seal_state(const SealRead& read, const std::vector<std::int64_t>& waiting) {
    const SealedForecast& seal = read.seal;
    TableRows rows(TextColumn{"model"}, TextColumn{"sealed_on"}, IntegerColumn{"last_year"},
                   IntegerColumn{"first_forecast_year"}, IntegerColumn{"final_year"}, TextColumn{"waiting"},
                   TextColumn{"sha256"}, TextColumn{"program"});
    const std::string years = joined(waiting, ", ", [](std::int64_t year) { return std::to_string(year); });
    rows.add(seal.model, seal.sealed_on, seal.history.last_year(), first_forecast_year(seal),
             seal.history.last_year() + static_cast<std::int64_t>(seal.forecasts.front().draws.horizons.back()), years,
             read.sha256, seal.program);
    return rows.table();
}

void add_seal_tables(const SealRead& read, const StudyPanel& study, std::vector<ResultTable>& tables,
                     std::vector<std::string>& notes) {
    const SealedForecast& seal = read.seal;
    Table fans;
    for (const SealedDraws& forecast : seal.forecasts) {
        if (forecast.name != seal.model) continue;
        fans = fan_of_draws(seal.history, forecast.name, forecast.draws);
    }
    SealScores scores;
    try {
        scores = score_seal(seal, study.panel, "the series");
    } catch (const InputError&) {
        for (const std::size_t horizon : seal.forecasts.front().draws.horizons)
            scores.waiting.push_back(seal.history.last_year() + static_cast<std::int64_t>(horizon));
    }
    for (const std::string& note : scores.notes) notes.push_back("sealed forecast: " + note);
    tables.push_back({"seal", seal_state(read, scores.waiting)});
    tables.push_back({"sealed", std::move(fans)});
    tables.push_back({"scores", seal_means_table(seal, scores)});
    tables.push_back({"scored", seal_score_table(seal, scores)});
}

std::vector<ResultTable> compute_forecast(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    if (data.at("series")->rows() == 0) return {{"", {}}};
    const std::optional<StudyPanel> study = study_panel(plan, data);
    if (!study) return {{"", {}}};
    std::vector<std::string> notes = study->notes;
    const auto draws = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws"));
    std::vector<ResultTable> tables;
    tables.push_back({"", fans_table(plan, *study, draws, notes)});
    tables.push_back({"observed", observed_table(study->panel)});
    const auto horizon = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("horizon"));
    tables.push_back(
        {"skill",
         past_skill(plan, study->panel, study->scale, study->forecasters, scored_horizons(horizon), {}, notes).skill});
    if (const std::optional<SealRead> seal = study_seal(plan, data)) add_seal_tables(*seal, *study, tables, notes);
    tables.push_back({"notes", notes_table(notes)});
    return tables;
}

}  // namespace

Method forecast_method() {
    Method method;
    method.id = "simulate.forecast";
    method.reads = {{{"series"}, {"sealed_forecast", false}}};
    method.parameters = panel_rules();
    method.parameters.push_back({"horizon", ParameterKind::integer, "3", 1, 100, {}, "years ahead"});
    const std::vector<ParameterRule> past = past_skill_rules();
    method.parameters.insert(method.parameters.end(), past.begin(), past.end());
    method.compute = compute_forecast;
    method.claims = forecast_claims;
    method.quantities = forecast_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "forecast" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "no series of the state in focus is long enough to be forecast";
    };
    return method;
}

}  // namespace tarazy
