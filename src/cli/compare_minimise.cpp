#include "cli/commands.hpp"
#include "cli/compare_options.hpp"
#include "compare/all_models.hpp"
#include "compare/comparison_tables.hpp"
#include "compare/expression.hpp"

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
    options.expectations = parse_expectations(comma_list(command.expect), space);
    for (const std::string& text : comma_list(command.exclude)) {
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

void minimise(Session& session, const MinimiseCommand& command) {
    const Table input = read_input(session, command.inputs.data);
    const Cases cases = read_comparison(session, command.inputs, input);
    const TruthTable table = truth_table(cases, table_options(command.inputs));
    MinimiseOptions options = command.minimise;
    read_assumptions(command, cases.space, options);
    const bool all = command.solution == "all", between = all || command.solution == "intermediate";
    Json result = {{"outcome", cases.outcome_name}};
    std::vector<NamedSolution> found;
    Solution conservative, parsimonious;
    if (between || command.solution == "conservative") {
        conservative = conservative_solution(cases, table, options);
        require_complete(session, "conservative", conservative);
        result["conservative"] = solution_json(cases, conservative);
        found.push_back({"conservative", conservative});
    }
    if (between || command.solution == "parsimonious") {
        parsimonious = parsimonious_solution(cases, table, options);
        require_complete(session, "parsimonious", parsimonious);
        result["parsimonious"] = solution_json(cases, parsimonious);
        found.push_back({"parsimonious", parsimonious});
    }
    if (between) {
        if (options.expectations.empty())
            warn(session,
                 "no --expect given: the intermediate solution assumes nothing and equals the conservative one");
        Json pairs = Json::object();
        for (const auto& [label, solution] :
             intermediate_solutions(cases, table, conservative, parsimonious, options)) {
            require_complete(session, "intermediate " + label, solution);
            pairs[label] = solution_json(cases, solution);
            pairs[label]["easy_counterfactual_rows"] = solution.easy;
            pairs[label]["difficult_counterfactual_rows"] = solution.difficult;
            found.push_back({"intermediate " + label, solution});
        }
        result["intermediate"] = pairs;
    }
    if (Json missing = missing_json(session, command, input, cases, options); !missing.is_null()) {
        result["missing_bound"] = std::move(missing);
    }
    const Table shown = solution_rows(cases, found);
    // Nested results are JSON unless a table is asked for, also where other commands default to csv or table.
    print_json(session, result.dump(1), session.format_asked ? &shown : nullptr);
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
}

}  // namespace tarazy
