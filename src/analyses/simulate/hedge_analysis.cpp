#include "analyses/simulate/hedge_analysis.hpp"

#include "analyses/simulate/alignment_panel.hpp"
#include "analyses/simulate/hedge_claims.hpp"
#include "analyses/simulate/past_skill.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "simulate/forecast/naive_forecasters.hpp"
#include "simulate/hedge/hedge_choice.hpp"
#include "simulate/hedge/hedge_forecaster.hpp"
#include "simulate/hedge/hedge_odd.hpp"
#include "simulate/hedge/hedge_tables.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

Problem problem_of_hedge(const AnalysisPlan& plan, const std::string& what) {
    return {"", 0, 0, "analysis '" + plan.id + "': " + what, ""};
}

std::vector<std::string> listed_parameter(const AnalysisPlan& plan, const char* name) {
    return listed(plan.parameters.get<std::string>(name), ',');
}

HedgeFitOptions hedge_options(const AnalysisPlan& plan, const HedgePanel& panel) {
    HedgeFitOptions options;
    options.starts = static_cast<unsigned>(plan.parameters.get<std::int64_t>("starts"));
    options.intervals =
        plan.parameters.get<std::string>("intervals") == "profile" ? HedgeIntervals::profile : HedgeIntervals::wald;
    options.level = hedge_claim_level;
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    try {
        choose_hedge_terms(options, panel, listed_parameter(plan, "free"), listed_parameter(plan, "fix"), "");
    } catch (const UsageError& error) {  // what stands in a study file is input
        throw InputError(problem_of_hedge(plan, error.what()));
    }
    return options;
}

std::vector<std::size_t> hedge_horizons(const AnalysisPlan& plan) {
    std::vector<std::size_t> horizons;
    for (const std::string& text : listed_parameter(plan, "horizons")) {
        const auto number = parse_integer(text);
        const bool good = number && *number >= 1 && *number <= 100 &&
                          (horizons.empty() || static_cast<std::size_t>(*number) > horizons.back());
        if (!good)
            throw InputError(
                problem_of_hedge(plan, "horizons: '" + text + "' does not fit; give whole years from 1, ascending"));
        horizons.push_back(static_cast<std::size_t>(*number));
    }
    if (horizons.empty())
        throw InputError(problem_of_hedge(plan, "horizons: there is none; give years ahead: 1, 3, 5"));
    return horizons;
}

Table odd_table() {
    TableRows rows(IntegerColumn{"line"}, TextColumn{"text"});
    std::size_t number = 0;
    for (const std::string& line : split(hedge_odd_text(), '\n'))
        if (++number; !line.empty()) rows.add(number, line);
    return rows.table();
}

std::vector<ResultTable> compute_hedge(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const std::optional<HedgePanel> panel = alignment_panel(plan, data);
    if (!panel) return {{"", {}}};
    const std::vector<std::size_t> horizons = hedge_horizons(plan);
    const HedgeFitOptions options = hedge_options(plan, *panel);
    std::vector<std::string> notes = panel->notes;
    const HedgeData pairs = hedge_data(*panel, drivers_needed(options), panel->shares.last_year());
    notes.insert(notes.end(), pairs.notes.begin(), pairs.notes.end());
    const HedgeFit fit = fit_hedge(pairs, options);
    notes.push_back(std::to_string(fit.pairs) + " pairs of years of " + std::to_string(panel->shares.states.size()) +
                    " states; " + std::to_string(fit.starts_at_best) + " of " + std::to_string(fit.starts) +
                    " starts reached the greatest likelihood");
    notes.insert(notes.end(), fit.notes.begin(), fit.notes.end());
    for (const std::string& note : hedge_equilibrium_notes(pairs, fit.coefficients)) notes.push_back(note);

    const ValueScale scale{.kind = ValueScale::Kind::shares};
    std::vector<Forecaster> forecasters = {hedge_forecaster(*panel, options)};
    for (Forecaster& naive : naive_forecasters({.scale = scale})) forecasters.push_back(std::move(naive));
    const PastSkill past =
        past_skill(plan, panel->shares, scale, forecasters, horizons, {"hedge", "persistence"}, notes);
    return {{"", hedge_estimate_table(fit)},
            {"skill", past.skill},
            {"hindcast", past.quantiles},
            {"fit", hedge_fit_table(*panel, pairs, fit)},
            {"odd", odd_table()},
            {"notes", notes_table(notes)}};
}

}  // namespace

Method hedge_method() {
    Method method;
    method.id = "simulate.hedge";
    method.reads = {{{"alignment"}}};
    method.reads_poles = false;
    method.parameters = alignment_rules();
    const std::vector<ParameterRule> own = {
        {"free",
         ParameterKind::text,
         "",
         0,
         0,
         {},
         "estimated, six at most (default: k, e, f and three drivers): b_T, k"},
        {"fix", ParameterKind::text, "", 0, 0, {}, "given instead of estimated: e=40"},
        {"starts", ParameterKind::integer, "8", 1, 10000, {}, "of the search for the greatest likelihood"},
        {"intervals", ParameterKind::text, "wald", 0, 0, {"wald", "profile"}, "of parameters: information, likelihood"},
        {"horizons", ParameterKind::text, "1,3,5", 0, 0, {}, "years ahead that the past is scored on, ascending"}};
    method.parameters.insert(method.parameters.end(), own.begin(), own.end());
    const std::vector<ParameterRule> past = past_skill_rules();
    method.parameters.insert(method.parameters.end(), past.begin(), past.end());
    method.compute = compute_hedge;
    method.claims = hedge_claims;
    method.quantities = hedge_claim_forms;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "parameter" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "the panel has no shares in the years of the analysis";
    };
    return method;
}

}  // namespace tarazy
