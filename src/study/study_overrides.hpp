#pragma once

#include "io/toml_document.hpp"
#include "study/study_file.hpp"

#include <string_view>
#include <vector>

namespace tarazy {

/// The overrides of a table `set`. A value that is a table overrides the keys it names and leaves the others: keys may
/// be written as one text ("pole.WEST.members") or as TOML's own dotted keys.
[[nodiscard]] std::vector<StudyOverride> overrides_in(const TomlValue& set);

/// The value that a path leads to, or nothing. The part of the study that declares choices is not reached.
[[nodiscard]] TomlValue* find_key(TomlValue& root, std::string_view path);
[[nodiscard]] const TomlValue* find_key(const TomlValue& root, std::string_view path);

/// What to do about a path that leads nowhere: the nearest way that leads somewhere, from the place where it was lost.
[[nodiscard]] std::string key_hint(const TomlValue& root, std::string_view path);

/// Puts the value of each override in the place of what stands there. @pre every path leads somewhere
void apply_overrides(TomlValue& root, const std::vector<StudyOverride>& overrides);

/// Whether one of two paths is the other or lies within it.
[[nodiscard]] bool paths_meet(std::string_view first, std::string_view second) noexcept;

/// Whether two values say the same, wherever they stand. 1 and 1.0 do.
[[nodiscard]] bool same_value(const TomlValue& first, const TomlValue& second);

}  // namespace tarazy
