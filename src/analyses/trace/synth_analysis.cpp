#include "analyses/trace/synth_analysis.hpp"

#include "analyses/trace/outcome_data.hpp"
#include "analyses/trace/synth_claims.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/state_reference.hpp"
#include "table/table_rows.hpp"
#include "trace/counterfactual/control_tables.hpp"

#include <algorithm>
#include <span>

namespace tarazy {
namespace {

using PathRows =
    TableRows<TextColumn, IntegerColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn>;

/// One state with everything that was asked about it.
struct UnitResult {
    DonorPanel panel;
    ControlFit control;
    std::optional<std::size_t> rank;  ///< of its ratio among the ranked
    std::optional<PredictionIntervals> intervals;
    std::optional<ConformalTest> conformal;
};

DonorPanelOptions panel_options(const AnalysisPlan& plan, const OutcomeData& outcome) {
    DonorPanelOptions options;
    options.treated = plan.frame.focus;
    options.from = needed_year(plan, "from");
    options.donors = donors_of(plan);
    options.since = year_of_parameter(plan, "since");
    options.until = window_end(plan);
    options.leave_out_gaps = true;
    options.least_pre = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("least_pre"));
    options.unit = outcome.unit;
    options.time = outcome.time;
    options.outcome = outcome.value;
    return options;
}

ControlOptions control_options(const AnalysisPlan& plan, const RoleTables& data, const DonorPanel& panel,
                               const DonorPanelOptions& options) {
    ControlOptions control;
    control.seed = plan.frame.seed;
    control.work = plan.frame.work;
    const auto& weighting = plan.parameters.get<std::string>("v");
    const std::vector<PredictorWindow> windows = predictor_windows(plan.parameters.get<std::string>("predictors"));
    if (weighting == "outcome") return control;
    control.weighting = weighting == "nested" ? PredictorWeighting::nested : PredictorWeighting::inverse_variance;
    if (windows.empty()) return control;
    // Predictors are other indicators of the same table; of a panel, the outcome itself.
    Table predictors;
    const auto found = data.find("indicators");
    if (found != data.end()) {
        predictors = *found->second;
        for (std::string& name : predictors.names)
            if (name == "indicator") name = "predictor";
        std::vector<std::size_t> rows;
        const std::vector<std::string> names = require_texts(predictors, "predictor");
        for (std::size_t row = 0; row < names.size(); ++row) {
            if (std::ranges::any_of(windows, [&](const auto& w) { return w.predictor == names[row]; }))
                rows.push_back(row);
        }
        predictors = take_rows(predictors, rows);
        std::vector<std::string> units = panel.donors, told;
        units.push_back(panel.treated);
        const std::vector<std::string> cells = states_as_asked(predictors, options.unit, units, told);
        if (!told.empty())
            predictors.columns[*predictors.find(options.unit)] = Column(std::span<const std::string>(cells));
    }
    control.predictors = read_predictors(found != data.end() ? &predictors : nullptr, panel, options, windows);
    return control;
}

/// Intervals of all years and sets of the state studied; of the placebos the interval of the mean and p alone.
void infer(const AnalysisPlan& plan, UnitResult& unit) {
    const bool focus = unit.panel.treated == plan.frame.focus;
    const Work work = focus ? plan.frame.work : plan.frame.work.unheard();
    if (plan.parameters.get<std::string>("v") == "outcome") {
        PredictionOptions options;
        options.draws = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws"));
        options.seed = plan.frame.seed;
        options.threads = plan.frame.threads;
        options.work = work;
        options.mean_only = !focus;
        options.further_levels = {0.8, 0.95};
        unit.intervals = prediction_intervals(unit.panel, unit.control, options);
    }
    unit.conformal = conformal_test(unit.panel, {0.9, plan.frame.threads, work, !focus});
}

/// The state's intervals at one of the three levels.
struct BoundsAtLevel {
    const std::vector<PredictionInterval>* periods;
    const PredictionInterval* mean;
};

std::optional<BoundsAtLevel> bounds_at(const UnitResult& unit, double level) {
    if (!unit.intervals || !unit.intervals->refusal.empty()) return std::nullopt;
    if (level == 0.9) return BoundsAtLevel{&unit.intervals->periods, &unit.intervals->mean};
    for (const LevelIntervals& further : unit.intervals->further)
        if (further.level == level) return BoundsAtLevel{&further.periods, &further.mean};
    return std::nullopt;
}

/// What is withheld: an exact fit, or one without a degree of freedom, gives a number that nothing backs.
const std::string& refusal_of(const UnitResult& unit) {
    static const std::string none;
    return unit.intervals ? unit.intervals->refusal : none;
}

void add_path(const UnitResult& unit, PathRows& rows) {
    for (std::size_t t = 0; t < unit.panel.times.size(); ++t) {
        const bool after = t >= unit.panel.pre;
        const auto bound = [&](double level, bool upper) -> std::optional<double> {
            const auto found = after ? bounds_at(unit, level) : std::nullopt;
            if (!found || found->periods->empty()) return std::nullopt;
            const PredictionInterval& interval = (*found->periods)[t - unit.panel.pre];
            return upper ? interval.upper : interval.lower;
        };
        const bool with_sets = after && unit.conformal && !unit.conformal->periods.empty();
        const ConformalSet* set = with_sets ? &unit.conformal->periods[t - unit.panel.pre] : nullptr;
        rows.add(unit.panel.treated, unit.panel.times[t], unit.panel.actual[t], unit.control.synthetic[t],
                 unit.control.gap[t], unit.control.range[t].first, unit.control.range[t].second, bound(0.95, false),
                 bound(0.9, false), bound(0.8, false), bound(0.8, true), bound(0.9, true), bound(0.95, true),
                 set != nullptr ? set->lower : std::nullopt, set != nullptr ? set->upper : std::nullopt,
                 set != nullptr ? std::optional(set->p_zero) : std::nullopt);
    }
}

PathRows path_rows() {
    return PathRows({"state"}, {"time"}, {"actual"}, {"synthetic"}, {"gap"}, {"range_low"}, {"range_high"}, {"q025"},
                    {"q05"}, {"q10"}, {"q90"}, {"q95"}, {"q975"}, {"conformal_lower"}, {"conformal_upper"},
                    {"conformal_p"});
}

using SummaryRows =
    TableRows<TextColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, RealColumn,
              RealColumn, IntegerColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, IntegerColumn, IntegerColumn,
              RealColumn, RealColumn, RealColumn, TextColumn, TextColumn>;

SummaryRows summary_rows() {
    return SummaryRows({"state"}, {"pre"}, {"post"}, {"first"}, {"last"}, {"donors"}, {"loss"}, {"kkt_residual"},
                       {"unique"}, {"pre_rmspe"}, {"post_rmspe"}, {"rmspe_ratio"}, {"mean_effect"}, {"q025"}, {"q05"},
                       {"q10"}, {"q90"}, {"q95"}, {"q975"}, {"mean_low"}, {"mean_high"}, {"placebo_rank"},
                       {"placebos_ranked"}, {"placebo_p"}, {"conformal_p"}, {"conformal_least_p"}, {"withheld"},
                       {"reason"});
}

void add_summary(const UnitResult& unit, std::size_t ranked, SummaryRows& rows) {
    const auto bound = [&](double level, bool upper) -> std::optional<double> {
        const auto found = bounds_at(unit, level);
        if (!found) return std::nullopt;
        return upper ? found->mean->upper : found->mean->lower;
    };
    const ControlFit& control = unit.control;
    const std::string& refusal = refusal_of(unit);
    const std::string kind = refusal.empty() ? "" : control.perfect ? "exact" : "degrees";
    const auto& test = unit.conformal;
    rows.add(unit.panel.treated, unit.panel.pre, unit.panel.post(), unit.panel.times.front(), unit.panel.times.back(),
             unit.panel.donors.size(), control.fit.loss, control.fit.kkt_relative, control.fit.unique,
             control.pre_rmspe, control.post_rmspe, control.ratio, control.mean_gap, bound(0.95, false),
             bound(0.9, false), bound(0.8, false), bound(0.8, true), bound(0.9, true), bound(0.95, true),
             control.mean_gap_range.first, control.mean_gap_range.second, unit.rank,
             unit.rank ? IntegerCell(ranked) : IntegerCell(std::nullopt),
             unit.rank ? std::optional(static_cast<double>(*unit.rank) / static_cast<double>(ranked)) : std::nullopt,
             test ? std::optional(test->p) : std::nullopt, test ? std::optional(test->least_p) : std::nullopt, kind,
             refusal);
}

const char* shortage_kind(PanelShortage::Kind kind) {
    switch (kind) {
        case PanelShortage::Kind::no_treated: return "no_treated";
        case PanelShortage::Kind::outside: return "outside";
        case PanelShortage::Kind::few_pre: return "few_pre";
        case PanelShortage::Kind::treated_gap: return "treated_gap";
        case PanelShortage::Kind::no_donor: return "no_donor";
        case PanelShortage::Kind::donor_gap: return "no_donor";
    }
    return "no_donor";
}

std::vector<ResultTable> without_effect(const AnalysisPlan& plan, const PanelReading& reading,
                                        std::vector<std::string> notes) {
    SummaryRows summary = summary_rows();
    const auto none = std::nullopt;
    summary.add(plan.frame.focus, reading.pre_values, reading.post_values, reading.first, reading.last,
                reading.panel.donors.size(), none, none, none, none, none, none, none, none, none, none, none, none,
                none, none, none, none, none, none, none, none, shortage_kind(reading.shortage->kind),
                reading.shortage->what);
    std::vector<ResultTable> result;
    result.push_back({"", summary.table()});
    notes.push_back("no effect: " + reading.shortage->what + "; " + reading.shortage->remedy);
    result.push_back({"notes", notes_table(notes)});
    return result;
}

/// Rank of each state's ratio among those that pass the filter of the state studied.
void rank_units(std::vector<UnitResult>& units, const SpacePlacebos& placebos) {
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (!placebos.units[u].kept || !units[u].control.ratio) continue;
        std::size_t rank = 0;
        for (std::size_t o = 0; o < units.size(); ++o) {
            const std::optional<double>& other = units[o].control.ratio;
            const bool as_large = !other || *other >= *units[u].control.ratio * (1 - 1e-12);
            rank += placebos.units[o].kept && as_large ? 1 : 0;
        }
        units[u].rank = rank;
    }
}

std::vector<std::string> notes_on(const AnalysisPlan& plan, const DonorPanel& panel, const ControlFit& control,
                                  std::vector<std::string> notes) {
    for (const std::string& donor : panel.left_out) notes.push_back("no donor: " + donor + " has gaps in the outcome");
    for (const std::string& name : control.unused) notes.push_back("the same for all states, not used: " + name);
    if (panel.times.back() < window_end(plan))
        notes.push_back("the outcome of " + panel.treated + " ends in " + std::to_string(panel.times.back()));
    if (!control.fit.unique)
        notes.push_back(
            "the weights are not unique: those of least norm are taken; range_low and range_high hold every "
            "counterfactual with the same fit");
    if (control.evaluations > 0)
        notes.push_back("weights of predictors were searched, not proven: mean square of the gap " +
                        number_text(control.judged_loss) + ", no weights reach less than " +
                        number_text(control.least_judged_loss));
    return notes;
}

std::vector<ResultTable> compute_synth(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const OutcomeData outcome = outcome_data(plan, data, "outcome");
    const DonorPanelOptions options = panel_options(plan, outcome);
    const PanelReading reading = examine_donor_panel(outcome.table, options);
    if (reading.shortage) return without_effect(plan, reading, outcome.notes);
    PlaceboOptions placebo;
    placebo.control = control_options(plan, data, reading.panel, options);
    placebo.threads = plan.frame.threads;
    if (const double filter = plan.parameters.get<double>("pre_fit"); filter > 0) placebo.pre_fit = filter;
    const SpacePlacebos space = placebos_in_space(reading.panel, placebo);
    std::vector<UnitResult> units;
    for (std::size_t u = 0; u < space.units.size(); ++u)
        units.push_back(
            {u == 0 ? reading.panel : with_treated(reading.panel, u - 1), space.units[u].control, {}, {}, {}});
    rank_units(units, space);
    for (UnitResult& unit : units) infer(plan, unit);
    PathRows path = path_rows();
    SummaryRows summary = summary_rows();
    for (const UnitResult& unit : units) {
        add_path(unit, path);
        add_summary(unit, space.kept, summary);
    }
    ControlResult own;
    own.panel = units.front().panel;
    own.control = units.front().control;
    std::vector<ResultTable> result;
    result.push_back({"", summary.table()});
    result.push_back({"path", path.table()});
    add_sources(result.back().table, outcome);
    result.push_back({"weights", weight_table(own)});
    result.push_back({"time_placebos", time_table(placebos_in_time(reading.panel, placebo))});
    if (placebo.control.predictors) result.push_back({"predictors", balance_table(own, *placebo.control.predictors)});
    result.push_back({"notes", notes_table(notes_on(plan, reading.panel, own.control, outcome.notes))});
    return result;
}

std::vector<ResultTable> computed_synth(const AnalysisPlan& plan, const RoleTables& data) {
    try {
        return compute_synth(plan, data);
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
}

std::string why_no_control(const AnalysisPlan& plan, const RoleTables&) {
    return "the data hold no value of '" + plan.parameters.get<std::string>("outcome") + "' for " + plan.frame.focus;
}

}  // namespace

Method synth_method() {
    Method method;
    method.id = "trace.synth";
    method.version = 2;
    method.reads_poles = false;
    method.reads = {{{"indicators"}}, {{"panel"}}};
    method.parameters = {
        text_parameter("outcome", "", "the indicator, or of a panel the column, that is explained"),
        year_parameter("from", "first year of what happened"),
        year_parameter("since", "first year to fit (default: the first in the data)"),
        year_parameter("until", "last year (default: that of the study)"),
        text_parameter("donors", "", "states to mix, comma-separated (default: those of the comparison)"),
        text_parameter("v", "outcome", "weights of predictors; outcome: fit the outcome itself",
                       {"outcome", "inverse", "nested"}),
        text_parameter("predictors", "", "other indicators and the years they are averaged over: gdp:1990-1993"),
        {"least_pre", ParameterKind::integer, "3", 3, 1000, {}, "fewest years before what happened"},
        {"draws", ParameterKind::integer, "200", 20, 100'000, {}, "simulations of the prediction intervals"},
        {"pre_fit",
         ParameterKind::real,
         "0",
         0,
         1e9,
         {},
         "rank placebos only whose mean square error before is at most this multiple; 0: all"},
    };
    method.needs_focus = true;
    method.compute = computed_synth;
    method.claims = synth_claims;
    method.command = synth_command;
    method.quantities = synth_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return (claim.quantity == "pre_periods" || claim.quantity == "post_periods") && claim.value.value_or(0) > 0;
    };
    method.why_empty = why_no_control;
    return method;
}

}  // namespace tarazy
