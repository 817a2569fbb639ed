#include "analyses/simulate/ensemble_analysis.hpp"

#include "analyses/simulate/ensemble_claims.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/text_lines.hpp"
#include "simulate/discovery/box_stability.hpp"
#include "simulate/discovery/discovery_table.hpp"
#include "simulate/ensemble/ensemble_tables.hpp"
#include "simulate/robustness/robustness_table.hpp"
#include "simulate/sensitivity/sensitivity_table.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr double told_level = 0.9;

/// A scenario and its runs, with what is common to all that is asked of them.
struct RunScenario {
    Scenario scenario;
    Ensemble ensemble;
    ResamplingOptions resampling;
    std::vector<std::string> told = {};  ///< outcomes that the report tells of
    std::vector<std::string> notes = {};
};

Scenario scenario_of(const AnalysisPlan& plan, const RoleTables& data) {
    const AnalysisInput* input = plan.input("scenario");
    const std::string path = input == nullptr || input->files.empty() ? "scenario" : input->files.front();
    Scenario scenario = read_scenario(text_of_lines(*data.at("scenario")), path);
    if (!scenario.model.files.empty())
        throw InputError(Problem{path, 0, 0,
                                 "the scenario reads the file '" + scenario.model.files.front().path +
                                     "', of which the study would not know when it changes",
                                 "write what it holds into the scenario ([[model.actor]])"});
    if (plan.parameters.has("runs"))
        scenario.sample.base = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("runs"));
    return scenario;
}

/// The outcomes that the study asks for, all of the model's when it names none.
std::vector<std::string> outcomes_told(const AnalysisPlan& plan, const Scenario& scenario) {
    std::vector<std::string> asked = listed(plan.parameters.get<std::string>("outcomes"), ',');
    for (const std::string& outcome : asked) {
        if (std::ranges::find(scenario.model.outcomes, outcome) == scenario.model.outcomes.end())
            throw InputError(
                Problem{"", 0, 0, "analysis '" + plan.id + "': outcomes: the scenario has no outcome '" + outcome + "'",
                        name_hint(outcome, scenario.model.outcomes)});
    }
    return asked.empty() ? scenario.model.outcomes : asked;
}

/// The rows of these outcomes, in the order of the outcomes.
Table rows_of_outcomes(const Table& table, const std::vector<std::string>& outcomes) {
    std::vector<std::size_t> rows;
    for (const std::string& outcome : outcomes)
        for (std::size_t row = 0; row < table.rows(); ++row)
            if (text_in(table, "outcome", row) == outcome) rows.push_back(row);
    return take_rows(table, rows);
}

/// One table of several with the same columns, under each other.
void put_below(std::optional<Table>& all, Table table) {
    if (table.rows() == 0) return;
    all = all ? append_rows(*all, table) : std::move(table);
}

Table with_first_column(const std::string& name, const std::string& value, const Table& table) {
    Table result;
    result.add(name, Column(std::vector<std::string>(table.rows(), value)));
    for (std::size_t c = 0; c < table.names.size(); ++c) result.add(table.names[c], table.columns[c]);
    return result;
}

/// "uniform 0.2 to 0.6".
std::string distribution_text(const Distribution& distribution) {
    std::string text(to_string(distribution.kind));
    const auto number = [](double value) { return number_text(value); };
    if (distribution.kind == DistributionKind::discrete) {
        for (std::size_t i = 0; i < distribution.values.size(); ++i)
            text += (i == 0 ? " " : ", ") + number(distribution.values[i]);
        return text;
    }
    if (distribution.kind == DistributionKind::normal || distribution.kind == DistributionKind::lognormal)
        text += ", mean " + number(distribution.mean) + ", standard deviation " + number(distribution.sd);
    if (is_bounded(distribution)) text += ' ' + number(distribution.lower) + " to " + number(distribution.upper);
    if (distribution.kind == DistributionKind::triangular || distribution.kind == DistributionKind::pert)
        text += ", most likely " + number(distribution.mode);
    return text;
}

Table inputs_table(const Scenario& scenario) {
    TableRows rows(TextColumn{"input"}, TextColumn{"range"}, RealColumn{"q05"}, RealColumn{"q50"}, RealColumn{"q95"},
                   TextColumn{"unit"}, TextColumn{"judged_by"});
    for (const UncertainInput& input : scenario.space.inputs)
        rows.add(input.name, distribution_text(input.distribution), quantile_of(input.distribution, 0.05),
                 quantile_of(input.distribution, 0.5), quantile_of(input.distribution, 0.95), input.unit, input.source);
    return rows.table();
}

/// Outcome of the last year of every run under a policy.
RunOutcome last_outcome(const RunScenario& run, std::size_t policy, std::size_t outcome) {
    RunOutcome result{run.scenario.model.outcomes[outcome], {}};
    for (std::size_t i = 0; i < run.ensemble.design.rows(); ++i)
        result.values.push_back(run.ensemble.result(i, policy, run.ensemble.years - 1, outcome));
    return result;
}

bool all_finite(const RunOutcome& outcome) {
    return std::ranges::all_of(outcome.values, [](double value) { return std::isfinite(value); });
}

Table sensitivity_of(RunScenario& run) {
    SensitivityOptions options;
    options.method = "delta";
    options.resampling = run.resampling;
    std::vector<RunOutcome> outcomes;
    for (std::size_t o = 0; o < run.ensemble.outcomes; ++o) {
        RunOutcome outcome = last_outcome(run, 0, o);
        if (std::ranges::find(run.told, outcome.name) == run.told.end()) continue;
        if (all_finite(outcome))
            outcomes.push_back(std::move(outcome));
        else
            run.notes.push_back("'" + outcome.name + "' is not defined in every run, so that no input's share is told");
    }
    if (outcomes.empty() || run.scenario.space.inputs.empty()) return {};
    return sensitivity_table(run.ensemble.design, outcomes, options);
}

/// Regret over policies, of each outcome that a threshold is set to: the threshold says which way is good.
Table regret_of(RunScenario& run) {
    std::optional<Table> all;
    if (run.ensemble.policies < 2) return {};
    const Table runs = runs_table(run.scenario, run.ensemble, std::nullopt);
    for (const ScenarioThreshold& threshold : run.scenario.thresholds) {
        const OutcomeThreshold& condition = threshold.condition;
        bool defined = true;
        for (std::size_t p = 0; p < run.ensemble.policies; ++p)
            defined = defined && all_finite(last_outcome(run, p, threshold.outcome));
        if (!defined) continue;
        const PolicyOutcomes outcomes = read_policy_outcomes(runs, condition.outcome, condition.at_least, {condition});
        const auto policies = policy_robustness(outcomes, run.resampling);
        put_below(all, with_first_column("threshold", threshold.name,
                                         robustness_table(outcomes, policies, condition.at_least)));
        for (const std::string& note : robustness_notes(outcomes, policies))
            run.notes.push_back(threshold.name + ": " + note);
    }
    return all.value_or(Table{});
}

/// Where in the ranges a threshold is missed under the first policy.
Table boxes_of(RunScenario& run, const AnalysisPlan& plan) {
    std::optional<Table> all;
    for (const ScenarioThreshold& threshold : run.scenario.thresholds) {
        const RunOutcome outcome = last_outcome(run, 0, threshold.outcome);
        std::vector<bool> missed;
        for (const double value : outcome.values) missed.push_back(!threshold.condition.met(value));
        const auto count = std::ranges::count(missed, true);
        if (count < 10 || count + 10 > static_cast<std::ptrdiff_t>(missed.size())) continue;
        DiscoveryOptions options;
        options.seed = plan.frame.seed;
        options.threads = plan.frame.threads;
        options.prim.work = plan.frame.work;
        put_below(all, with_first_column(
                           "threshold", threshold.name,
                           box_table(run.ensemble.design, discover_boxes(run.ensemble.design, missed, options))));
    }
    return all.value_or(Table{});
}

EnsembleOptions ensemble_options(const AnalysisPlan& plan) {
    EnsembleOptions options;
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

void note_what_is_lacking(RunScenario& run) {
    for (const UncertainInput& input : run.scenario.space.inputs)
        if (input.source.empty()) run.notes.push_back("nobody is named for the range of '" + input.name + "'");
    if (const std::size_t undefined = undefined_outcomes(run.ensemble); undefined > 0)
        run.notes.push_back(std::to_string(undefined) + " of " + std::to_string(run.ensemble.results.size()) +
                            " outcomes are not defined (" + run.scenario.model.undefined_where + ") and left out");
    if (const std::string why = why_no_sample(run.ensemble.design.kind); !why.empty()) run.notes.push_back(why);
}

std::vector<ResultTable> compute_ensemble(const AnalysisPlan& plan, const RoleTables& data) {
    if (data.at("scenario")->rows() == 0) return {{"", {}}};
    Scenario scenario = scenario_of(plan, data);
    Ensemble ensemble = run_ensemble(scenario, ensemble_options(plan));
    const Ensemble unchanged = run_ensemble(without_changes(scenario), ensemble_options(plan));
    ResamplingOptions resampling;
    resampling.level = told_level;
    resampling.replicates = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("resamples"));
    resampling.seed = plan.frame.seed;
    resampling.threads = plan.frame.threads;
    resampling.work = plan.frame.work;
    std::vector<std::string> told = outcomes_told(plan, scenario);
    RunScenario run{std::move(scenario), std::move(ensemble), resampling, std::move(told)};
    note_what_is_lacking(run);
    std::vector<ResultTable> result;
    result.push_back({"", rows_of_outcomes(fan_table(run.scenario, run.ensemble), run.told)});
    result.push_back({"effect", rows_of_outcomes(effect_table(run.scenario, run.ensemble, unchanged), run.told)});
    result.push_back({"thresholds", threshold_table(run.scenario, run.ensemble, told_level)});
    result.push_back({"regret", regret_of(run)});
    result.push_back({"sensitivity", sensitivity_of(run)});
    result.push_back({"boxes", boxes_of(run, plan)});
    result.push_back({"inputs", inputs_table(run.scenario)});
    result.push_back({"notes", notes_table(run.notes)});
    return result;
}

}  // namespace

Method ensemble_method() {
    Method method;
    method.id = "simulate.ensemble";
    method.reads = {{{"scenario"}}};
    method.parameters = {
        {"outcomes", ParameterKind::text, "", 0, 0, {}, "told in the report (default: all): room, balance"},
        {"runs", ParameterKind::integer, std::nullopt, 1, 1 << 20, {}, "instead of `base` in the scenario"},
        {"resamples", ParameterKind::integer, "100", 2, 100000, {}, "of the runs, for intervals of indices and regret"},
    };
    method.compute = compute_ensemble;
    method.claims = ensemble_claims;
    method.quantities = ensemble_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "outcome" && claim.value.has_value();
    };
    method.command = [](const AnalysisPlan& plan) -> std::string {
        const AnalysisInput* input = plan.input("scenario");
        if (input == nullptr || input->files.empty() || plan.parameters.has("runs")) return {};
        return "tarazy simulate ensemble " + shell_word(input->files.front()) + " --seed " +
               std::to_string(plan.frame.seed);
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "no outcome of the scenario is defined in any run";
    };
    return method;
}

}  // namespace tarazy
