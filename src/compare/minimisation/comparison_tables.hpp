#pragma once

#include "base/work.hpp"
#include "compare/minimisation/minimise.hpp"
#include "compare/sets/necessity_search.hpp"

#include <string>
#include <vector>

namespace tarazy {

// Results of a comparison as tables, one row a thing; the command line, studies and reports show the same ones.

/// Are the remainders few enough to be listed? Not when a condition does not apply everywhere, nor above 4,096 rows.
[[nodiscard]] bool remainders_listable(const PropertySpace& space);

/// The columns of the conditions in `truth_rows`: their names, but `n_condition` of a condition that is called like a
/// column of the table (`row`, `OUT`, `OUT_lowest`, `OUT_highest`, `n`, `incl`, `PRI`, `cases`, `deviant_cases`), with
/// further `_condition` as long as that is the name of another.
[[nodiscard]] std::vector<std::string> condition_columns(const PropertySpace& space);

/// row,<conditions>,OUT,n,incl,PRI,cases,deviant_cases; n counts weights, cases are lists, deviant ones those of a
/// positive row without the outcome. @param remainders  also rows without cases @pre !remainders ||
/// remainders_listable(space)
[[nodiscard]] Table truth_rows(const Cases& cases, const TruthTable& table, bool remainders);

/// case,<outcome>,<conditions>: memberships as the comparison read them.
[[nodiscard]] Table membership_rows(const Cases& cases);

struct NamedSolution {
    std::string name;  ///< "conservative", "intermediate C1P1"
    Solution solution;
};

/// solution,model,term,inclS,PRI,covS,covU,cases,deviant_cases: every term of every model, after them the whole model,
/// whose covU is missing. Models are numbered from 1; cases are lists.
[[nodiscard]] Table solution_rows(const Cases& cases, const std::vector<NamedSolution>& solutions,
                                  const Work& work = {});

/// Every condition and its absence (every level of a multi-value condition) with its fit as a necessary condition.
[[nodiscard]] std::vector<NecessaryExpression> single_literals(const Cases& cases);

/// expression,inclN,RoN,covN,kind; kind is single, conjunction or disjunction.
[[nodiscard]] Table necessity_rows(const Cases& cases, const std::vector<NecessaryExpression>& expressions);

/// Cases with membership above one half, with the outcome (`with` = true) or without it, in the order of the table.
/// A case at exactly one half is on neither side. @pre set.size() == cases.size()
[[nodiscard]] std::vector<std::size_t> cases_in(const Cases& cases, const std::vector<double>& set, bool with);

/// Their names, a list as `Column::of_lists` takes it: names may hold any character.
[[nodiscard]] std::vector<std::string> case_names(const Cases& cases, const std::vector<std::size_t>& members);

}  // namespace tarazy
