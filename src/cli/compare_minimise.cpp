#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "cli/minimise_result.hpp"
#include "compare/all_models.hpp"
#include "compare/expression.hpp"

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
    options.expectations = parse_expectations(comma_list(command.expect), space);
    for (const std::string& text : comma_list(command.exclude)) {
        for (const Literals term : parse_expression(text, space)) options.excluded.push_back(term);
    }
    options.irredundant = command.models == "irredundant";
    if (command.seconds) options.deadline = Deadline::after(*command.seconds);
}

/// Models with all missing cells at their lowest and at their highest, beside those of the cases that remain.
Json missing_json(Session& session, const MinimiseCommand& command, const Table& input, const Cases& cases,
                  const MinimiseOptions& options) {
    const auto bounds = missing_bounds(session, command.inputs, input, cases);
    if (!bounds) return nullptr;
    const std::set<SolutionKind> kinds = kinds_of(command);
    const TruthTableOptions cuts = table_options(command.inputs);
    const auto models = [&](const Cases& of) {
        return all_models(of.space, coded_rows(truth_table(of, cuts)), kinds, options);
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
    return result;
}

constexpr const char* nothing_sets_apart =
    "every row of the truth table explains the outcome, so nothing sets these cases apart: only the conservative "
    "solution has a meaning";

MinimiseResult solve(Session& session, const MinimiseCommand& command, const Cases& cases, const TruthTable& table,
                     const MinimiseOptions& options) {
    MinimiseResult result;
    const bool all = command.solution == "all", between = all || command.solution == "intermediate";
    const bool negative = !coded_rows(table).negative.empty() || !options.excluded.empty();
    if (between || command.solution == "conservative") {
        result.conservative = conservative_solution(cases, table, options);
        require_complete(session, "conservative", *result.conservative);
    }
    if (all && !negative) {
        result.no_parsimonious = nothing_sets_apart;
        warn(session, nothing_sets_apart);
        return result;
    }
    if (between || command.solution == "parsimonious") {
        result.parsimonious = parsimonious_solution(cases, table, options);
        require_complete(session, "parsimonious", *result.parsimonious);
    }
    if (!between) return result;
    if (options.expectations.empty())
        warn(session, "no --expect given: the intermediate solution assumes nothing and equals the conservative one");
    result.intermediate = intermediate_solutions(cases, table, *result.conservative, *result.parsimonious, options);
    for (const auto& [label, solution] : result.intermediate->pairs)
        require_complete(session, "intermediate " + label, solution);
    if (result.intermediate->complete) return result;
    warn(session, "intermediate: stopped after " + std::to_string(result.intermediate->pairs.size()) +
                      " pairs of a conservative and a parsimonious model; raise --max-models or --time-limit");
    session.status = exit_limit;
    return result;
}

/// Nested results are JSON unless a table is asked for, also where other commands default to csv or table.
bool asks_for_table(const Session& session) {
    const bool named = std::ranges::any_of(session.arguments, [](const auto& a) { return a.starts_with("--format"); });
    return (named || session.output.ends_with(".csv") || session.output.ends_with(".tsv")) && session.format != "json";
}

void minimise(Session& session, const MinimiseCommand& command) {
    const Table input = read_input(session, command.inputs.data);
    const Cases cases = read_comparison(session, command.inputs, input);
    const TruthTable table = truth_table(cases, table_options(command.inputs));
    MinimiseOptions options = command.minimise;
    read_assumptions(command, cases.space, options);
    for (const std::string& text : notes_on_excluded(cases, table, options.excluded)) note(session, text);
    MinimiseResult result = solve(session, command, cases, table, options);
    result.missing_bound = missing_json(session, command, input, cases, options);
    if (asks_for_table(session)) return print_table(session, solution_rows(cases, named_solutions(std::move(result))));
    stream_json(session, [&](std::ostream& out) { write_json(out, cases, table, result, command.list_rows); });
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
          "the negated outcome, every irredundant model, some remainders ruled out"}},
        session, [&session, options] { minimise(session, *options); });
    add_comparison_options(app, options->inputs, true);
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
    app.add_option("--time-limit", options->seconds, "stop after so many seconds, with status 5 and what was found")
        ->check(CLI::PositiveNumber);
    app.add_flag("--list-rows", options->list_rows,
                 "JSON: list the rows each model assumes in spaces of more than 1024 configurations as well (up to "
                 "1048576)");
}

}  // namespace tarazy
