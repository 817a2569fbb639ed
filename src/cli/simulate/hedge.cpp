#include "base/text_lists.hpp"
#include "cli/simulate/commands.hpp"
#include "simulate/forecast/hindcast_table.hpp"
#include "simulate/forecast/naive_forecasters.hpp"
#include "simulate/forecast/seal_scores.hpp"
#include "simulate/hedge/hedge_choice.hpp"
#include "simulate/hedge/hedge_forecaster.hpp"
#include "simulate/hedge/hedge_odd.hpp"
#include "simulate/hedge/hedge_tables.hpp"

#include <memory>

namespace tarazy {
namespace {

const std::string not_demonstrated = "no demonstrated skill over persistence: exploratory use only";

struct HedgeCommand {
    std::string path, show = "estimates", neighbours, intervals = "wald", by = "all";
    std::vector<std::string> free, fix;
    std::vector<std::size_t> horizons = {1, 3, 5};
    std::optional<std::int64_t> from, to;
    unsigned starts = 8;
    std::size_t draws = 1000, panels = 100, replicates = 200;
    double level = 0.95;
};

HedgePanel read_panel_and_neighbours(Session& session, const HedgeCommand& command) {
    if (command.path.empty()) throw UsageError("name the file of the panel (only --show odd does without)");
    HedgePanel panel = read_hedge_panel(read_input(session, command.path));
    if (command.neighbours == "all")
        add_all_as_neighbours(panel);
    else if (!command.neighbours.empty())
        add_neighbours(panel, read_input(session, command.neighbours));
    check_reading(session);
    return panel;
}

HedgeFitOptions fit_options(const Session& session, const HedgeCommand& command, const HedgePanel& panel) {
    HedgeFitOptions options;
    choose_hedge_terms(options, panel, command.free, command.fix, "--");
    options.starts = command.starts;
    options.intervals = command.intervals == "profile" ? HedgeIntervals::profile : HedgeIntervals::wald;
    options.level = command.level;
    options.seed = session.seed;
    options.threads = session.threads;
    options.work = session.work;
    return options;
}

void tell_free(Session& session, const HedgeFitOptions& options) {
    std::vector<std::string> symbols;
    for (const HedgeTerm term : options.free) symbols.emplace_back(hedge_parameter(term).symbol);
    note(session, "free: " + first_few(symbols, 9) + "; searched within the bounds that --show odd tells");
}

HedgeFit fit_and_tell(Session& session, const HedgeCommand& command, const HedgeData& data,
                      const HedgeFitOptions& options) {
    HedgeFit fit;
    try {
        fit = fit_hedge(data, options);
    } catch (const InputError& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) problem.file = command.path;
        throw InputError(std::move(problems));
    }
    note(session, std::to_string(fit.pairs) + " pairs of years; log-likelihood " + std::to_string(fit.log_likelihood) +
                      "; " + std::to_string(fit.starts_at_best) + " of " + std::to_string(fit.starts) +
                      " starts reached it");
    for (const std::string& sentence : fit.notes) warn(session, sentence);
    for (const std::string& sentence : hedge_equilibrium_notes(data, fit.coefficients)) warn(session, sentence);
    return fit;
}

/// Shares and their measures as series of their own, so that quantiles are taken draw by draw.
ForecastDraws measures_of(const HedgePanel& panel, const ForecastDraws& draws) {
    ForecastDraws measures = draws;
    measures.series = 3;
    measures.values.assign(draws.states * draws.horizons.size() * 3 * draws.draws, DrawScore::none);
    std::vector<double> profile(draws.series);
    for (std::size_t s = 0; s < draws.states; ++s) {
        for (std::size_t h = 0; h < draws.horizons.size(); ++h) {
            for (std::size_t d = 0; d < draws.draws; ++d) {
                for (std::size_t j = 0; j < draws.series; ++j) profile[j] = draws.of(s, h, j)[d];
                const HedgeMeasures of_draw = hedge_measures(profile, panel.poles.size());
                measures.of(s, h, 0)[d] = of_draw.balance;
                measures.of(s, h, 1)[d] = of_draw.hhi;
                measures.of(s, h, 2)[d] = of_draw.max_share;
            }
        }
    }
    return measures;
}

void show_forecast(Session& session, const HedgeCommand& command, const HedgePanel& panel,
                   const HedgeFitOptions& options) {
    note(session, not_demonstrated + " (--show hindcast tests it)");
    const ForecastRequest request{command.horizons, command.draws, session.seed, session.work};
    check_request(request);
    const ForecastDraws draws = hedge_forecaster(panel, options).forecast(panel.shares, request);
    for (const std::string& sentence : draws.notes) warn(session, sentence);
    note(session, "drivers of later years are those last known");
    YearPanel named = panel.shares;
    named.series = {"balance", "hhi", "max_share"};
    const Table shares = fan_of_draws(panel.shares, "hedge", draws);
    if (shares.rows() == 0)
        throw InputError(Problem{command.path, 0, 0, "there is no forecast", "give longer series, and drivers"});
    print_table(session, append_rows(shares, fan_of_draws(named, "hedge", measures_of(panel, draws))));
}

std::string reading_of(const Hindcast& result, const std::vector<ForecastSkill>& skills) {
    std::string better;
    for (const ForecastSkill& skill : skills) {
        if (result.forecasters[skill.forecaster] != "hedge" || !skill.over_best || !skill.over_best->demonstrated())
            continue;
        better += (better.empty() ? "" : "; ") + std::to_string(result.horizons[skill.horizon]) + " years ahead" +
                  (skill.group.empty() ? "" : ", " + skill.group) + ": " + skill.reading;
    }
    return better.empty() ? not_demonstrated : "demonstrated skill, elsewhere none: " + better;
}

void show_hindcast(Session& session, const HedgeCommand& command, const HedgePanel& panel,
                   const HedgeFitOptions& options) {
    const ValueScale scale{.kind = ValueScale::Kind::shares};
    std::vector<Forecaster> all = {hedge_forecaster(panel, options)};
    for (Forecaster& naive : naive_forecasters({.scale = scale})) all.push_back(std::move(naive));
    const Hindcast result = hindcast(panel.shares, all,
                                     {.horizons = command.horizons,
                                      .first_origin = command.from,
                                      .last_origin = command.to,
                                      .draws = command.draws,
                                      .scale = scale,
                                      .seed = session.seed,
                                      .threads = session.threads,
                                      .work = session.work});
    const ScoreGroups groups = command.by == "state" ? ScoreGroups::states : ScoreGroups::all;
    const std::vector<ForecastSkill> skills = forecast_skills(result, {.groups = groups,
                                                                       .level = command.level,
                                                                       .seed = session.seed,
                                                                       .threads = session.threads,
                                                                       .work = session.work});
    note(session, reading_of(result, skills));
    for (const std::string& sentence : result.notes) note(session, sentence);
    note(session, "origins " + std::to_string(result.origins.front()) + "-" + std::to_string(result.origins.back()));
    if (result.not_in_all > 0)
        note(session, std::to_string(result.not_in_all) + " outcomes are left out: some forecaster has none of them");
    print_table(session, skill_table(result, skills, groups));
}

void show_recovery(Session& session, const HedgeCommand& command, const HedgeData& data,
                   const HedgeFitOptions& options) {
    HedgeFitOptions first = options;
    first.with_intervals = false;
    const HedgeFit fit = fit_and_tell(session, command, data, first);
    note(session, "panels are simulated from the estimates of this panel, with its drivers and first profiles");
    const HedgeRecovery recovery = recover_hedge(data, fit.coefficients, command.panels, options);
    if (recovery.failed > 0) warn(session, std::to_string(recovery.failed) + " panels could not be estimated");
    print_table(session, hedge_recovery_table(recovery));
}

void show_calibration(Session& session, const HedgeCommand& command, const HedgeData& data,
                      const HedgeFitOptions& options) {
    const HedgeCalibration calibration = calibrate_hedge(data, {.free = options.free,
                                                                .given = options.given,
                                                                .replicates = command.replicates,
                                                                .seed = session.seed,
                                                                .threads = session.threads,
                                                                .work = session.work});
    if (calibration.failed > 0)
        warn(session, std::to_string(calibration.failed) + " replicates have no mutually consistent profiles");
    note(session, "small p: likelihood and simulator do not belong together, or the chains were too short");
    print_table(session, hedge_calibration_table(calibration, 20));
}

void run_hedge(Session& session, const HedgeCommand& command) {
    if (command.show == "odd") {
        require_own_format(session, ".txt");
        return print_text(session, hedge_odd_text());
    }
    const HedgePanel panel = read_panel_and_neighbours(session, command);
    const HedgeFitOptions options = fit_options(session, command, panel);
    const bool forecasts = command.show == "forecast" || command.show == "hindcast";
    if (!forecasts) note(session, not_demonstrated + " (--show hindcast tests it)");
    if (command.show == "hindcast") {
        show_hindcast(session, command, panel, options);
    } else if (command.show == "forecast") {
        show_forecast(session, command, panel, options);
    }
    if (forecasts) return;
    for (const std::string& sentence : panel.notes) note(session, sentence);
    const HedgeData data = hedge_data(panel, drivers_needed(options), panel.shares.last_year());
    for (const std::string& sentence : data.notes) note(session, sentence);
    tell_free(session, options);
    if (command.show == "recovery") return show_recovery(session, command, data, options);
    if (command.show == "sbc") return show_calibration(session, command, data, options);
    const HedgeFit fit = fit_and_tell(session, command, data, options);
    print_table(session, command.show == "fit" ? hedge_fit_table(panel, data, fit) : hedge_estimate_table(fit));
}

}  // namespace

void add_simulate_hedge(CLI::App& noun, Session& session) {
    auto command = std::make_shared<HedgeCommand>();
    CLI::App& app = add_command(noun, "hedge",
                                "How does a state divide its alignment among poles? A model of choice, estimated, "
                                "checked and held against naive "
                                "forecasts.",
                                {{"tarazy simulate hedge examples/hedge/panel.csv", "parameters with intervals"},
                                 {"tarazy simulate hedge examples/hedge/panel.csv --show hindcast --horizons 1",
                                  "does it forecast better than persistence?"},
                                 {"tarazy simulate hedge --show odd", "the model in words"}},
                                session, [&session, command] { run_hedge(session, *command); });
    app.add_option(
        "panel", command->path,
        "`state,year,share_<pole>..`, `share_autonomy` where it is known, drivers `trade_<pole>..`, "
        "`finance_`, `assurance_`, `coercion_`, `influence_`; or a row a pole: `state,year,pole,share,trade..`");
    app.add_option("--show", command->show,
                   "estimates; fit (observed and expected profiles); recovery (simulated panels); sbc (calibration); "
                   "hindcast; forecast; odd (description)")
        ->check(CLI::IsMember({"estimates", "fit", "recovery", "sbc", "hindcast", "forecast", "odd"}))
        ->capture_default_str();
    app.add_option(
           "--free", command->free,
           "parameters to estimate, comma-separated, six at most: b_T,b_I,b_S,b_C,b_A,b_N,k,e,f; by default k,e,f "
           "and up to three drivers of the panel")
        ->delimiter(',');
    app.add_option("--fix", command->fix, "SYMBOL=NUMBER of a parameter that is not free; may be repeated; else 0")
        ->delimiter(',');
    app.add_option("--neighbours", command->neighbours,
                   "table `state,neighbour[,weight]`, or `all`: each of every other");
    app.add_option("--starts", command->starts, "of the search")->check(CLI::Range(1U, 10'000U))->capture_default_str();
    app.add_option("--intervals", command->intervals, "wald (information) or profile (likelihood ratio)")
        ->check(CLI::IsMember({"wald", "profile"}))
        ->capture_default_str();
    app.add_option("--level", command->level, "of intervals")->check(CLI::Range(0.01, 0.9999))->capture_default_str();
    app.add_option("--panels", command->panels, "of --show recovery")
        ->check(CLI::Range(std::size_t{2}, std::size_t{100'000}))
        ->capture_default_str();
    app.add_option("--replicates", command->replicates, "of --show sbc")
        ->check(CLI::Range(std::size_t{2}, std::size_t{100'000}))
        ->capture_default_str();
    app.add_option("--horizons", command->horizons, "years ahead, comma-separated")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--from", command->from, "hindcast: first origin; by default the tenth year");
    app.add_option("--to", command->to, "hindcast: last origin");
    app.add_option("--by", command->by, "hindcast: average over all, or by state")
        ->check(CLI::IsMember({"all", "state"}))
        ->capture_default_str();
    app.add_option("--draws", command->draws, "of forecasts")->capture_default_str();
}

}  // namespace tarazy
