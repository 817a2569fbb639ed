#pragma once

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
    int session = 0;    ///< 0 when neither table tells
    std::string block;  ///< what is resampled together in the bootstrap; empty = the roll call alone
};

/// Votes of an assembly: one cell a roll call and state.
/// Shapes: `cells[roll_call * states.size() + state]`; roll calls are sorted by session and id, states by code, so the
/// order of the input rows leaves no trace.
struct VoteData {
    enum Cell : std::uint8_t { absent = 0, yes = 1, abstain = 2, no = 3 };

    std::vector<RollCall> roll_calls;
    std::vector<int> states;  ///< COW codes (or the codes of another assembly's members)
    std::vector<std::uint8_t> cells;
    std::vector<std::string> warnings;

    [[nodiscard]] std::uint8_t cell(std::size_t roll_call, std::size_t state) const {
        return cells[roll_call * states.size() + state];
    }
    [[nodiscard]] std::optional<std::size_t> state_index(int code) const;
    /// First and one-past-last roll call of a session; equal when it has none.
    [[nodiscard]] std::pair<std::size_t, std::size_t> session_range(int session) const;
    [[nodiscard]] std::vector<int> sessions() const;
};

/// Joins votes (`rcid,ccode,vote[,session]`; vote 1 yes, 2 abstain, 3 no; absent = no row) with roll calls
/// (`rcid,session[,date,...]`). Several tables of each kind are taken as one.
/// @param sessions      only these; empty = all. Without any session in the data everything is session 0.
/// @param block_column  column of the roll calls whose equal values are resampled together ("date"); empty = each alone
/// @throws InputError for missing columns, cells of the wrong type, votes outside {1,2,3}, a second row for the same
/// roll call and state
///         (naming both), roll calls listed twice, votes on a roll call that the list does not have, no vote in the
///         sessions.
/// O(rows log rows).
[[nodiscard]] VoteData load_votes(std::span<const Table> votes, std::span<const Table> roll_calls,
                                  std::span<const int> sessions = {}, const std::string& block_column = {});

/// "69", "46-74" or "60,69-71" as a sorted list. @throws UsageError
[[nodiscard]] std::vector<int> parse_sessions(const std::string& text);

}  // namespace tarazy
