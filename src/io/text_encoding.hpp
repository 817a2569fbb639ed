#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// Checks that the text is UTF-8 without NUL bytes (Unicode 15, table 3-7: no overlong forms, no surrogates).
/// Tells well-known binary formats by name. Runs of ASCII go by at memory speed.
/// @throws InputError naming each faulty line, at most twenty
void require_utf8_text(std::string_view text, const std::string& path);

/// Is the text UTF-8 without NUL bytes?
[[nodiscard]] bool is_utf8_text(std::string_view text) noexcept;

/// Does the text hold more characters beyond ASCII in UTF-8 than bytes that are not UTF-8? Then it is UTF-8 with some
/// damage rather than text in another encoding.
[[nodiscard]] bool is_mostly_utf8(std::string_view text) noexcept;

/// Does the text begin as a known binary format does?
[[nodiscard]] bool is_known_binary(std::string_view text);

/// @throws InputError for a text that begins as known formats do that are no delimited text: web pages, JSON, RTF, and
/// the binary ones
void require_delimited_text(std::string_view text, const std::string& path);

enum class Utf16 { no, little_endian, big_endian };
/// By the byte order mark; without one, by NUL bytes in every second place only, at least one in ten there (digits,
/// delimiters and line ends have them in every language). Looks at the first 4096 bytes.
[[nodiscard]] Utf16 utf16_of(std::string_view text) noexcept;

/// The text behind a UTF-8 byte order mark, if it has one.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text) noexcept;

}  // namespace tarazy
