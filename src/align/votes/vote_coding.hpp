#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// How the cells of a column of votes are to be read.
enum class VoteCoding {
    numbers,   ///< 1 yes, 2 abstain, 3 no; 8 absent and 9 not a member (Voeten) are no votes; words as below
    voteview,  ///< Poole and Rosenthal: 1-3 yea, 4-6 nay; 0 not a member, 7-9 no vote
    binary     ///< 1 yes, 0 no; 9 no vote
};

/// `numbers`, `voteview` or `binary`. @throws UsageError
[[nodiscard]] VoteCoding vote_coding(const std::string& name);

/// A word for a vote in English, Russian or Kazakh, whatever its letter case: yes, Y, aye, за, иә; A, abstention,
/// воздержался, қалыс қалды; N, nay, против, қарсы; X, absent, отсутствовал, NA. 1 yes, 2 abstain, 3 no, 0 no vote
/// cast; nothing when it is none of these.
[[nodiscard]] std::optional<std::uint8_t> vote_of_word(std::string_view word);

/// The votes of a column: 1 yes, 2 abstain, 3 no, 0 no vote cast. Cells that are no votes are problems; an empty cell
/// is no vote. Adds to `notes` one sentence on what was read as no vote, with counts, and one on words. O(rows).
[[nodiscard]] std::vector<std::uint8_t> votes_of_column(const Table& table, const std::string& column,
                                                        VoteCoding coding, Diagnostics& diagnostics,
                                                        std::vector<std::string>& notes);

/// A table of votes (`vote`) under another coding as one of numbers; rows without a vote are left out. The table as it
/// is when the coding is `numbers`. @throws InputError for cells that are no votes
[[nodiscard]] Table votes_as_numbers(const Table& table, VoteCoding coding, std::vector<std::string>& notes);

/// The vote that one cell holds under a coding; nothing when it holds none. Empty cells are 0.
[[nodiscard]] std::optional<std::uint8_t> vote_of_cell(const Column& column, std::size_t row, VoteCoding coding);

/// How a message shows a cell: a number as it is, a text in quotes and cut short.
[[nodiscard]] std::string shown_vote(const Column& column, std::size_t row);

/// What to do about a cell that is no vote.
[[nodiscard]] std::string vote_remedy(VoteCoding coding);

}  // namespace tarazy
