#pragma once

#include "align/votes/vote_coding.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Are the votes a wide matrix, a row a member and a column a roll call? It has neither a column of roll calls (`rcid`)
/// nor one of votes (`vote`), by whatever name, and two columns at least whose cells are votes.
[[nodiscard]] bool is_vote_matrix(const Table& table, VoteCoding coding);

/// A wide matrix as the long table `rcid,ccode|member,vote[,party][,session]` with votes as numbers, rows without a
/// vote left out. The member is the column `ccode` or `member`, else one that is called so (`name`, `legislator`, ...),
/// else the first; `party` and `session` are read where they stand; a column whose cells are votes is a roll call,
/// named by its header; other columns are left out. Adds sentences on all this to `notes`.
/// @throws InputError for cells of a roll call that are no votes, and for misspelt optional columns
/// O(cells)
[[nodiscard]] Table from_vote_matrix(const Table& table, VoteCoding coding, std::vector<std::string>& notes);

}  // namespace tarazy
