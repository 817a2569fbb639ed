#pragma once

#include "io/toml_document.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Reads JSON (RFC 8259, by nlohmann/json) as a document whose values remember where they stand, the same as of TOML,
/// so that whoever gives it a meaning need not know which of the two the user wrote. An entry that is `null` is as if
/// it were not there. O(length x entries of an object)
/// @param path  named in messages only
/// @throws InputError with the first place that is no JSON, or where a key stands twice in one object, a number is too
///         large, a list holds `null`, or values are nested deeper than 100
[[nodiscard]] TomlValue parse_json_document(std::string_view text, const std::string& path);

/// The same of either: JSON when the name of the file ends in `.json` or the text begins with `{`, else TOML.
[[nodiscard]] TomlValue parse_document(std::string_view text, const std::string& path);

}  // namespace tarazy
