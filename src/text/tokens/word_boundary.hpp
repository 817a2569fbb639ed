#pragma once

#include <cstddef>
#include <string_view>

namespace tarazy {

/// Where the word segment that begins at a byte ends, by the rules WB1 to WB999 of UAX #29; in scripts that need a
/// dictionary, the end of the run of such characters. @pre at < text.size(), a boundary. O(bytes of the segment)
[[nodiscard]] std::size_t word_boundary(std::string_view text, std::size_t at) noexcept;

/// The end of a word of nothing but ASCII and Cyrillic letters and digits behind which a blank, or a mark of the
/// sentence and a blank, follows, so that no rule can let it go on; `at` where that is not sure. O(bytes of the word)
[[nodiscard]] std::size_t sure_word_end(std::string_view text, std::size_t at) noexcept;

/// Is the byte a mark of ASCII that is a token of its own because of what follows?
[[nodiscard]] bool is_lone_mark(std::string_view text, std::size_t at) noexcept;

/// Does a letter, a digit or a low line (no mark, no character of a script without blanks) begin here?
[[nodiscard]] bool begins_word(std::string_view text, std::size_t at) noexcept;

}  // namespace tarazy
