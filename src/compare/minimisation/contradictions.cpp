#include "compare/minimisation/contradictions.hpp"

#include "base/error.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/sets/boolean_algebra.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace tarazy {
namespace {

/// What the terms of both sides have in common is counted exactly, which takes unbounded time for many of them.
constexpr std::size_t most_term_pairs = 20'000;

AllModels models_of(const PropertySpace& space, const TruthTable& table, SolutionKind kind,
                    const MinimiseOptions& options) {
    AllModels all = std::move(all_models(space, coded_rows(table), {kind}, options)[static_cast<std::size_t>(kind)]);
    if (!all.complete) {
        throw LimitError("assumptions are only compared when all models are known; raise --max-models or --time-limit");
    }
    return all;
}

std::vector<Literals> terms_of(const AllModels& all) {
    std::set<Literals> terms;
    for (const std::vector<Literals>& model : all.models) terms.insert(model.begin(), model.end());
    return {terms.begin(), terms.end()};
}

}  // namespace

Cases with_outcome_negated(Cases cases) {
    for (double& value : cases.outcome) value = 1 - value;
    cases.outcome_column.negated = !cases.outcome_column.negated;
    if (cases.outcome_name.starts_with('~'))
        cases.outcome_name.erase(0, 1);
    else
        cases.outcome_name.insert(0, 1, '~');
    return cases;
}

Contradictions contradictions(const Cases& cases, const ContradictionOptions& options) {
    Contradictions found;
    const TruthTable table = truth_table(cases, options.cuts, options.minimise.work);
    const TruthTable negated = truth_table(with_outcome_negated(cases), options.cuts, options.minimise.work);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {  // both tables have the same rows in the same order
        const bool both =
            table.rows[r].outcome == RowOutcome::positive && negated.rows[r].outcome == RowOutcome::positive;
        if (both) found.simultaneous.push_back({table.rows[r], negated.rows[r].inclusion, negated.rows[r].pri});
    }
    found.models = models_of(cases.space, table, options.kind, options.minimise);
    found.models_negated = models_of(cases.space, negated, options.kind, options.minimise_negated);
    if (options.kind == SolutionKind::conservative) return found;  // assumes nothing
    const std::vector<Literals> terms = terms_of(found.models), negated_terms = terms_of(found.models_negated);
    if (terms.size() > most_term_pairs / std::max<std::size_t>(1, negated_terms.size())) {
        throw LimitError("the models of the outcome and of its absence have too many terms to be compared (" +
                         std::to_string(terms.size()) + " and " + std::to_string(negated_terms.size()) +
                         "); use fewer conditions");
    }
    found.assumed_for_both = both(cases.space, terms, negated_terms, options.minimise.work);
    found.n_assumed_for_both = Remainders(cases.space, table).count(found.assumed_for_both, options.minimise.work);
    return found;
}

}  // namespace tarazy
