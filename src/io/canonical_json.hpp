#pragma once

#include "io/toml_document.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// A document as JSON of one form: entries in the order of their keys (by bytes), no blanks, numbers by `number_text`
/// (at most 15 digits), texts in UTF-8 with only quotes, backslashes and control characters escaped. Two documents that
/// say the same have the same bytes, however they were laid out, so that their hashes can be compared. Dates become
/// texts. O(length log entries). @pre no number is NaN or infinite
[[nodiscard]] std::string canonical_json(const TomlValue& value);

// Documents made in memory.
[[nodiscard]] TomlValue json_text(std::string_view text);
[[nodiscard]] TomlValue json_integer(std::int64_t number);
[[nodiscard]] TomlValue json_real(double number);
[[nodiscard]] TomlValue json_flag(bool flag);
[[nodiscard]] TomlValue json_list(std::vector<TomlValue> items);
[[nodiscard]] TomlValue json_table(std::vector<std::pair<std::string, TomlValue>> entries);

}  // namespace tarazy
