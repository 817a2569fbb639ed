#pragma once

#include "align/votes/numbering.hpp"
#include "table/optional_columns.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tarazy {

// The tables of votes and roll calls as `load_votes` joins them, each column checked.

/// One row of a list of roll calls.
struct ListedRollCall {
    int session = 0;
    std::string block;
    std::optional<int> year;  ///< of its date
    const Table* table = nullptr;
    std::size_t row = 0;
};
using RollCallList = std::unordered_map<std::int64_t, ListedRollCall>;

/// The columns of one table of votes.
struct VoteRows {
    const Table* table = nullptr;
    std::string member_column;  ///< "ccode" or "member"
    std::vector<std::int64_t> ids, members;
    std::vector<std::uint8_t> votes;        ///< 0 = no vote was cast
    std::vector<std::int64_t> sessions;     ///< empty: the table has none, or the list of roll calls tells
    std::vector<std::string> parties;       ///< empty: the table has none
    std::vector<std::optional<int>> years;  ///< of the dates; empty: none
};

/// Other names that people give to the columns `rcid` and `vote`.
[[nodiscard]] const OptionalColumn& roll_call_column();
[[nodiscard]] const OptionalColumn& vote_column();

/// @throws InputError unless the table has `rcid` and `vote`, with the column that was meant
void require_vote_columns(const Table& table);

/// @throws InputError unless the list has `rcid` and `session`, with the column that was meant
void require_list_columns(const Table& table);

/// `ccode`, else `member`. @throws InputError when the table has neither
[[nodiscard]] std::string member_column(const Table& table);

[[nodiscard]] bool is_session(std::int64_t number);

/// A session in range, else a problem and 0.
int checked_session(const Table& table, std::size_t row, std::int64_t session, Diagnostics& diagnostics);

/// `file:line` of a row.
[[nodiscard]] std::string place_of_row(const Table& table, std::size_t row);

/// @param faults  cells that are no numbers, sessions out of range, roll calls listed twice
/// @throws InputError for lacking columns
[[nodiscard]] RollCallList list_roll_calls(std::span<const Table> tables, const Numbering& calls,
                                           const std::string& block_column, Diagnostics& faults);

/// @param own_sessions  there is no list of roll calls: sessions and dates are those of the votes
/// @param faults  every cell that cannot be used; its row has no vote then
/// @throws InputError for lacking columns, an optional column that was misspelt, and a table without rows
[[nodiscard]] VoteRows vote_rows(const Table& table, const Numbering& members, const Numbering& calls,
                                 bool own_sessions, std::vector<std::string>& notes, Diagnostics& faults);

/// Is there a column `session`? Else everything is one session.
[[nodiscard]] bool tells_session(const Table& table);

}  // namespace tarazy
