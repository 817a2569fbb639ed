#include "analyses/compare/minimise_analysis.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "analyses/compare/comparison_quantities.hpp"
#include "analyses/compare/minimise_claims.hpp"
#include "analyses/compare/minimise_tables.hpp"
#include "analyses/compare/other_readings.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/minimisation/core_conditions.hpp"
#include "compare/minimisation/model_choice.hpp"
#include "compare/minimisation/xy_rows.hpp"
#include "study/claim_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Scatter plots of more models than this nobody looks at.
constexpr std::size_t models_plotted = 20;

std::vector<std::string> numbers_of(const std::vector<std::uint64_t>& rows) {
    std::vector<std::string> numbers;
    for (const std::uint64_t row : rows) numbers.push_back(std::to_string(row));
    return numbers;
}

std::int64_t cell_of(ConfigurationCount count) {
    return count > static_cast<ConfigurationCount>(INT64_MAX) ? Column::missing_integer
                                                              : static_cast<std::int64_t>(count);
}

/// How many remainders each model takes to go with the outcome, and which, where the rows are few enough to be listed.
Table assumption_table(const ComparisonPlan& plan, const std::vector<NamedSolution>& solutions) {
    const Remainders remainders(plan.cases.space, truth_table(plan.cases, plan.cuts));
    const bool listed = remainders.listable(Remainders::listed_unasked);
    TableRows table(TextColumn{"solution"}, IntegerColumn{"model"}, IntegerColumn{"assumed"}, ListColumn{"rows"},
                    ListColumn{"easy_rows"}, ListColumn{"difficult_rows"});
    for (const auto& [name, solution] : solutions) {
        const CounterfactualRows rows = listed ? counterfactual_rows(remainders, solution) : CounterfactualRows{};
        for (std::size_t m = 0; m < solution.models.size(); ++m) {
            const bool assumes = name != "conservative";
            const std::vector<Literals>& model = solution.models[m];
            table.add(name, m + 1, assumes ? cell_of(remainders.count(model, plan.minimise.work)) : 0,
                      assumes && listed ? numbers_of(remainders.rows(model)) : std::vector<std::string>{},
                      numbers_of(rows.easy), numbers_of(rows.difficult));
        }
    }
    return table.table();
}

std::vector<std::string> notes_on(const ComparisonPlan& plan, const std::vector<NamedSolution>& solutions) {
    std::vector<std::string> notes = plan.cases.warnings;
    const TruthTable table = truth_table(plan.cases, plan.cuts);
    if (without_contrast(plan, table))
        notes.push_back(nothing_to_contrast_text(plan.cases) +
                        ": the parsimonious and the intermediate solution have no meaning and are not given");
    for (std::string& note : notes_on_excluded(plan.cases, table, plan.minimise.excluded))
        notes.push_back(std::move(note));
    if (!Remainders(plan.cases.space, table).listable(Remainders::listed_unasked))
        notes.push_back("rows that models assume are counted, not listed: the conditions have " +
                        count_text(configuration_count(plan.cases.space)) + " configurations");
    for (const auto& [name, solution] : solutions) {
        if (!solution.complete)
            notes.push_back(name + ": stopped at the limit with " + std::to_string(solution.models.size()) + " of " +
                            std::to_string(solution.n_models) + " models; use fewer conditions");
    }
    return notes;
}

/// @throws InputError when the model that is to be shown first is not there
void require_model(const AnalysisPlan& plan, const Table& rows) {
    if (!plan.parameters.has("model")) return;
    try {
        (void)rows_of_choice(rows, parse_model_choice(plan.parameters.get<std::string>("model")));
    } catch (const UsageError& error) {
        throw InputError(
            Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameter 'model'"});
    }
}

/// A focus that was named must be there; the state studied need not be a case.
void require_focus(const AnalysisPlan& plan, const Cases& cases) {
    const std::string& focus = plan.parameters.get<std::string>("focus");
    if (focus.empty() || std::ranges::find(cases.names, focus) != cases.names.end()) return;
    throw InputError(Problem{cases.source, 0, 0,
                             "analysis '" + plan.id + "': its focus '" + focus + "' is none of the cases used",
                             name_hint(focus, cases.names)});
}

std::vector<ParameterRule> minimise_rules() {
    std::vector<ParameterRule> rules = comparison_rules();
    rules.push_back({"model",
                     ParameterKind::label,
                     "",
                     0,
                     0,
                     {},
                     "the model that figures show first: 2, M2, 'parsimonious M2' or 'intermediate C1P2 M1'"});
    return rules;
}

std::vector<ResultTable> compute_minimise(const AnalysisPlan& plan, const RoleTables& data) {
    const ComparisonPlan comparison = comparison_of(plan, data);
    const Cases& cases = comparison.cases;
    require_focus(plan, cases);
    const TruthTable table = truth_table(cases, comparison.cuts, plan.frame.work);
    const std::vector<NamedSolution> solutions = named_solutions(comparison, table, every_solution);
    std::vector<NecessaryExpression> needed = single_literals(cases);
    for (NecessaryExpression& one : necessary_expressions(cases, {.work = plan.frame.work}).expressions)
        if (one.literals.size() > 1) needed.push_back(std::move(one));
    std::vector<ResultTable> result;
    Table rows = solution_rows(cases, solutions, plan.frame.work);
    add_core_conditions(cases, solutions, rows);
    require_model(plan, rows);
    result.push_back({"", std::move(rows)});
    result.push_back({"truth_table", truth_rows(cases, table, false)});
    result.push_back({"necessity", necessity_rows(cases, needed)});
    result.push_back({"sufficiency", sufficiency_table(cases)});
    result.push_back({"memberships", membership_table(cases)});
    result.push_back({"xy", xy_rows(cases, solutions, models_plotted)});
    result.push_back({"assumptions", assumption_table(comparison, solutions)});
    Table cells = cell_provenance(plan, data, cases);
    result.push_back({"sources", sources_of_cells(data, cells)});
    result.push_back({"cells", std::move(cells)});
    result.push_back({"notes", notes_table(notes_on(comparison, solutions))});
    return result;
}

std::string minimise_command(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    std::string text = "tarazy compare minimise" + comparison_command(plan);
    if (!p.get<std::string>("expect").empty()) text += " --expect '" + p.get<std::string>("expect") + "'";
    if (!p.get<std::string>("exclude").empty()) text += " --exclude '" + p.get<std::string>("exclude") + "'";
    if (p.get<std::string>("models") != "minimum") text += " --models " + p.get<std::string>("models");
    return text + " --format csv";
}

}  // namespace

Method minimise_method() {
    Method method;
    method.id = "compare.minimise";
    method.reads_poles = false;
    method.reads = {{{"cases"}, {"cells", false}, {"sources", false}}};
    method.version = 2;
    method.parameters = minimise_rules();
    method.compute = compute_minimise;
    method.claims = minimise_claims;
    method.command = minimise_command;
    method.quantities = minimise_quantities;
    method.other_readings = other_readings;
    return method;
}

}  // namespace tarazy
