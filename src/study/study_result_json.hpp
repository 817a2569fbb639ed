#pragma once

#include "study/criterion.hpp"
#include "study/study_result.hpp"
#include "study/tables_json.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A whole result as JSON (UTF-8): what `results/study.json` holds, so that a report can be made again
/// without running the study. Nothing is rounded: reading the text gives an equal result.
/// @param beside  tables that are named only, and read from their files again; without it all stand in the text
[[nodiscard]] std::string to_json_text(const StudyResult& result, const TablesBeside& beside = {});

/// @param path  named in messages; tables beside are looked for in its folder
/// @throws InputError if the text is no such result or that of another version, or if a file beside was changed;
///         FileError if one cannot be read
[[nodiscard]] StudyResult study_result_from_json_text(std::string_view text, const std::string& path = "study.json",
                                                      TablesRead how = TablesRead::sound);

/// Parameters and claims of one analysis, a line a claim: what `results/<analysis>.json` holds. What claims share is as
/// `claims_json` says.
[[nodiscard]] std::string analysis_json_text(const AnalysisResult& analysis);

}  // namespace tarazy
