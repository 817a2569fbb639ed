#pragma once

#include "study/study_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Values as TOML 1.0 writes them.

/// The text with control characters as escapes (a newline as \u000A), so that it can end no comment and no line of a
/// message. Nothing else changes.
[[nodiscard]] std::string one_line(std::string_view text);

/// A basic string with its quotation marks.
[[nodiscard]] std::string toml_quoted(std::string_view text);

/// `["a", "b"]`
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);

/// `{ en = "...", kk = "...", ru = "..." }`, without the languages in which there is no text.
[[nodiscard]] std::string toml_languages(const LocalText& text);

}  // namespace tarazy
