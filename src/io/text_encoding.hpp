#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// Checks that the text is UTF-8 without NUL bytes (Unicode 15, table 3-7: no overlong forms, no surrogates).
/// Tells UTF-16 and well-known binary formats by name. Runs of ASCII go by at memory speed.
/// @throws InputError naming each faulty line, at most twenty
void require_utf8_text(std::string_view text, const std::string& path);

/// Is the text UTF-8 without NUL bytes?
[[nodiscard]] bool is_utf8_text(std::string_view text) noexcept;

/// The text behind a UTF-8 byte order mark, if it has one.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text) noexcept;

}  // namespace tarazy
