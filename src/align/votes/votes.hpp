#pragma once

#include "align/votes/assembly.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// One roll call of an assembly.
struct RollCall {
    std::int64_t id = 0;
    int session = 0;        ///< 0 when neither table tells
    std::string block;      ///< what is resampled together in the bootstrap; empty = the roll call alone
    std::string name = {};  ///< empty = the number
};

/// Votes of an assembly: one cell a roll call and state.
/// Shapes: `cells[roll_call * states.size() + state]`; roll calls are sorted by session and id, states by code, so the
/// order of the input rows leaves no trace.
struct VoteData {
    enum Cell : std::uint8_t { absent = 0, yes = 1, abstain = 2, no = 3 };

    std::vector<RollCall> roll_calls;
    std::vector<int> states;  ///< COW codes, or the numbers of another assembly's members
    std::vector<std::uint8_t> cells;
    std::vector<std::string> warnings;
    Assembly assembly = {};               ///< names, parties, years of the sessions
    std::vector<std::string> notes = {};  ///< what was assumed about the votes

    [[nodiscard]] std::uint8_t cell(std::size_t roll_call, std::size_t state) const {
        return cells[roll_call * states.size() + state];
    }
    [[nodiscard]] std::optional<std::size_t> state_index(int code) const;
    /// First and one-past-last roll call of a session; equal when it has none.
    [[nodiscard]] std::pair<std::size_t, std::size_t> session_range(int session) const;
    [[nodiscard]] std::vector<int> sessions() const;
};

/// How tables of votes are to be read.
struct VoteReading {
    std::vector<int> sessions = {};  ///< only these; empty = all. Without any session everything is session 0
    /// Column of the roll calls whose equal values are resampled together ("date"); empty = each alone.
    std::string block_column = {};
    Body body = Body::automatic;
};

/// Joins votes (`rcid,ccode,vote[,session][,date][,party]`, with `member` in place of `ccode` where members have names;
/// votes as `VoteCoding::numbers` says, absent = no row) with roll calls (`rcid,session[,date,...]`). Several tables of
/// each kind are taken as one. A member that changed its party within a session belongs to the party of most of its
/// rows.
/// @throws InputError for missing columns, optional columns that were misspelt, cells of the wrong type, cells that are
/// no votes, a second row for the same roll call and state (naming both), roll calls listed twice or in two sessions,
/// votes on a roll call that the list does not have, no vote in the sessions.
/// O(rows log rows).
[[nodiscard]] VoteData load_votes(std::span<const Table> votes, std::span<const Table> roll_calls,
                                  const VoteReading& reading = {});

/// For each row of a table of votes the place of its vote in `data.cells`; nothing for rows without a vote and of roll
/// calls that were not read. @param data  as `load_votes` made it of this table and list alone. O(rows).
[[nodiscard]] std::vector<std::optional<std::size_t>> cells_of_rows(const Table& votes,
                                                                    std::span<const Table> roll_calls,
                                                                    const VoteData& data);

/// The table with the names of roll calls in `column` replaced by their numbers among the votes, if roll calls have
/// names there; a name without votes gets a negative number of its own. @throws InputError when the column is lacking
[[nodiscard]] Table with_roll_call_numbers(Table table, const std::string& column, const VoteData& votes);

/// "69", "46-74" or "60,69-71" as a sorted list. @throws UsageError
[[nodiscard]] std::vector<int> parse_sessions(const std::string& text);

}  // namespace tarazy
