#pragma once

#include "study/comparison.hpp"
#include "study/outcome.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A whole outcome as JSON (UTF-8): what `results/study.json` holds, so that a report can be made again
/// without running the study. Nothing is rounded: reading the text gives an equal outcome.
[[nodiscard]] std::string to_json_text(const StudyOutcome& outcome);

/// @param path  named in messages only
/// @throws InputError if the text is no such outcome or that of another version
[[nodiscard]] StudyOutcome outcome_from_json_text(std::string_view text, const std::string& path = "study.json");

/// Parameters and claims of one analysis: what `results/<analysis>.json` holds.
[[nodiscard]] std::string analysis_json_text(const AnalysisOutcome& analysis);

}  // namespace tarazy
