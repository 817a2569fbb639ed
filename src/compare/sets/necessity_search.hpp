#pragma once

#include "base/work.hpp"
#include "compare/sets/cases.hpp"
#include "compare/sets/set_fit.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

struct NecessityOptions {
    double inclusion_cut = 0.9;
    double relevance_cut = 0.5;
    std::size_t most_literals = 0;  ///< longest expression tried; 0 = as many as there are conditions
    Work work = {};                 ///< with a time limit, the search ends there with what it has found
};

struct NecessaryExpression {
    Literals literals;
    bool disjunction = false;  ///< literals joined by + (SUIN), else by *
    NecessityFit fit;
};

struct NecessitySearch {
    std::vector<NecessaryExpression> expressions;  ///< conjunctions first, shorter first
    std::uint64_t searched = 0;                    ///< expressions whose fit was computed
    bool complete = true;                          ///< false: the time of `work` was up, there may be more
};

/// All conjunctions and all minimal disjunctions of literals of different conditions that reach both cut-offs
/// (Schneider & Wagemann 2012, ch. 9). Exact: inclusion can only fall along a conjunction and relevance only along a
/// disjunction, so a branch that misses the cut is left. A disjunction that holds a smaller necessary one is not
/// listed.
[[nodiscard]] NecessitySearch necessary_expressions(const Cases& cases, const NecessityOptions& options = {});

/// Membership in a disjunction of literals.
[[nodiscard]] std::vector<double> disjunction_membership(const Cases& cases, Literals literals);

/// `~EMP + STOCK`, `~WS*~LP`
[[nodiscard]] std::string expression_text(const PropertySpace& space, const NecessaryExpression& expression);

}  // namespace tarazy
