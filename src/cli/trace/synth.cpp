#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/json_rows.hpp"
#include "cli/trace/commands.hpp"
#include "cli/trace/series_option.hpp"
#include "trace/counterfactual/control_tables.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

struct SynthCommand {
    std::string data, donors, predictors, windows, v = "outcome", placebo, judged, show = "path", outside = "gaussian";
    std::vector<std::string> series;  ///< COLUMN=NAME
    DonorPanelOptions panel;
    PlaceboOptions placebos;
    PredictionOptions prediction;
    bool intervals = false, conformal = false;
};

bool asks_for_placebo(const SynthCommand& command, const std::string& kind) {
    const std::vector<std::string> kinds = listed(command.placebo, ',');
    return std::ranges::find(kinds, kind) != kinds.end();
}

void check_synth(const SynthCommand& command) {
    std::vector<std::string> donors = listed(command.donors, ',');
    std::ranges::sort(donors);
    if (const auto twice = std::ranges::adjacent_find(donors); twice != donors.end())
        throw UsageError("--donors names '" + *twice + "' twice; name it once");
    if (std::ranges::binary_search(donors, command.panel.treated))
        throw UsageError("'" + command.panel.treated + "' is the treated unit and a donor; name it once");
    static const std::vector<std::string> kinds = {"space", "time"};
    for (const std::string& kind : listed(command.placebo, ',')) (void)check_one_of(kind, kinds, "--placebo");
    if (command.v == "outcome" && (!command.predictors.empty() || !command.windows.empty()))
        throw UsageError(
            "--v outcome fits the outcome alone and has no use for predictors; leave them out, or name --v inverse, "
            "nested or a file of weights");
    if (command.intervals && command.v != "outcome")
        throw UsageError(
            "--intervals are defined here for weights fitted to the outcome (--v outcome); leave one of them out");
    const auto shown_without = [&](const char* table, bool there, const char* option) {
        if (command.show == table && !there) throw UsageError(std::string("--show ") + table + " needs " + option);
    };
    shown_without("placebos", asks_for_placebo(command, "space"), "--placebo space");
    shown_without("time-placebos", asks_for_placebo(command, "time"), "--placebo time");
    shown_without("predictors", command.v != "outcome", "--v inverse, nested or a file");
}

void settle_weighting(Session& session, SynthCommand& command, const DonorPanel& panel) {
    ControlOptions& control = command.placebos.control;
    if (command.v == "outcome") return;
    std::optional<Table> table;
    if (!command.predictors.empty()) {
        std::vector<std::string> units = panel.donors;
        units.push_back(panel.treated);
        table = with_units_as_asked(session, read_input(session, command.predictors), command.panel.unit, units);
    }
    if (table || !command.windows.empty())
        control.predictors =
            read_predictors(table ? &*table : nullptr, panel, command.panel, predictor_windows(command.windows));
    else
        control.predictors = outcome_predictors(panel);
    if (command.v == "inverse") {
        control.weighting = PredictorWeighting::inverse_variance;
    } else if (command.v == "nested") {
        control.weighting = PredictorWeighting::nested;
    } else {
        control.weighting = PredictorWeighting::given;
        control.given = read_predictor_weights(read_input(session, command.v), *control.predictors);
    }
    if (!command.judged.empty()) {
        const auto windows = predictor_windows("judged:" + command.judged);
        control.judged = {windows.at(0).first, windows.at(0).last};
    }
}

/// Says what a reader of the numbers must know.
void tell_synth(Session& session, const ControlResult& result) {
    const ControlFit& control = result.control;
    if (!result.panel.left_out.empty()) warn(session, "left out for gaps: " + joined(result.panel.left_out, ", "));
    if (!control.unused.empty())
        warn(session, "predictors that are the same for all units tell nothing: " + joined(control.unused, ", "));
    if (!control.fit.unique)
        warn(session,
             "the weights are not unique: those of least norm are shown, range_low and range_high hold every "
             "counterfactual with the same fit, and 'penalised' prefers donors that are near one by one");
    if (control.perfect)
        warn(session,
             "the donors meet every outcome before the treatment exactly; such a fit is no evidence, and no ratio, "
             "rank or interval can be taken from it");
    if (!control.fit.certified) {
        warn(session, "the fit could not be certified: its KKT residual is " + number_text(control.fit.kkt_relative) +
                          " of the scale");
        session.status = exit_limit;
    }
    if (result.intervals && !result.intervals->refusal.empty())
        warn(session, "no prediction interval: " + result.intervals->refusal);
    if (result.conformal) {
        const ConformalTest& test = *result.conformal;
        const std::string lacking = test.periods.empty() ? "" : test.periods[0].unbounded;
        if (!lacking.empty()) warn(session, "no bounded conformal set: " + lacking);
        if (!test.mean)
            warn(session, "no conformal set of the mean effect: " + test.no_mean);
        else if (!test.mean->unbounded.empty())
            warn(session, "no bounded conformal set of the mean effect: " + test.mean->unbounded);
    }
    if (result.space && result.space->p)
        note(session, "placebos: rank " + std::to_string(result.space->rank) + " of " +
                          std::to_string(result.space->kept) + ", p = " + number_text(*result.space->p));
    if (control.evaluations > 0)
        note(session, "predictor weights were searched, not proven: mean square " + number_text(control.judged_loss) +
                          " after " + std::to_string(control.evaluations) + " fits; no weights reach less than " +
                          number_text(control.least_judged_loss));
}

void show_synth(Session& session, const SynthCommand& command, const ControlResult& result) {
    const auto balance = [&] { return balance_table(result, *command.placebos.control.predictors); };
    Table shown;
    if (command.show == "weights")
        shown = weight_table(result);
    else if (command.show == "placebos")
        shown = space_table(*result.space);
    else if (command.show == "time-placebos")
        shown = time_table(*result.time);
    else if (command.show == "predictors")
        shown = balance();
    else if (command.show == "summary")
        shown = summary_table(result);
    else
        shown = path_table(result, command.panel.time);
    std::string json = "{\"summary\":" + rows_json_text(summary_table(result)) +
                       ",\"weights\":" + rows_json_text(weight_table(result)) +
                       ",\"path\":" + rows_json_text(path_table(result, command.panel.time));
    if (command.placebos.control.predictors) json += ",\"predictors\":" + rows_json_text(balance());
    if (result.space) json += ",\"placebos\":" + rows_json_text(space_table(*result.space));
    if (result.time) json += ",\"time_placebos\":" + rows_json_text(time_table(*result.time));
    print_json(session, json + "}", &shown);
}

void synth(Session& session, SynthCommand command) {
    check_at_least(command.placebos.control.lambda, 0, "--lambda");
    if (command.placebos.pre_fit) check_positive(*command.placebos.pre_fit, "--pre-fit");
    check_synth(command);
    command.panel.donors = listed(command.donors, ',');
    Table data = rows_of_series_option(session, read_input(session, command.data), command.series);
    std::vector<std::string> asked = command.panel.donors;
    asked.push_back(command.panel.treated);
    data = with_units_as_asked(session, std::move(data), command.panel.unit, asked);
    ControlResult result;
    result.panel = read_donor_panel(data, command.panel);
    command.placebos.control.seed = session.seed;
    command.placebos.control.work = session.work;
    command.placebos.threads = session.threads;
    settle_weighting(session, command, result.panel);
    result.control = synthetic_control(result.panel, command.placebos.control);
    PlaceboOptions placebos = command.placebos;
    placebos.control.ranges = false;
    if (asks_for_placebo(command, "space")) result.space = placebos_in_space(result.panel, placebos);
    if (asks_for_placebo(command, "time")) result.time = placebos_in_time(result.panel, placebos);
    result.level = command.prediction.level;
    if (command.intervals) {
        PredictionOptions& prediction = command.prediction;
        prediction.outside = command.outside == "quantile" ? OutsideError::quantile : OutsideError::sub_gaussian;
        prediction.seed = session.seed;
        prediction.threads = session.threads;
        prediction.work = session.work;
        result.intervals = prediction_intervals(result.panel, result.control, prediction);
    }
    if (command.conformal)
        result.conformal = conformal_test(result.panel, {command.prediction.level, session.threads, session.work});
    tell_synth(session, result);
    show_synth(session, command, result);
}

}  // namespace

void add_trace_synth(CLI::App& noun, Session& session) {
    auto options = std::make_shared<SynthCommand>();
    const std::string data =
        "tarazy trace synth --data src/trace/testdata/basque_gdp.csv --outcome gdpcap --treated "
        "'Basque Country' --from 1970";
    CLI::App& app = add_command(
        noun, "synth",
        "What would have happened otherwise? Synthetic control: a mixture of units to which nothing happened, with "
        "exact weights, placebos, and what the data leave open.",
        {{data + " --placebo space,time --show placebos", "every region as a placebo"},
         {data + " --predictors src/trace/testdata/basque_predictors.csv --v nested --judged 1960-1969 --show weights",
          "predictors whose weights are searched"},
         {data + " --intervals --conformal --format json", "with prediction intervals and the conformal test"}},
        session, [&session, options] { synth(session, *options); });
    app.add_option("--data", options->data, "long table unit,time,outcome")->required();
    app.add_option("--treated", options->panel.treated, "the unit that something happened to")->required();
    app.add_option("--from", options->panel.from, "first period of the treatment")->required();
    app.add_option("--series", options->series, "rows of one series only: COLUMN=NAME; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--donors", options->donors, "units to mix, comma-separated (default: all others)");
    app.add_option("--since", options->panel.since, "first period to use");
    app.add_option("--until", options->panel.until, "last period to use");
    app.add_flag("--drop-gaps", options->panel.leave_out_gaps, "leave donors with gaps out (default: an error)");
    app.add_option("--predictors", options->predictors, "table unit,predictor,value[,time]: averages before --from");
    app.add_option("--windows", options->windows,
                   "periods that predictors, or the outcome itself, are averaged over: gdp:1960-1969,trade:1964-1969");
    app.add_option("--v", options->v,
                   "weights of predictors: outcome (none: fit the outcome itself), inverse (variance), nested "
                   "(searched), or a table predictor,v")
        ->capture_default_str();
    app.add_option("--judged", options->judged, "periods on which nested judges: 1960-1969 (default: all before)");
    app.add_option("--evaluations", options->placebos.control.evaluations, "fits of the nested search at most")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
        ->capture_default_str();
    app.add_option("--lambda", options->placebos.control.lambda,
                   "penalty of donors that are far one by one (default: its limit at 0, where weights are not unique)");
    app.add_option("--placebo", options->placebo, "space, time or both: as if others, or earlier, had been treated");
    app.add_option("--pre-fit", options->placebos.pre_fit,
                   "rank placebos only whose mean square error before is at most this multiple of the treated unit's");
    app.add_flag("--intervals", options->intervals, "prediction intervals of the effects");
    app.add_option("--draws", options->prediction.draws, "simulations of the prediction intervals")
        ->capture_default_str();
    app.add_option("--outside", options->outside, "shocks after the treatment: gaussian or quantile")
        ->check(CLI::IsMember({"gaussian", "quantile"}))
        ->capture_default_str();
    app.add_flag("--conformal", options->conformal, "conformal test of no effect, and sets by its inversion");
    app.add_option("--level", options->prediction.level, "of intervals and sets")->capture_default_str();
    app.add_option("--unit", options->panel.unit, "column of units")->capture_default_str();
    app.add_option("--time", options->panel.time, "column of times")->capture_default_str();
    app.add_option("--outcome", options->panel.outcome, "column of the outcome")->capture_default_str();
    app.add_option("--show", options->show, "path, weights, placebos, time-placebos, predictors or summary")
        ->check(CLI::IsMember({"path", "weights", "placebos", "time-placebos", "predictors", "summary"}))
        ->capture_default_str();
}

}  // namespace tarazy
