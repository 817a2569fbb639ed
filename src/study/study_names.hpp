#pragma once

#include <string>

namespace tarazy {

// What things in a study file may be called.

/// Letters of ASCII, digits, - and _, at most 80: ids of analyses, data and propositions become parts of claim ids and
/// of file names.
[[nodiscard]] bool is_id(const std::string& text);

/// Likewise with letters of every script and points inside, "ЕАЭС", "G7.plus": ids of poles name rows and columns, not
/// files.
[[nodiscard]] bool is_pole_id(const std::string& text);

/// The text in small letters of ASCII, to find names that differ by case only.
[[nodiscard]] std::string lower_case(std::string text);

}  // namespace tarazy
