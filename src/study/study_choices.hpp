#pragma once

#include "study/study_overrides.hpp"
#include "study/study_section.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Reads `[[choice]]` and holds its overrides to the study: keys that are there, no key in two choices, values that
/// differ (a warning where they do not).
[[nodiscard]] std::vector<StudyChoice> read_choices(const TomlValue& root, StudySection& section,
                                                    StudyProblems& problems);

/// What the study file would hold under these alternatives. @param picked  of each choice the place of its alternative
[[nodiscard]] TomlValue study_with(const TomlValue& root, const std::vector<StudyChoice>& choices,
                                   std::span<const std::size_t> picked);

/// "west = allies, window = early": the alternatives that are not the study's own; "the study as it stands" where all
/// are.
[[nodiscard]] std::string picked_text(const std::vector<StudyChoice>& choices, std::span<const std::size_t> picked);

}  // namespace tarazy
