#pragma once

#include "table/table.hpp"
#include "trace/evidence/rival_explanations.hpp"

#include <string>
#include <vector>

namespace tarazy {

// Rival explanations in three tables. One file may hold several sets of rivals, told apart by the column `set`.
//
//   hypotheses   [set,]id[,prior,prior_low,prior_high,name,says,judged_by,why]
//   clues        [set,]id[,found,group,event,source,confidence,clue,test,favours]
//   likelihoods  [set,]clue,hypothesis,likelihood[,low,high,judged_by,why,other]
//
// `name`, `says`, `clue` and `why` may also stand in three languages: name_en,name_kk,name_ru. An empty `found` is yes.
// `other` are values that another reading supports, separated by semicolons. A likelihood whose `clue` is a group is
// the joint likelihood of what was found of the group.

/// The sets of rivals in a table of hypotheses, in the order of the file; one empty name where there is no column
/// `set`. O(rows)
[[nodiscard]] std::vector<std::string> rival_sets(const Table& hypotheses);

/// Reads one set. @param set  may be empty where there is only one
/// @throws InputError as `assembled_rivals`, for cells that are no numbers, columns that are lacking, for a set that is
///         not there, and for several sets of which none was chosen
[[nodiscard]] RivalExplanations read_rivals(const Table& hypotheses, const Table& clues, const Table& likelihoods,
                                            const std::string& set);

}  // namespace tarazy
