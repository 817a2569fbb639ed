#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "cli/compare/robustness.hpp"
#include "compare/robustness/robustness_tables.hpp"
#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tarazy {
namespace {

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
            check_between(value, 0, most, option);
            if (static_cast<double>(static_cast<Value>(value)) != value)
                refuse_argument(option, number_text(value), "give whole numbers");
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

void report_sweep(Session& session, const Sweep& result, std::optional<std::size_t> listed) {
    const std::string grid = result.grid ? std::to_string(*result.grid) : "more than 2^64";
    warn(session, result.sampled ? std::to_string(result.asked) + " points drawn with replacement from a grid of " +
                                       grid + " (seed " + std::to_string(session.seed) + ")"
                                 : "the whole grid of " + grid + " points");
    if (result.points < result.asked) {
        warn(session, "stopped at the limit of time: the first " + std::to_string(result.points) +
                          " points are counted, " +
                          (result.sampled ? "a smaller sample of the grid" : "which are no sample of the grid") +
                          "; raise --time-limit");
        session.status = exit_limit;
    }
    warn(session, std::to_string(result.tables) + " different truth tables minimised");
    for (const SweptSolution& solution : result.solutions) {
        const std::string name(to_string(solution.kind));
        if (listed && solution.distinct_models > *listed) {
            warn(session, name + ": " + std::to_string(solution.distinct_models) + " different models, the " +
                              std::to_string(*listed) + " most frequent are listed (--list)");
        }
        if (!solution.all_counted) warn(session, name + ": more models or terms than can be told apart were met");
        if (solution.incomplete == 0) continue;
        warn(session, name + ": " + std::to_string(solution.incomplete) +
                          " points have more models than --max-models, or the time was up; they count for no model, "
                          "term or claim");
        session.status = exit_limit;
    }
}

/// What a sweep was asked to do, kept for the names of its choices.
struct SweepInputs {
    Cases cases;
    std::vector<ContestableCell> cells;
    std::vector<CalibrationChoice> calibrations;
    CutGrid cuts;
};

/// `EGY REGIME`, `incl`, and the value chosen.
std::pair<std::string, std::string> choice_text(const SweepInputs& inputs, const SweptChoice& choice) {
    using Factor = SweptChoice::Factor;
    switch (choice.factor) {
        case Factor::inclusion_cut: return {"incl", number_text(inputs.cuts.inclusion[choice.value])};
        case Factor::pri_cut: return {"pri", number_text(inputs.cuts.pri[choice.value])};
        case Factor::case_cut: return {"n", std::to_string(inputs.cuts.cases[choice.value])};
        case Factor::calibration: {
            const CalibrationChoice& calibration = inputs.calibrations[choice.number];
            return {column_name(inputs.cases, calibration.column),
                    choice.value == 0 ? "as given" : calibration.alternatives[choice.value - 1].label};
        }
        case Factor::cell: break;
    }
    const ContestableCell& cell = inputs.cells[choice.number];
    return {inputs.cases.names[cell.at] + " " + column_name(inputs.cases, cell.column),
            number_text(choice.value == 0 ? cell.value : cell.others[choice.value - 1])};
}

/// For each statement, how much oftener it holds with an alternative than with what was coded; largest differences
/// first.
Table driver_table(const SweepInputs& inputs, const Sweep& result, std::size_t listed) {
    struct Effect {
        std::pair<std::string, std::string> text;
        std::string coded;
        double share, share_as_coded;
    };
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? Column::missing_real : static_cast<double>(part) / static_cast<double>(whole);
    };
    TableRows rows(TextColumn{"claim"}, TextColumn{"solution"}, TextColumn{"choice"}, TextColumn{"as_coded"},
                   TextColumn{"other"}, RealColumn{"share_as_coded"}, RealColumn{"share_other"},
                   RealColumn{"difference"});
    for (std::size_t k = 0; k < result.statements.size(); ++k) {
        const SweptStatement& statement = result.statements[k];
        std::vector<Effect> effects;
        const SweptChoice* as_coded = nullptr;
        for (const SweptChoice& choice : result.choices) {
            if (choice.value == 0) as_coded = &choice;
            if (choice.value == 0 || choice.points == 0 || as_coded->points == 0) continue;
            effects.push_back({choice_text(inputs, choice), choice_text(inputs, *as_coded).second,
                               share(choice.statements[k], choice.points),
                               share(as_coded->statements[k], as_coded->points)});
        }
        std::ranges::stable_sort(effects, std::greater{},
                                 [](const Effect& e) { return std::abs(e.share - e.share_as_coded); });
        effects.resize(std::min(effects.size(), listed));
        for (const Effect& effect : effects) {
            rows.add(statement.statement.text, statement.kind ? to_string(*statement.kind) : "", effect.text.first,
                     effect.coded, effect.text.second, effect.share_as_coded, effect.share,
                     effect.share - effect.share_as_coded);
        }
    }
    return rows.table();
}

}  // namespace

void robustness_sweep(Session& session, const RobustnessCommand& options) {
    SweepInputs inputs;
    const Table input = read_case_table(session, options.inputs);
    inputs.cases = read_comparison(session, options.inputs, input);
    const Cases& cases = inputs.cases;
    inputs.cells = contestable_cells(session, options, input, cases);
    if (!options.calibrations.empty()) inputs.calibrations = calibrations_of(input, options, cases);
    inputs.cuts = cut_grid(options);
    SweepOptions sweeping;
    sweeping.kinds = solution_kinds_of(options, {solution_kinds.begin(), solution_kinds.end()});
    sweeping.points = options.points;
    sweeping.seed = session.seed;
    sweeping.threads = session.threads;
    sweeping.listed = options.listed;
    sweeping.recoding_probability = options.recoding_probability;
    sweeping.minimise = minimise_options_of(session, options, cases.space);
    const std::vector<SolutionStatement> statements = statements_of(options, cases);
    if (!std::ranges::all_of(statements, &SolutionStatement::about_sets))
        require_solution(session, cases, table_options(options.inputs), sweeping.minimise);
    const Sweep result = sweep(cases, inputs.cells, inputs.calibrations, inputs.cuts, statements, sweeping);
    const bool drivers = options.what == "drivers";
    report_sweep(session, result, drivers ? std::nullopt : std::optional(options.listed));
    if (drivers) return print_table(session, driver_table(inputs, result, options.listed));
    print_table(session, kept_columns(sweep_rows(cases.space, result, options.listed), {{"what"},
                                                                                        {"solution"},
                                                                                        {"text"},
                                                                                        {"points"},
                                                                                        {"share"},
                                                                                        {"as_coded"},
                                                                                        {"prime_implicant"},
                                                                                        {"every_model"}}));
}

}  // namespace tarazy
