#pragma once

#include "study/study_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Values as TOML 1.0 writes them.

/// A basic string with its quotation marks.
[[nodiscard]] std::string toml_quoted(std::string_view text);

/// `["a", "b"]`
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);

/// `{ en = "...", kk = "...", ru = "..." }`, without the languages in which there is no text.
[[nodiscard]] std::string toml_languages(const LocalText& text);

}  // namespace tarazy
