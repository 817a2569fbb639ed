#pragma once

#include "text/coding/selection_ends.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Do positions in a text whose lines end with CR LF count such an end as two characters, as the text has it, or as
/// one? Programs differ: their texts come from files of Windows, their positions from what they show.
enum class LineEndCounting { two, one };

/// Code points of the CRs that stand before an LF. O(bytes)
[[nodiscard]] std::vector<std::size_t> long_line_ends(std::string_view text);

/// What speaks for either counting.
struct LineEndEvidence {
    LineEndCounting counting = LineEndCounting::two;
    std::size_t words_two = 0, words_one = 0;  ///< selections that begin with a word under one counting only
};

/// Weighs the selections that stand behind a long line end; `one` only if more than twice
/// as many of them begin with a word so.
/// O(text + selections log line ends)
[[nodiscard]] LineEndEvidence line_end_counting(const std::vector<std::string>& texts,
                                                const std::vector<RawSelection>& selections);

/// The code point of a text that a position means which counts long line ends as one. @param ends  `long_line_ends`
[[nodiscard]] std::int64_t position_in_text(std::int64_t position, const std::vector<std::size_t>& ends);
/// The other way round.
[[nodiscard]] std::int64_t position_with_short_ends(std::int64_t position, const std::vector<std::size_t>& ends);

}  // namespace tarazy
