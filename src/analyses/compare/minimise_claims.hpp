#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Claims of the tables that analysis_minimise.hpp describes. S is conservative, parsimonious or intermediate; where
/// several solutions share the name (C1P1, C1P2, ...) their models count together, each once.
///
/// `cases`, `cases_with_outcome`, `rows`, `positive_rows`, `contradictory_rows`: counts;
/// `S.models`: the number of models, with all of them as the statement, for tests of the kind "term contains A in
/// every model"; `S.incl`, `S.cov`: the least among the models;
/// `S.<model>.<term>.incl|PRI|cov|covU`, `S.<model>.incl|PRI|cov` (intermediate: `C1P1.<model>`);
/// `row.<number>.incl|PRI`; `necessity.<expression>.incl|RoN|cov`; `sufficiency.<literal>.incl|PRI|cov`;
/// of the case that stands for the state studied: `focus_row_cases` (cases in its row, itself included);
/// `S.focus_terms`: models in which some term covers it, with these terms as the statement;
/// `S.focus_shared`: in each model the term over it that covers most cases with the outcome, as a share of all cases
/// with the outcome; the least among the models; `S.focus_alone`: share of the models in which some term covers it and
/// no other case with the outcome; `focus_rank.<condition>`: share of the other cases with the outcome that have a
/// lower membership. What tests read of these is also claimed of every other case with the outcome, as
/// `state.<case>.S.focus_terms`, ...: what most of them pass says little of the one studied.
[[nodiscard]] std::vector<Claim> minimise_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

/// Of these only the ones that tests read (`AnalysisPlan::tested`), of the state studied, as far as the tables that are
/// there tell them.
[[nodiscard]] std::vector<Claim> tested_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

/// Does the quantity say something of the state studied: `focus_rank.A`, `parsimonious.focus_terms`?
[[nodiscard]] bool about_focus(const std::string& quantity);

}  // namespace tarazy
