#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// The text as a terminal may be given it: control characters, which could clear it, colour it or type for the reader,
/// stand as `\x1B`, those of two bytes (C1) and the marks that turn the direction of writing as `\u202E`, bytes that
/// are no UTF-8 as U+FFFD. Line ends and tabs stay.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace tarazy
