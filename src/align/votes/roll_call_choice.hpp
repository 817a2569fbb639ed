#pragma once

#include "align/votes/vote_panel.hpp"
#include "table/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct RollCallChoice {
    std::string issue;           ///< a column of 0 and 1, such as "nu"; empty = all issues
    bool final_passage = false;  ///< leave out votes on paragraphs and amendments (columns `para`, `amend`)
    std::optional<int> final_passage_from{};  ///< only from this session on; before it all count
};

/// Ids of the roll calls not to use, sorted. A missing flag is no: a record that knows adopted resolutions only has
/// neither paragraphs nor amendments.
/// @throws InputError when a column that is asked for is in no table, or holds something else than 0, 1 and nothing
[[nodiscard]] std::vector<std::int64_t> roll_calls_left_out(std::span<const Table> roll_calls,
                                                            const RollCallChoice& choice);

/// Pairs of roll calls of consecutive sessions, the later one in `first_session` or after, that bear the same title
/// (column `short`, else `descr`; letters only, without what follows " : resolution"), where the title occurs once in
/// each of the two. Votes on paragraphs and amendments are no candidates: they bear the title of the whole.
/// A title is no proof that the text is the same word for word, only that the question is asked again.
/// @throws InputError when no table has a title and a session
[[nodiscard]] RollCallPairs repeated_titles(std::span<const Table> roll_calls, int first_session);

}  // namespace tarazy
