#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "cli/compare_plot.hpp"
#include "compare/all_models.hpp"
#include "compare/comparison_tables.hpp"
#include "compare/core_conditions.hpp"
#include "compare/expression.hpp"
#include "compare/model_choice.hpp"
#include "compare/partition.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

struct MinimiseCommand {
    ComparisonInputs inputs;
    std::string solution = "all", expect, exclude, models = "minimum", compat;
    MinimiseOptions minimise;
    std::string model, partition, xy_file;
    PlotOptions plot;
};

Json number(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json texts(const PropertySpace& space, const std::vector<Literals>& terms) {
    Json list = Json::array();
    for (const Literals term : terms) list.push_back(term_text(space, term));
    return list;
}

Json fit_json(const Cases& cases, const std::vector<Literals>& model) {
    const ModelFit fit = fit_model(cases, model);
    Json terms = Json::array();
    for (const TermFit& term : fit.terms) {
        terms.push_back({{"term", term_text(cases.space, term.term)},
                         {"inclS", number(term.fit.consistency)},
                         {"PRI", number(term.fit.pri)},
                         {"covS", number(term.fit.coverage)},
                         {"covU", number(term.unique)}});
    }
    const Json whole = {
        {"inclS", number(fit.model.consistency)}, {"PRI", number(fit.model.pri)}, {"covS", number(fit.model.coverage)}};
    return {{"terms", terms}, {"model", Json::array({whole})}};
}

Json solution_json(const Cases& cases, const Solution& solution) {
    Json models = Json::array(), fits = Json::array(), assumptions = nullptr;
    for (const auto& model : solution.models) {
        models.push_back(texts(cases.space, model));
        fits.push_back(fit_json(cases, model));
    }
    if (solution.assumptions) {
        assumptions = Json::object();
        for (std::size_t m = 0; m < solution.assumptions->size(); ++m) {
            assumptions["M" + std::to_string(m + 1)] = (*solution.assumptions)[m];
        }
    }
    return {{"n_models", solution.n_models},
            {"models", models},
            {"fit", fits},
            {"n_prime_implicants", solution.prime_implicants.size()},
            {"prime_implicants", texts(cases.space, solution.prime_implicants)},
            {"essential", texts(cases.space, solution.essential)},
            {"simplifying_assumption_rows", assumptions},
            {"complete", solution.complete}};
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
                      " models; raise --max-models or --max-primes, or use fewer conditions");
    session.status = exit_limit;
}

void read_assumptions(const MinimiseCommand& command, const PropertySpace& space, MinimiseOptions& options) {
    options.expectations = parse_expectations(expression_list(command.expect), space);
    for (const std::string& text : expression_list(command.exclude)) {
        for (const Literals term : parse_expression(text, space)) options.excluded.push_back(term);
    }
    options.irredundant = command.models == "irredundant";
    options.excluded_cases = command.compat == "setmethods";
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

/// Every solution that is asked for, of all cases or of one group.
/// @param where  how messages call the group: "group 'EU': "; empty for all cases
Json solved(Session& session, const MinimiseCommand& command, const Cases& cases, const MinimiseOptions& options,
            const std::string& where, std::vector<NamedSolution>& found) {
    const TruthTable table = truth_table(cases, table_options(command.inputs));
    const bool contrast = !nothing_to_contrast(cases.space, without_excluded(coded_rows(table), options), options);
    const bool all = command.solution == "all", between = all || command.solution == "intermediate";
    Json result = {{"outcome", cases.outcome_name}};
    Solution conservative, parsimonious;
    if (between || command.solution == "conservative") {
        conservative = conservative_solution(cases, table, options);
        require_complete(session, where + "conservative", conservative);
        result["conservative"] = solution_json(cases, conservative);
        found.push_back({"conservative", conservative});
    }
    if (all && !contrast) {
        warn(session, where + nothing_to_contrast_text(cases) +
                          ": the parsimonious and the intermediate solution have no meaning and are not given");
        result["parsimonious"] = nullptr;
    } else if (between || command.solution == "parsimonious") {
        parsimonious = parsimonious_solution(cases, table, options);
        require_complete(session, where + "parsimonious", parsimonious);
        result["parsimonious"] = solution_json(cases, parsimonious);
        found.push_back({"parsimonious", parsimonious});
    }
    if (between && (contrast || !all)) {
        if (options.expectations.empty() && !where.starts_with("group '"))
            warn(session,
                 "no --expect given: the intermediate solution assumes nothing and equals the conservative one");
        Json pairs = Json::object();
        for (const auto& [label, solution] :
             intermediate_solutions(cases, table, conservative, parsimonious, options)) {
            require_complete(session, where + "intermediate " + label, solution);
            pairs[label] = solution_json(cases, solution);
            pairs[label]["easy_counterfactual_rows"] = solution.easy;
            pairs[label]["difficult_counterfactual_rows"] = solution.difficult;
            found.push_back({"intermediate " + label, solution});
        }
        result["intermediate"] = pairs;
    }
    return result;
}

/// The rows of the models asked for, with the core conditions of their terms.
Table shown_rows(const MinimiseCommand& command, const Cases& cases, const std::vector<NamedSolution>& found) {
    Table rows = solution_rows(cases, found);
    add_core_conditions(cases, found, rows);
    if (command.model.empty()) return rows;
    return take_rows(rows, rows_of_choice(rows, parse_model_choice(command.model)));
}

/// What one of several groups has to say: that it has no solution is no reason to say nothing of the others.
/// @param where  how messages call it: "group 'EU': "
Json solved_or_told(Session& session, const MinimiseCommand& command, const Cases& cases,
                    const MinimiseOptions& options, const std::string& where, std::vector<NamedSolution>& found) {
    const std::string size = std::to_string(cases.size()) + (cases.size() == 1 ? " case" : " cases");
    Json result = {{"cases", cases.size()}};
    try {
        result.update(solved(session, command, cases, options, where, found));
        if (cases.size() <= cases.space.size()) {
            warn(session,
                 where + size + " for " + std::to_string(cases.space.size()) + " conditions are too few to say much");
        }
    } catch (const InputError& error) {
        const std::string& reason = error.problems().front().what;
        warn(session, where + "no solution of its " + size + ": " + reason);
        result["no_solution"] = reason;
    }
    return result;
}

/// The same of each group of cases: rows behind those of all cases, told apart by a column `partition`.
void add_partitions(Session& session, const MinimiseCommand& command, const Table& input, const Cases& cases,
                    const MinimiseOptions& options, Json& result, Table& rows) {
    const Partition partition = partitioned(cases, input, command.inputs.case_column, command.partition);
    if (!partition.ungrouped.empty()) {
        warn(session, std::to_string(partition.ungrouped.size()) + " cases without a value of " + command.partition +
                          " are in no group: " + partition.ungrouped.front() +
                          (partition.ungrouped.size() > 1 ? ", ..." : ""));
    }
    std::vector<std::string> names(rows.rows(), "pooled");
    Json groups = Json::object();
    for (const CaseGroup& group : partition.groups) {
        if (group.name == "pooled") {
            throw UsageError("--partition: a group called 'pooled' would be taken for all cases; give it another name");
        }
        std::vector<NamedSolution> found;
        groups[group.name] =
            solved_or_told(session, command, group.cases, options, "group '" + group.name + "': ", found);
        Table own = solution_rows(group.cases, found);
        add_core_conditions(group.cases, found, own);
        names.insert(names.end(), own.rows(), group.name);
        if (own.rows() > 0) rows = append_rows(rows, own);
    }
    if (rows.rows() == 0) {
        throw InputError(Problem{cases.source, 0, 0, "neither all cases nor any group of them has a solution",
                                 "lower --incl-cut, or leave out --partition to see why"});
    }
    result["partitions"] = std::move(groups);
    rows.add("partition", Column(names));
}

void draw(const MinimiseCommand& command, const Cases& cases, const std::vector<NamedSolution>& found,
          const Table& rows) {
    if (command.plot.file.empty() && command.xy_file.empty()) return;
    const std::string model = shown_model(rows, parse_model_choice(command.model));
    plot_solution(command.plot, cases, rows, model);
    plot_model({command.xy_file, command.plot.language}, cases, found, model);
}

void minimise(Session& session, const MinimiseCommand& command) {
    (void)parse_model_choice(command.model);
    const Table input = read_case_table(session, command.inputs);
    const Cases cases = read_comparison(session, command.inputs, input);
    MinimiseOptions options = command.minimise;
    read_assumptions(command, cases.space, options);
    std::vector<NamedSolution> found;
    Json result = command.partition.empty() ? solved(session, command, cases, options, "", found)
                                            : solved_or_told(session, command, cases, options, "all cases: ", found);
    if (Json missing = missing_json(session, command, input, cases, options); !missing.is_null()) {
        result["missing_bound"] = std::move(missing);
    }
    Table shown = shown_rows(command, cases, found);
    draw(command, cases, found, shown);
    if (!command.partition.empty()) add_partitions(session, command, input, cases, options, result, shown);
    // Nested results are JSON unless a table is asked for, also where other commands default to csv or table.
    const bool asked = session.format == "latex" || std::ranges::any_of(session.arguments, [](const std::string& a) {
                           return a.starts_with("--format");
                       });
    print_json(session, result.dump(1), asked ? &shown : nullptr);
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
    app.add_option("--exclude", options->exclude, "remainders that may not be assumed: 'A*~B + C'");
    app.add_option("--compat", options->compat, "setmethods: rows with cases that --exclude covers count as negative")
        ->check(CLI::IsMember({"setmethods"}));
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
}

}  // namespace tarazy
