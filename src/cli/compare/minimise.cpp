#include "cli/compare/commands.hpp"
#include "cli/compare/minimise_result.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/plot.hpp"
#include "compare/minimisation/all_models.hpp"
#include "compare/minimisation/core_conditions.hpp"
#include "compare/minimisation/model_choice.hpp"
#include "compare/selection/partition.hpp"
#include "compare/sets/expression.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

struct MinimiseCommand {
    ComparisonInputs inputs;
    std::string solution = "all", expect, exclude, models = "minimum";
    bool list_rows = false;
    std::optional<double> seconds;
    MinimiseOptions minimise;
    std::string model, partition, xy_file;
    PlotOptions plot;
};

Json texts(const PropertySpace& space, const std::vector<Literals>& terms) {
    Json list = Json::array();
    for (const Literals term : terms) list.push_back(term_text(space, term));
    return list;
}

std::set<SolutionKind> kinds_of(const MinimiseCommand& command) {
    std::set<SolutionKind> kinds;
    for (const SolutionKind kind : solution_kinds) {
        if (command.solution == "all" || command.solution == to_string(kind)) kinds.insert(kind);
    }
    return kinds;
}

void require_complete(Session& session, const std::string& name, const Solution& solution) {
    if (solution.complete) return;
    warn(session, name + ": stopped at the limit with " + std::to_string(solution.prime_implicants.size()) +
                      " prime implicants and " + std::to_string(solution.n_models) +
                      " models; raise --max-models, --max-primes or --time-limit, or use fewer conditions");
    session.status = exit_limit;
}

void read_assumptions(const MinimiseCommand& command, const PropertySpace& space, MinimiseOptions& options) {
    options.expectations = parse_expectations(expression_list(command.expect), space);
    for (const std::string& text : expression_list(command.exclude)) {
        for (const Literals term : parse_expression(text, space)) options.excluded.push_back(term);
    }
    options.irredundant = command.models == "irredundant";
    if (command.seconds) options.work = options.work.within(*command.seconds);
}

/// Models with all missing cells at their lowest and at their highest, beside those of the cases that remain.
std::string missing_json(Session& session, const MinimiseCommand& command, const Table& input, const Cases& cases,
                         const MinimiseOptions& options) {
    const auto bounds = missing_bounds(session, command.inputs, input, cases);
    if (!bounds) return {};
    const std::set<SolutionKind> kinds = kinds_of(command);
    const TruthTableOptions cuts = table_options(command.inputs);
    const auto models = [&](const Cases& of) {
        return all_models(of.space, coded_rows(truth_table(of, cuts, options.work)), kinds, options);
    };
    const AllModelsByKind now = models(cases), lowest = models(bounds->lowest), highest = models(bounds->highest);
    Json result = {{"cells", Json::array()}};
    for (const auto& cell : cases.missing) result["cells"].push_back({{"case", cell.name}, {"column", cell.column}});
    for (const SolutionKind kind : kinds) {
        const auto k = static_cast<std::size_t>(kind);
        Json& of_kind = result[std::string(to_string(kind))];
        of_kind = {{"changes", !(lowest[k] == now[k] && highest[k] == now[k])}};
        for (const auto& [name, all] : {std::pair("lowest", &lowest[k]), std::pair("highest", &highest[k])}) {
            Json list = Json::array();
            for (const auto& model : all->models) list.push_back(texts(cases.space, model));
            of_kind[name] = {{"models", list}, {"complete", all->complete}, {"changes", !(*all == now[k])}};
        }
        warn(session, std::to_string(cases.missing.size()) + " missing cells: the " + std::string(to_string(kind)) +
                          " models " +
                          (of_kind["changes"].get<bool>() ? "change at their lowest or highest"
                                                          : "are the same at their lowest and highest"));
    }
    return result.dump();
}

constexpr const char* nothing_sets_apart =
    "every row of the truth table explains the outcome, so nothing sets these cases apart: only the conservative "
    "solution has a meaning";

/// Every solution that is asked for, of all cases or of one group.
/// @param where  how messages call the group: "group 'EU': "; empty for all cases
MinimiseResult solve(Session& session, const MinimiseCommand& command, const Cases& cases, const TruthTable& table,
                     const MinimiseOptions& options, const std::string& where) {
    MinimiseResult result;
    const bool all = command.solution == "all", between = all || command.solution == "intermediate";
    const bool negative = !coded_rows(table).negative.empty() || !options.excluded.empty();
    if (between || command.solution == "conservative") {
        result.conservative = conservative_solution(cases, table, options);
        require_complete(session, where + "conservative", *result.conservative);
    }
    if (all && !negative) {
        result.no_parsimonious = nothing_sets_apart;
        warn(session, where + nothing_sets_apart);
        return result;
    }
    if (between || command.solution == "parsimonious") {
        result.parsimonious = parsimonious_solution(cases, table, options);
        require_complete(session, where + "parsimonious", *result.parsimonious);
    }
    if (!between) return result;
    if (options.expectations.empty() && !where.starts_with("group '"))
        warn(session, "no --expect given: the intermediate solution assumes nothing and equals the conservative one");
    result.intermediate = intermediate_solutions(cases, table, *result.conservative, *result.parsimonious, options);
    for (const auto& [label, solution] : result.intermediate->pairs)
        require_complete(session, where + "intermediate " + label, solution);
    if (result.intermediate->complete) return result;
    warn(session, where + "intermediate: stopped after " + std::to_string(result.intermediate->pairs.size()) +
                      " pairs of a conservative and a parsimonious model; raise --max-models or --time-limit");
    session.status = exit_limit;
    return result;
}

/// What one of several groups has to say: that it has no solution is no reason to say nothing of the others.
/// @param where  how messages call it: "group 'EU': "
MinimiseResult solve_or_tell(Session& session, const MinimiseCommand& command, const Cases& cases,
                             const TruthTable& table, const MinimiseOptions& options, const std::string& where) {
    const std::string size = std::to_string(cases.size()) + (cases.size() == 1 ? " case" : " cases");
    MinimiseResult result;
    try {
        result = solve(session, command, cases, table, options, where);
        if (cases.size() <= cases.space.size()) {
            warn(session,
                 where + size + " for " + std::to_string(cases.space.size()) + " conditions are too few to say much");
        }
    } catch (const InputError& error) {
        result.no_solution = error.problems().front().what;
        warn(session, where + "no solution of its " + size + ": " + result.no_solution);
    }
    result.n_cases = cases.size();
    return result;
}

std::vector<GroupResult> solve_groups(Session& session, const MinimiseCommand& command, const Table& input,
                                      const Cases& cases, const MinimiseOptions& options) {
    std::vector<GroupResult> solved;
    if (command.partition.empty()) return solved;
    Partition partition = partitioned(cases, input, command.inputs.case_column, command.partition);
    if (!partition.ungrouped.empty()) {
        warn(session, std::to_string(partition.ungrouped.size()) + " cases without a value of " + command.partition +
                          " are in no group: " + partition.ungrouped.front() +
                          (partition.ungrouped.size() > 1 ? ", ..." : ""));
    }
    for (CaseGroup& group : partition.groups) {
        if (group.name == "pooled") {
            throw UsageError("--partition: a group called 'pooled' would be taken for all cases; give it another name");
        }
        TruthTable table = truth_table(group.cases, table_options(command.inputs), session.work);
        MinimiseResult result =
            solve_or_tell(session, command, group.cases, table, options, "group '" + group.name + "': ");
        solved.push_back({std::move(group.name), std::move(group.cases), std::move(table), std::move(result)});
    }
    return solved;
}

Table rows_with_core(const Session& session, const Cases& cases, const std::vector<NamedSolution>& found) {
    Table rows = solution_rows(cases, found, session.work);
    add_core_conditions(cases, found, rows);
    return rows;
}

/// Rows of the models asked for; behind those of all cases those of each group, told apart by a column `partition`.
Table shown_rows(const Session& session, const MinimiseCommand& command, const Cases& cases,
                 const std::vector<NamedSolution>& found, const std::vector<GroupResult>& groups) {
    Table rows = rows_with_core(session, cases, found);
    if (!groups.empty()) {
        std::vector<std::string> names(rows.rows(), "pooled");
        for (const GroupResult& group : groups) {
            const Table own = rows_with_core(session, group.cases, named_solutions(group.result));
            names.insert(names.end(), own.rows(), group.name);
            if (own.rows() > 0) rows = append_rows(rows, own);
        }
        rows.add("partition", Column(names));
        if (rows.rows() == 0) {
            throw InputError(Problem{cases.source, 0, 0, "neither all cases nor any group of them has a solution",
                                     "lower --incl-cut, or leave out --partition to see why"});
        }
    }
    return command.model.empty() ? rows : take_rows(rows, rows_of_choice(rows, parse_model_choice(command.model)));
}

void draw(const Session& session, const MinimiseCommand& command, const Cases& cases,
          const std::vector<NamedSolution>& found) {
    const Table rows = rows_with_core(session, cases, found);
    const std::string model = shown_model(rows, parse_model_choice(command.model));
    plot_solution(session, command.plot, cases, rows, model);
    plot_model(session, {command.xy_file, command.plot.language}, cases, found, model);
}

/// Nested results are JSON unless a table is asked for, also where other commands default to csv or table.
bool asks_for_table(const Session& session) {
    return session.format_asked && session.format != "json";
}

void minimise(Session& session, const MinimiseCommand& command) {
    (void)parse_model_choice(command.model);
    const Table input = read_case_table(session, command.inputs);
    const Cases cases = read_comparison(session, command.inputs, input);
    const TruthTable table = truth_table(cases, table_options(command.inputs), session.work);
    MinimiseOptions options = command.minimise;
    options.work = session.work;
    read_assumptions(command, cases.space, options);
    for (const std::string& text : notes_on_excluded(cases, table, options.excluded)) note(session, text);
    MinimiseResult result = command.partition.empty()
                                ? solve(session, command, cases, table, options, "")
                                : solve_or_tell(session, command, cases, table, options, "all cases: ");
    result.missing_bound = missing_json(session, command, input, cases, options);
    const std::vector<GroupResult> groups = solve_groups(session, command, input, cases, options);
    const bool draws = !command.plot.file.empty() || !command.xy_file.empty();
    if (asks_for_table(session) || draws || !command.model.empty() || !groups.empty()) {
        const std::vector<NamedSolution> found = named_solutions(result);
        if (draws) draw(session, command, cases, found);
        const Table shown = shown_rows(session, command, cases, found, groups);
        if (asks_for_table(session)) return print_table(session, shown);
    }
    stream_json(session, [&](std::ostream& out) {
        write_json(out, cases, table, result, command.list_rows, groups, session.work);
    });
}

}  // namespace

void add_compare_minimise(CLI::App& noun, Session& session) {
    auto options = std::make_shared<MinimiseCommand>();
    CLI::App& app = add_command(
        noun, "minimise",
        "Which combinations of conditions suffice for the outcome? Every model of every solution type, with proof of "
        "completeness.",
        {{"tarazy compare minimise --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --expect ALLY,PRESS,REGIME,OPEN",
          "all three solution types"},
         {"tarazy compare minimise --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome ~RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --solution parsimonious "
          "--models irredundant --exclude 'ALLY*THREAT' --format json",
          "the negated outcome, every irredundant model, some remainders ruled out"},
         {"tarazy compare minimise --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --expect ALLY,PRESS,REGIME,OPEN "
          "--model intermediate --plot chart.svg -o solution.tex",
          "the intermediate solution as a LaTeX table and as a chart"}},
        session, [&session, options] { minimise(session, *options); });
    add_comparison_options(app, options->inputs, true);
    add_frequency_option(app, options->inputs.frequency);
    add_missing_option(app, options->inputs);
    app.add_option("--solution", options->solution, "conservative, parsimonious, intermediate or all")
        ->check(CLI::IsMember({"conservative", "parsimonious", "intermediate", "all"}))
        ->capture_default_str();
    app.add_option("--expect", options->expect,
                   "directional expectations: A,~B,C*D (a conjunction counts only as a whole)");
    app.add_option(
        "--exclude", options->exclude,
        "what may not be covered: 'A*~B + C'; remainders in it are not assumed, rows with cases in it count as "
        "negative");
    app.add_option("--models", options->models, "minimum (fewest terms) or irredundant")
        ->check(CLI::IsMember({"minimum", "irredundant"}))
        ->capture_default_str();
    app.add_flag("--row-dominance", options->minimise.row_dominance,
                 "drop dominated prime implicants first (hides models)");
    app.add_option("--max-models", options->minimise.model_limit, "list so many models at most")->capture_default_str();
    app.add_option("--max-primes", options->minimise.prime_limit, "stop at so many prime implicants")
        ->capture_default_str();
    app.add_option("--model", options->model,
                   "which model table, csv, latex and figures show: M2, 'parsimonious M2' or 'intermediate C1P2 M1'; "
                   "json holds every model");
    app.add_option("--partition", options->partition,
                   "column with the group of each case: every solution also of each group by itself");
    add_plot_options(app, options->plot, "solution chart with core and peripheral conditions, as an SVG file");
    app.add_option("--plot-xy", options->xy_file, "XY plot of the same model, as an SVG file (needs node 18 or newer)")
        ->check(CLI::Validator(&plot_file_problem, "FILE.svg"));
    app.add_option("--time-limit", options->seconds, "stop after so many seconds, with status 5 and what was found")
        ->check(CLI::PositiveNumber);
    app.add_flag("--list-rows", options->list_rows,
                 "JSON: list the rows each model assumes in spaces of more than 1024 configurations as well (up to "
                 "1048576)");
}

}  // namespace tarazy
