#pragma once

#include "study/criterion.hpp"
#include "study/study_result.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A whole result as JSON (UTF-8): what `results/study.json` holds, so that a report can be made again
/// without running the study. Nothing is rounded: reading the text gives an equal result.
[[nodiscard]] std::string to_json_text(const StudyResult& result);

/// @param path  named in messages only
/// @throws InputError if the text is no such result or that of another version
[[nodiscard]] StudyResult study_result_from_json_text(std::string_view text, const std::string& path = "study.json");

/// Parameters and claims of one analysis: what `results/<analysis>.json` holds.
[[nodiscard]] std::string analysis_json_text(const AnalysisResult& analysis);

}  // namespace tarazy
