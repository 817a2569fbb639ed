#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarazy {

/// Bytes of the first character of the text when it is well-formed UTF-8, else 1; 0 for an empty text.
[[nodiscard]] std::size_t first_character_length(std::string_view text) noexcept;

/// The character that starts at this byte, whole. Empty behind the end.
[[nodiscard]] std::string_view character_at_byte(std::string_view text, std::size_t byte) noexcept;

/// The text for a message: as it is when it has at most `longest` bytes, else its beginning and "...", together at
/// most `longest` bytes. Cuts between characters of UTF-8. @pre longest >= 3
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest = 60);

}  // namespace tarazy
