#include "compare/sets/necessity_search.hpp"

#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

class NecessityBranches {
public:
    NecessityBranches(const Cases& cases, const NecessityOptions& options, bool disjunction, WorkStep& step)
        : cases_(cases), options_(options), disjunction_(disjunction), step_(step), clock_(options.work) {}

    void extend(std::size_t from, Literals chosen, const std::vector<double>& members, NecessitySearch& search) {
        const auto length = static_cast<std::size_t>(chosen.size());
        if (options_.most_literals != 0 && length >= options_.most_literals) return;
        for (std::size_t c = from; c < cases_.space.size() && !clock_.stopped(); ++c) {
            for (unsigned level = 0; level < cases_.space.conditions[c].levels; ++level) {
                std::vector<double> joined = members;
                for (std::size_t i = 0; i < joined.size(); ++i) {
                    const double here = literal_membership(cases_, c, level, i);
                    joined[i] = disjunction_ ? std::max(joined[i], here) : std::min(joined[i], here);
                }
                visit(c, chosen | cases_.space.literal(c, level), joined, search);
            }
            if (length == 0) step_.advance();
        }
    }

private:
    void visit(std::size_t condition, Literals literals, const std::vector<double>& members, NecessitySearch& search) {
        if (clock_.stops()) {
            search.complete = false;
            return;
        }
        ++search.searched;
        const NecessityFit fit = necessity(members, cases_.outcome, cases_.weights);
        const bool included = fit.inclusion && *fit.inclusion >= options_.inclusion_cut - 1e-9;
        const bool relevant = fit.relevance && *fit.relevance >= options_.relevance_cut - 1e-9;
        const bool single = literals.size() == 1;
        if (included && relevant && !(disjunction_ && single))
            search.expressions.push_back({literals, disjunction_, fit});
        // A disjunction stops at the first necessary one; a conjunction must stay included to go on.
        if (disjunction_ ? (relevant && !included) : included) extend(condition + 1, literals, members, search);
    }

    const Cases& cases_;
    const NecessityOptions& options_;
    bool disjunction_;
    WorkStep& step_;
    StepClock clock_;
};

}  // namespace

NecessitySearch necessary_expressions(const Cases& cases, const NecessityOptions& options) {
    NecessitySearch search;
    WorkStep step(options.work, "conjunctions and disjunctions", 2 * cases.space.size());
    NecessityBranches(cases, options, false, step).extend(0, {}, std::vector<double>(cases.size(), 1.0), search);
    NecessityBranches(cases, options, true, step).extend(0, {}, std::vector<double>(cases.size(), 0.0), search);
    const std::vector<NecessaryExpression> all = search.expressions;
    std::erase_if(search.expressions, [&](const NecessaryExpression& one) {
        options.work.check();
        return one.disjunction && std::ranges::any_of(all, [&](const NecessaryExpression& other) {
                   const bool a_set = other.disjunction || other.literals.size() == 1;
                   return a_set && other.literals != one.literals && other.literals.covers(one.literals);
               });
    });
    std::ranges::stable_sort(search.expressions, [](const NecessaryExpression& a, const NecessaryExpression& b) {
        if (a.disjunction != b.disjunction) return b.disjunction;
        return a.literals.size() < b.literals.size();
    });
    return search;
}

std::vector<double> disjunction_membership(const Cases& cases, Literals literals) {
    std::vector<double> result(cases.size(), 0.0);
    for (unsigned literal = 0; literal < Literals::most; ++literal) {
        if (!literals.has(literal)) continue;
        const std::vector<double> one = term_membership(cases, Literals::one(literal));
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = std::max(result[i], one[i]);
    }
    return result;
}

std::string expression_text(const PropertySpace& space, const NecessaryExpression& expression) {
    if (!expression.disjunction) return term_text(space, expression.literals);
    std::string text;
    for (unsigned literal = 0; literal < Literals::most; ++literal) {
        if (!expression.literals.has(literal)) continue;
        add_item(text, term_text(space, Literals::one(literal)), " + ");
    }
    return text;
}

}  // namespace tarazy
