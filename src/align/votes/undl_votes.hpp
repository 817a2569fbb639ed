#pragma once

#include "table/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Votes and the list of roll calls they belong to, in the layout that `load_votes` takes.
struct VoteTables {
    std::vector<Table> votes;       ///< rcid,ccode,vote
    std::vector<Table> roll_calls;  ///< rcid,session,date,unres,draft,short,descr,amend,para
    std::vector<std::string> warnings;
};

/// Is this the bulk file "General Assembly Voting Data" of the United Nations Digital Library (Dag Hammarskjöld
/// Library, record 4060887): a row a state and roll call,
/// `undl_id,ms_code,ms_name,ms_vote,date,session,resolution,...`?
[[nodiscard]] bool is_undl_layout(const Table& table);

/// Turns the tables of `votes` that are in the bulk layout into votes and roll calls; other tables stay as they are.
///
/// - Vote: Y yes, A abstain, N no; X (absent or not voting) becomes no row.
/// - Roll call: `undl_id`. Session: the number; a special or emergency special session ("ES-10", "S-18") counts as the
///   regular session open on that day, as the record of Voeten does: from 15 September of 1945 + s.
/// - State: the ISO alpha-3 code on the day of the vote, in doubt the name (Zanzibar has no ISO code). Before
///   resolution 2758 (XXVI) of 25 October 1971 the seat of China is that of the Republic of China (713). What has no
///   COW number is left out with a warning.
/// - `draft`, `title` and `agenda_title` become `draft`, `short` and `descr` where the file has them; it knows adopted
///   resolutions only, so `amend` and `para` are empty.
///
/// Several bulk files are taken as one: a roll call may be split between them. A roll call that `roll_calls` lists
/// already (with flags of issues, say) is not listed a second time.
/// @throws InputError for lacking columns, a vote outside Y/N/A/X, a day or session that cannot be read, a second row
/// for the same roll call and state, or rows of one roll call that disagree on its day or session (naming both lines)
/// O(rows)
[[nodiscard]] VoteTables from_undl_layout(std::vector<Table> votes, std::vector<Table> roll_calls);

}  // namespace tarazy
