#pragma once

#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Votes and roll calls as the methods read them, whatever layout they came in.
struct VoteTables {
    std::vector<Table> votes;       ///< `rcid,ccode,vote`
    std::vector<Table> roll_calls;  ///< `rcid,session,...`
    std::vector<std::string> warnings;
};

/// Whether a table is in the bulk layout of the United Nations Digital Library ("General Assembly Voting Data"): one
/// row a state and roll call, columns undl_id, ms_code, ms_vote.
[[nodiscard]] bool is_undl_layout(const Table& table);

/// Takes tables of the bulk layout apart and leaves all others as they are. Columns needed: `undl_id` (becomes rcid),
/// `ms_code` (ISO alpha-3), `ms_vote` (Y yes, A abstains, N no, X does not vote: no row), `date`, `session`; read where
/// they are there: `ms_name` (when the code is not known), `resolution` (unres), `title` (short), `agenda_title`
/// (descr). Sessions that are no number (special and emergency sessions) count with the regular session of their date,
/// the one that opened in the last September. States are those that bear the code in the year of the vote; rows of
/// states that are not known are left out with a warning.
/// @throws InputError with every row whose vote is another letter, whose date or session is none, or that contradicts
/// the date or session of an earlier row of the same roll call
/// O(rows).
[[nodiscard]] VoteTables vote_tables(std::vector<Table> votes, std::vector<Table> roll_calls);

}  // namespace tarazy
