#include "cli/compare/robustness.hpp"

#include "cli/compare/commands.hpp"
#include "compare/robustness/robustness_tables.hpp"
#include "compare/sets/expression.hpp"
#include "table/table_parts.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

Table fit_of(const RobustnessCommand& options, const Cases& cases) {
    if (options.initial.empty() || options.tests.empty()) throw UsageError("--what fit needs --initial and --tests");
    std::vector<std::vector<Literals>> tests;
    for (const std::string& text : expression_list(options.tests)) tests.push_back(parse_expression(text, cases.space));
    return robustness_fit_row(robustness_fit(cases, parse_expression(options.initial, cases.space), tests));
}

void robustness(Session& session, const RobustnessCommand& options) {
    if (options.what == "sweep" || options.what == "drivers") return robustness_sweep(session, options);
    if (options.what == "fragility") return robustness_fragility(session, options);
    if (options.what == "crossover") return robustness_crossover(session, options);
    if (options.what == "anchors") return robustness_anchors(session, options);
    const Cases cases = read_comparison(session, options.inputs);
    if (options.what == "fit") return print_table(session, fit_of(options, cases));
    const std::set<SolutionKind> kinds = solution_kinds_of(options, {SolutionKind::parsimonious});
    if (kinds.size() > 1) throw UsageError("--what " + options.what + " looks at one --solution at a time");
    const TruthTableOptions cuts = table_options(options.inputs);
    const MinimiseOptions minimise = minimise_options_of(session, options, cases.space);
    require_solution(session, cases, cuts, minimise);
    if (options.what == "ranges") {
        const SolutionKind kind = *kinds.begin();
        const Table ranges = cut_range_rows({{kind, cut_ranges(cases, cuts, kind, minimise)}});
        print_table(session, kept_columns(ranges, {{"cut"}, {"above"}, {"value"}, {"up_to"}}));
    } else {
        const CellEffects found = cell_effects(cases, cuts, *kinds.begin(), minimise, session.threads);
        const auto changing = std::ranges::count_if(found.turned, &CellEffect::changes_models);
        warn(session, std::to_string(changing) + " of " + std::to_string(found.turned.size()) +
                          " cells change the models when turned over alone");
        if (found.turned.size() < found.cells) {
            warn(session, "stopped at the limit of time: " + std::to_string(found.cells - found.turned.size()) +
                              " more cells were not turned over; raise --time-limit");
            session.status = exit_limit;
        }
        print_table(session, cell_effect_rows(cases, found.turned));
    }
}

void add_statement_options(CLI::App& app, RobustnessCommand& options) {
    app.add_option(
        "--cells", options.cells,
        "sweep, fragility: table case,variable,value,confidence,... of codings; an `alt` column or `ALT x` in "
        "`note` states another value");
    app.add_option("--widen", options.widen,
                   "cells without a stated alternative that may move to the next levels of the scale: none, low "
                   "(confidence) or medium (and low)")
        ->check(CLI::IsMember({"none", "low", "medium"}))
        ->capture_default_str();
    app.add_option("--scale", options.scale, "levels of fuzzy codes")->capture_default_str();
    app.add_option(
        "--claim", options.statements,
        "what is to hold, may be repeated: 'models stay' (default), 'A*~B is a term of some model', 'term "
        "contains A in every model', 'term over KAZ contains A in every model' (of the terms that cover this "
        "case), 'A + B is the only model', 'there is one model', 'A is necessary at "
        "0.9'; 'parsimonious: ...' for one solution type");
    app.add_option("--list", options.listed, "models, terms or sets listed at most")->capture_default_str();
    app.add_option("--max-cells", options.most_cells, "fragility: largest set of cells tried")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_option("--max-sets", options.most_sets, "fragility: recodings tried in all")->capture_default_str();
}

void add_grid_options(CLI::App& app, RobustnessCommand& options) {
    app.add_option("--incl-grid", options.inclusion_grid, "sweep: further inclusion cut-offs, 0.75,0.85");
    app.add_option("--pri-grid", options.pri_grid, "sweep: further PRI cut-offs");
    app.add_option("--n-grid", options.case_grid, "sweep: further fewest cases of a row");
    app.add_option(
        "--calibration", options.calibrations,
        "may be repeated: a calibration SET=VARIABLE:METHOD:ANCHORS, as in DEV=gdp:direct:400,550,900 (direct, "
        "linear or crisp); sweep: another one of the set; anchors: the one whose anchors move");
    app.add_option("--reach", options.reach,
                   "anchors: an outer anchor is moved outwards by this many times the distance of the outer anchors")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    app.add_option("--points", options.points, "sweep: a larger grid is sampled, so many times")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    app.add_option("--recode-probability", options.recoding_probability,
                   "sweep, when sampled: a contestable cell is recoded with this probability (default: each of its "
                   "values is as likely)")
        ->check(CLI::Range(0.0, 1.0));
}

void add_crossover_options(CLI::App& app, RobustnessCommand& options) {
    app.add_option("--variable", options.variable, "crossover: column with the measured values");
    app.add_option("--set", options.set, "crossover: the condition made from it (default: the variable's name)");
    app.add_option("--method", options.method, "crossover: direct, linear or crisp")
        ->check(CLI::IsMember({"direct", "linear", "crisp"}))
        ->capture_default_str();
    app.add_option("--anchors", options.anchors, "crossover: exclusion,crossover,inclusion");
    app.add_option("--log-odds", options.log_odds, "of the outer anchors, direct method (default 2.944)");
}

}  // namespace

std::set<SolutionKind> solution_kinds_of(const RobustnessCommand& options, const std::set<SolutionKind>& by_default) {
    if (options.solution.empty()) return by_default;
    std::set<SolutionKind> kinds;
    for (const SolutionKind kind : solution_kinds) {
        if (options.solution == "all" || options.solution == to_string(kind)) kinds.insert(kind);
    }
    return kinds;
}

MinimiseOptions minimise_options_of(const Session& session, const RobustnessCommand& options,
                                    const PropertySpace& space) {
    MinimiseOptions minimise;
    minimise.work = options.seconds ? session.work.within(*options.seconds) : session.work;
    minimise.expectations = parse_expectations(expression_list(options.expect), space);
    for (const std::string& text : expression_list(options.exclude)) {
        for (const Literals term : parse_expression(text, space)) minimise.excluded.push_back(term);
    }
    minimise.model_limit = options.most_models;
    return minimise;
}

void add_compare_robustness(CLI::App& noun, Session& session) {
    auto options = std::make_shared<RobustnessCommand>();
    CLI::App& app = add_command(
        noun, "robustness",
        "How far can cut-offs, calibration and codings move before the models, or a claim about them, change?",
        {{"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5",
          "exact ranges of the three cut-offs over which every model stays"},
         {"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --what cells",
          "which single coding, turned over, changes the models"},
         {"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --what sweep --cells "
          "studies/kazakhstan/data/nuclear_reversal_cells.csv --incl-grid 0.75,0.85 --points 2000 --claim 'term "
          "contains "
          "REGIME in every model'",
          "every model of 2000 combinations of cut-offs and contestable codings"},
         {"tarazy compare robustness --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --what fragility --cells "
          "studies/kazakhstan/data/nuclear_reversal_cells.csv --claim 'term contains REGIME in every model'",
          "the smallest sets of contestable codings that overturn the claim"}},
        session, [&session, options] { robustness(session, *options); });
    add_comparison_options(app, options->inputs, true);
    add_frequency_option(app, options->inputs.frequency);
    app.add_option(
           "--what", options->what,
           "ranges (of cut-offs), cells (turned over one by one), fit, sweep (of cut-offs, calibrations and "
           "codings), drivers (which of these move a claim), fragility (of a claim), anchors (of calibrations: the "
           "range of each) or crossover (of one calibration)")
        ->check(CLI::IsMember({"ranges", "cells", "fit", "sweep", "drivers", "fragility", "anchors", "crossover"}))
        ->capture_default_str();
    app.add_option("--solution", options->solution,
                   "conservative, parsimonious (default), intermediate, or (sweep, where it is the default; fragility, "
                   "anchors, crossover) all")
        ->check(CLI::IsMember({"parsimonious", "conservative", "intermediate", "all"}));
    app.add_option("--expect", options->expect, "directional expectations of the intermediate solution: A,~B,C*D");
    app.add_option("--exclude", options->exclude, "what may not be covered: 'A*~B + C' (as in minimise)");
    app.add_option("--max-models", options->most_models, "most models of one table")->capture_default_str();
    app.add_option("--time-limit", options->seconds,
                   "stop after so many seconds, with status 5: cells, sweep, drivers and fragility tell what was tried "
                   "until then, the others, of which a part says nothing, only that the time was up")
        ->check(CLI::PositiveNumber);
    app.add_option("--initial", options->initial, "with fit: the solution, as 'A*B + ~C'");
    app.add_option("--tests", options->tests, "with fit: test solutions, comma-separated");
    add_statement_options(app, *options);
    add_grid_options(app, *options);
    add_crossover_options(app, *options);
}

}  // namespace tarazy
