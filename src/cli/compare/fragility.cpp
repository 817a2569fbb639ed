#include "compare/robustness/fragility.hpp"

#include "cli/compare/robustness.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// Rows of the result: one a cell of each smallest set.
struct FragilityRows {
    std::vector<std::string> statement, solution, name, column, confidence;
    std::vector<std::int64_t> holds, size, set, tried_up_to, sets_tried;
    std::vector<double> value, other;

    void add(const Cases& cases, const SolutionStatement& of, const std::string& kind, const Fragility& found,
             std::optional<std::size_t> number, const ContestableCell* cell, double recoded) {
        static const std::map<CodingConfidence, std::string> names = {
            {CodingConfidence::high, "high"}, {CodingConfidence::medium, "medium"}, {CodingConfidence::low, "low"}};
        statement.push_back(of.text);
        solution.push_back(kind);
        holds.push_back(found.holds ? 1 : 0);
        size.push_back(number ? static_cast<std::int64_t>(found.smallest.front().size()) : Column::missing_integer);
        set.push_back(number ? static_cast<std::int64_t>(*number + 1) : Column::missing_integer);
        name.push_back(cell == nullptr ? "" : cases.names[cell->at]);
        column.push_back(cell == nullptr ? "" : column_name(cases, cell->column));
        value.push_back(cell == nullptr ? Column::missing_real : cell->value);
        other.push_back(recoded);
        confidence.push_back(cell == nullptr ? "" : names.at(cell->confidence));
        tried_up_to.push_back(static_cast<std::int64_t>(found.tried_up_to));
        sets_tried.push_back(static_cast<std::int64_t>(found.sets_tried));
    }

    Table table() && {
        Table result;
        result.add("claim", Column(statement));
        result.add("solution", Column(solution));
        result.add("holds", Column(std::move(holds)));
        result.add("cells_needed", Column(std::move(size)));
        result.add("set", Column(std::move(set)));
        result.add("case", Column(name));
        result.add("column", Column(column));
        result.add("value", Column(std::move(value)));
        result.add("other", Column(std::move(other)));
        result.add("confidence", Column(confidence));
        result.add("tried_up_to", Column(std::move(tried_up_to)));
        result.add("sets_tried", Column(std::move(sets_tried)));
        return result;
    }
};

void report_fragility(Session& session, const std::string& statement, const Fragility& found, std::size_t cells) {
    const std::string about = "'" + statement + "' (" + (found.holds ? "holds" : "does not hold") + " as coded): ";
    std::string text;
    if (found.smallest_count > 0) {
        text = std::to_string(found.smallest_count) + " set" + (found.smallest_count == 1 ? "" : "s") + " of " +
               std::to_string(found.tried_up_to) + " of " + std::to_string(cells) + " cells overturn it";
    } else if (found.exhausted) {
        text = "no recoding of the contestable cells overturns it";
    } else {
        text = "none of up to " + std::to_string(found.tried_up_to) + " of " + std::to_string(cells) +
               " cells overturns it; larger sets were not tried (--max-cells, --max-sets)";
    }
    warn(session, about + text + "; " + std::to_string(found.sets_tried) + " recodings tried");
    if (found.undecided > 0) {
        warn(session, about + std::to_string(found.undecided) +
                          " recodings have more models than --max-models and "
                          "were not decided");
        session.status = exit_limit;
    }
}

}  // namespace

void robustness_fragility(Session& session, const RobustnessCommand& options) {
    if (options.cells.empty()) throw UsageError("--what fragility needs --cells, the table of contestable cells");
    const Table input = read_case_table(session, options.inputs);
    const Cases cases = read_comparison(session, options.inputs, input);
    const std::vector<ContestableCell> cells = contestable_cells(session, options, input, cases);
    FragilityOptions searching;
    searching.cuts = table_options(options.inputs);
    searching.most_cells = options.most_cells;
    searching.most_sets = options.most_sets;
    searching.listed = options.listed;
    searching.threads = session.threads;
    searching.minimise = minimise_options_of(session, options, cases.space);
    const std::vector<SolutionStatement> statements = statements_of(options, cases.space);
    if (!std::ranges::all_of(statements, &SolutionStatement::about_sets))
        require_solution(session, cases, searching.cuts, searching.minimise);
    FragilityRows rows;
    for (const SolutionStatement& statement : statements) {
        for (const SolutionKind kind : solution_kinds_of(options, {SolutionKind::parsimonious})) {
            if (statement.solution && *statement.solution != kind && !statement.about_sets()) continue;
            const Fragility found = smallest_overturning_sets(cases, cells, statement, kind, searching);
            const std::string name = statement.about_sets() ? "" : std::string(to_string(kind));
            report_fragility(session, (name.empty() ? "" : name + ": ") + statement.text, found, cells.size());
            if (found.smallest.empty()) rows.add(cases, statement, name, found, {}, nullptr, Column::missing_real);
            for (std::size_t s = 0; s < found.smallest.size(); ++s) {
                for (const Recoding& r : found.smallest[s]) {
                    rows.add(cases, statement, name, found, s, &cells[r.cell], r.value);
                }
            }
            if (statement.about_sets()) break;  // the same whatever the solution type
        }
    }
    print_table(session, std::move(rows).table());
}

void robustness_crossover(Session& session, const RobustnessCommand& options) {
    if (options.variable.empty() || options.anchors.empty()) {
        throw UsageError("--what crossover needs --set, --variable and --anchors exclusion,crossover,inclusion");
    }
    const std::vector<std::string> conditions = comma_list(options.inputs.conditions);
    const std::string set = options.set.empty() ? options.variable : options.set;
    CrossoverOptions searching = calibration_of(options.method, options.anchors, options.log_odds);
    Table table = read_case_table(session, options.inputs);
    require_columns(table, std::vector<std::string>{options.variable});
    // The set is calibrated here, whether or not the table has a column of it.
    const std::vector<double> raw = require_reals(table, options.variable);
    Column membership(calibrated_at(raw, searching.anchors.crossover, searching));
    Table calibrated = table;
    if (const auto at = table.find(set)) {
        calibrated.columns[*at] = std::move(membership);
    } else {
        calibrated.add(set, std::move(membership));
    }
    const Cases cases = read_comparison(session, options.inputs, calibrated);
    searching.cuts = table_options(options.inputs);
    searching.minimise = minimise_options_of(session, options, cases.space);
    require_solution(session, cases, searching.cuts, searching.minimise);
    const std::vector<double> measured = raw_of(table, options, cases, options.variable);
    static const std::map<RangeEnd, std::string> names = {
        {RangeEnd::anchor, "anchor"}, {RangeEnd::raw_value, "raw value"}, {RangeEnd::cut_off, "cut-off"}};
    std::vector<std::string> solutions, lower_end, upper_end;
    std::vector<double> lower, value, upper;
    for (const SolutionKind kind : solution_kinds_of(options, {SolutionKind::parsimonious})) {
        searching.kind = kind;
        const CrossoverRange range = crossover_range(cases, condition_number(cases, set), measured, searching);
        solutions.emplace_back(to_string(kind));
        lower.push_back(range.lower);
        value.push_back(range.value);
        upper.push_back(range.upper);
        lower_end.push_back(names.at(range.lower_end));
        upper_end.push_back(names.at(range.upper_end));
    }
    Table result;
    result.add("solution", Column(solutions));
    result.add("above", Column(std::move(lower)));
    result.add("value", Column(std::move(value)));
    result.add("below", Column(std::move(upper)));
    result.add("above_end", Column(lower_end));
    result.add("below_end", Column(upper_end));
    print_table(session, result);
}

}  // namespace tarazy
