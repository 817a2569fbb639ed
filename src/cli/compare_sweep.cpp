#include "compare/sweep.hpp"

#include "base/number_text.hpp"
#include "cli/compare_robustness.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// `SET=VARIABLE:METHOD:ANCHORS`, as in `DEV=gdp:direct:400,550,900`.
struct CalibrationText {
    std::string set, variable, method, anchors;
};
CalibrationText calibration_text(const std::string& text) {
    const std::size_t equals = text.find('='), last = text.rfind(':');
    const std::size_t middle = last == std::string::npos || last == 0 ? last : text.rfind(':', last - 1);
    if (equals == std::string::npos || middle == std::string::npos || middle < equals) {
        throw UsageError("--calibration '" + text + "': write SET=VARIABLE:METHOD:ANCHORS, as in " +
                         "DEV=gdp:direct:400,550,900");
    }
    return {text.substr(0, equals), text.substr(equals + 1, middle - equals - 1),
            text.substr(middle + 1, last - middle - 1), text.substr(last + 1)};
}

std::vector<CalibrationChoice> calibrations_of(const Table& table, const RobustnessCommand& options,
                                               const Cases& cases) {
    std::vector<CalibrationChoice> choices;
    for (const std::string& text : options.calibrations) {
        const CalibrationText parts = calibration_text(text);
        const std::size_t column = condition_number(cases, parts.set);
        const CrossoverOptions method = calibration_of(parts.method, parts.anchors, options.log_odds);
        auto at = std::ranges::find(choices, column, &CalibrationChoice::column);
        if (at == choices.end()) {
            choices.push_back({column, {}});
            at = choices.end() - 1;
        }
        at->alternatives.push_back(
            {text, calibrated_at(raw_of(table, options, cases, parts.variable), method.anchors.crossover, method)});
    }
    return choices;
}

CutGrid cut_grid(const RobustnessCommand& options) {
    const TruthTableOptions cuts = table_options(options.inputs);
    CutGrid grid{{cuts.inclusion_cut}, {cuts.pri_cut}, {cuts.case_cut}};
    const auto add = [](const std::string& text, const std::string& option, double most, auto& list) {
        for (const double value : number_list(text, option)) {
            using Value = typename std::remove_reference_t<decltype(list)>::value_type;
            if (value < 0 || value > most || static_cast<double>(static_cast<Value>(value)) != value) {
                throw UsageError(option + ": " + number_text(value) + " is no such cut-off");
            }
            // The cut-off in force stays first; it need not be repeated.
            if (std::ranges::find(list, static_cast<Value>(value)) == list.end()) {
                list.push_back(static_cast<Value>(value));
            }
        }
    };
    add(options.inclusion_grid, "--incl-grid", 1, grid.inclusion);
    add(options.pri_grid, "--pri-grid", 1, grid.pri);
    add(options.case_grid, "--n-grid", 1e6, grid.cases);
    return grid;
}

/// Rows of the result: a kind of thing, its text, and the points in which it is there.
struct SweepRows {
    std::uint64_t points = 0;
    std::vector<std::string> what, solution, text;
    std::vector<std::int64_t> count, coded, prime, every;
    std::vector<double> share;

    void add(const std::string& kind, const std::string& of, const std::string& shown, std::uint64_t n,
             std::optional<bool> as_coded = {}, std::optional<std::uint64_t> as_prime = {},
             std::optional<std::uint64_t> in_every = {}) {
        const auto whole = [](const auto& value) {
            return value ? static_cast<std::int64_t>(*value) : Column::missing_integer;
        };
        what.push_back(kind);
        solution.push_back(of);
        text.push_back(shown);
        count.push_back(static_cast<std::int64_t>(n));
        share.push_back(points == 0 ? Column::missing_real : static_cast<double>(n) / static_cast<double>(points));
        coded.push_back(whole(as_coded));
        prime.push_back(whole(as_prime));
        every.push_back(whole(in_every));
    }

    Table table() && {
        Table result;
        result.add("what", Column(what));
        result.add("solution", Column(solution));
        result.add("text", Column(text));
        result.add("points", Column(std::move(count)));
        result.add("share", Column(std::move(share)));
        result.add("as_coded", Column(std::move(coded)));
        result.add("prime_implicant", Column(std::move(prime)));
        result.add("every_model", Column(std::move(every)));
        return result;
    }
};

void add_solution(const PropertySpace& space, const SweptSolution& solution, std::size_t listed, SweepRows& rows) {
    const std::string name(to_string(solution.kind));
    rows.add("points", name, "with models", solution.solved);
    rows.add("points", name, "without a model", solution.unsolved);
    rows.add("points", name, "stopped at a limit", solution.incomplete);
    rows.add("points", name, "with one model only", solution.one_model);
    rows.add("points", name, "with the models as coded", solution.as_coded);
    for (std::size_t m = 0; m < solution.models.size() && m < listed; ++m) {
        const SweptModel& model = solution.models[m];
        rows.add("model", name, model_text(space, model.terms), model.points,
                 std::ranges::binary_search(solution.coded.models, model.terms));
    }
    std::size_t shown = 0;
    for (const SweptTerm& term : solution.terms) {
        if (shown++ == listed) break;
        const bool coded = std::ranges::any_of(solution.coded.models, [&](const std::vector<Literals>& model) {
            return std::ranges::find(model, term.term) != model.end();
        });
        rows.add("term", name, term_text(space, term.term), term.some, coded, term.prime, term.every);
    }
}

void report_sweep(Session& session, const Sweep& result, std::size_t listed) {
    const std::string grid = result.grid ? std::to_string(*result.grid) : "more than 2^64";
    warn(session, result.sampled ? std::to_string(result.points) + " points drawn with replacement from a grid of " +
                                       grid + " (seed " + std::to_string(session.seed) + ")"
                                 : "the whole grid of " + grid + " points");
    warn(session, std::to_string(result.tables) + " different truth tables minimised");
    for (const SweptSolution& solution : result.solutions) {
        const std::string name(to_string(solution.kind));
        if (solution.distinct_models > listed) {
            warn(session, name + ": " + std::to_string(solution.distinct_models) + " different models, the " +
                              std::to_string(listed) + " most frequent are listed (--list)");
        }
        if (!solution.all_counted) warn(session, name + ": more models or terms than can be told apart were met");
        if (solution.incomplete == 0) continue;
        warn(session, name + ": " + std::to_string(solution.incomplete) +
                          " points have more models than --max-models; they count for no model, term or claim");
        session.status = exit_limit;
    }
}

}  // namespace

void robustness_sweep(Session& session, const RobustnessCommand& options) {
    const Cases cases = read_comparison(session, options.inputs);
    const std::vector<ContestableCell> cells = contestable_cells(session, options, cases);
    std::vector<CalibrationChoice> calibrations;
    if (!options.calibrations.empty()) {
        calibrations = calibrations_of(read_input(session, options.inputs.data), options, cases);
    }
    SweepOptions sweeping;
    sweeping.kinds = solution_kinds_of(options, {solution_kinds.begin(), solution_kinds.end()});
    sweeping.points = options.points;
    sweeping.seed = session.seed;
    sweeping.threads = session.threads;
    sweeping.listed = options.listed;
    sweeping.recoding_probability = options.recoding_probability;
    sweeping.minimise = minimise_options_of(options, cases.space);
    const std::vector<SolutionClaim> claims = claims_of(options, cases.space);
    const Sweep result = sweep(cases, cells, calibrations, cut_grid(options), claims, sweeping);
    report_sweep(session, result, options.listed);
    SweepRows rows;
    rows.points = result.points;
    for (const SweptClaim& claim : result.claims) {
        rows.add("claim", claim.kind ? std::string(to_string(*claim.kind)) : "", claim.claim.text, claim.points,
                 claim.as_coded);
    }
    for (const SweptSolution& solution : result.solutions) add_solution(cases.space, solution, options.listed, rows);
    print_table(session, std::move(rows).table());
}

}  // namespace tarazy
