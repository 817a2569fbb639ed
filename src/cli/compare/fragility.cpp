#include "compare/robustness/fragility.hpp"

#include "cli/compare/robustness.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Rows of the result: one a cell of each smallest set.
struct FragilityRows {
    TableRows<TextColumn, TextColumn, IntegerColumn, IntegerColumn, IntegerColumn, TextColumn, TextColumn, RealColumn,
              RealColumn, TextColumn, IntegerColumn, IntegerColumn>
        cells{{"claim"},  {"solution"}, {"holds"}, {"cells_needed"}, {"set"},         {"case"},
              {"column"}, {"value"},    {"other"}, {"confidence"},   {"tried_up_to"}, {"sets_tried"}};

    void add(const Cases& cases, const SolutionStatement& of, const std::string& kind, const Fragility& found,
             std::size_t number, const ContestableCell& cell, double recoded) {
        cells.add(of.text, kind, found.holds, found.smallest.front().size(), number, cases.names[cell.at],
                  column_name(cases, cell.column), cell.value, recoded, to_string(cell.confidence), found.tried_up_to,
                  found.sets_tried);
    }

    /// A statement that no set tried overturns.
    void add_none(const SolutionStatement& of, const std::string& kind, const Fragility& found) {
        cells.add(of.text, kind, found.holds, std::nullopt, std::nullopt, "", "", std::nullopt, std::nullopt, "",
                  found.tried_up_to, found.sets_tried);
    }
};

void report_fragility(Session& session, const std::string& statement, const Fragility& found, std::size_t cells) {
    const std::string about = "'" + statement + "' (" + (found.holds ? "holds" : "does not hold") + " as coded): ";
    std::string text;
    if (found.smallest_count > 0) {
        text = std::to_string(found.smallest_count) + " set" + (found.smallest_count == 1 ? "" : "s") + " of " +
               std::to_string(found.tried_up_to + (found.complete ? 0 : 1)) + " of " + std::to_string(cells) +
               " cells overturn it";
    } else if (found.exhausted) {
        text = "no recoding of the contestable cells overturns it";
    } else {
        text = "none of up to " + std::to_string(found.tried_up_to) + " of " + std::to_string(cells) +
               " cells overturns it; larger sets were not" + (found.complete ? "" : " all") +
               " tried (--max-cells, --max-sets, --time-limit)";
    }
    warn(session, about + text + "; " + std::to_string(found.sets_tried) + " recodings tried");
    if (!found.complete) {
        warn(session, about + "stopped at the limit of time among the sets of " +
                          std::to_string(found.tried_up_to + 1) + " cells; raise --time-limit");
        session.status = exit_limit;
    }
    if (found.undecided > 0) {
        warn(session, about + std::to_string(found.undecided) +
                          " recodings have more models than --max-models, or the time was up, and were not decided");
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
    const std::vector<SolutionStatement> statements = statements_of(options, cases);
    if (!std::ranges::all_of(statements, &SolutionStatement::about_sets))
        require_solution(session, cases, searching.cuts, searching.minimise);
    FragilityRows rows;
    for (const SolutionStatement& statement : statements) {
        for (const SolutionKind kind : solution_kinds_of(options, {SolutionKind::parsimonious})) {
            if (statement.solution && *statement.solution != kind && !statement.about_sets()) continue;
            const Fragility found = smallest_overturning_sets(cases, cells, statement, kind, searching);
            const std::string name = statement.about_sets() ? "" : std::string(to_string(kind));
            report_fragility(session, (name.empty() ? "" : name + ": ") + statement.text, found, cells.size());
            if (found.smallest.empty()) rows.add_none(statement, name, found);
            for (std::size_t s = 0; s < found.smallest.size(); ++s) {
                for (const Recoding& r : found.smallest[s]) {
                    rows.add(cases, statement, name, found, s + 1, cells[r.cell], r.value);
                }
            }
            if (statement.about_sets()) break;  // the same whatever the solution type
        }
    }
    print_table(session, rows.cells.table());
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
    TableRows rows(TextColumn{"solution"}, RealColumn{"above"}, RealColumn{"value"}, RealColumn{"below"},
                   TextColumn{"above_end"}, TextColumn{"below_end"});
    for (const SolutionKind kind : solution_kinds_of(options, {SolutionKind::parsimonious})) {
        searching.kind = kind;
        const CrossoverRange range = crossover_range(cases, condition_number(cases, set), measured, searching);
        rows.add(to_string(kind), range.lower, range.value, range.upper, to_string(range.lower_end),
                 to_string(range.upper_end));
    }
    print_table(session, rows.table());
}

}  // namespace tarazy
