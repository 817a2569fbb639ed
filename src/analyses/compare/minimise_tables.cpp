#include "analyses/compare/minimise_tables.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <optional>

namespace tarazy {

bool without_contrast(const ComparisonPlan& plan, const TruthTable& table) {
    return nothing_to_contrast(coded_rows(table), plan.minimise);
}

std::vector<NamedSolution> named_solutions(const ComparisonPlan& plan, const TruthTable& table,
                                           const std::set<SolutionKind>& kinds) {
    // Without expectations the intermediate solution is the conservative one under another name.
    const bool between = kinds.contains(SolutionKind::intermediate) && !plan.minimise.expectations.empty();
    std::optional<Solution> conservative, parsimonious;
    if (between || kinds.contains(SolutionKind::conservative))
        conservative = conservative_solution(plan.cases, table, plan.minimise);
    const bool contrast = !without_contrast(plan, table);
    if (contrast && (between || kinds.contains(SolutionKind::parsimonious)))
        parsimonious = parsimonious_solution(plan.cases, table, plan.minimise);
    PairedSolutions pairs;
    if (contrast && between)
        pairs = intermediate_solutions(plan.cases, table, *conservative, *parsimonious, plan.minimise);
    std::vector<NamedSolution> found;
    if (conservative && kinds.contains(SolutionKind::conservative))
        found.push_back({"conservative", std::move(*conservative)});
    if (parsimonious && kinds.contains(SolutionKind::parsimonious))
        found.push_back({"parsimonious", std::move(*parsimonious)});
    for (auto& [label, solution] : pairs.pairs) found.push_back({"intermediate " + label, std::move(solution)});
    return found;
}

Table membership_table(const Cases& cases) {
    for (const Condition& condition : cases.space.conditions) {
        if (condition.name != "case" && condition.name != cases.outcome_name) continue;
        throw InputError(Problem{cases.source, 0, 0, "a condition of a study cannot be called '" + condition.name + "'",
                                 "give the column another name"});
    }
    return membership_rows(cases);
}

Table sufficiency_table(const Cases& cases) {
    TableRows rows(TextColumn{"expression"}, RealColumn{"inclS"}, RealColumn{"PRI"}, RealColumn{"covS"});
    for (const NecessaryExpression& one : single_literals(cases)) {
        const SufficiencyFit fit = sufficiency(term_membership(cases, one.literals), cases.outcome, cases.weights);
        rows.add(expression_text(cases.space, one), fit.consistency, fit.pri, fit.coverage);
    }
    return rows.table();
}

}  // namespace tarazy
