#pragma once

#include "study/criterion.hpp"
#include "study/files_beside.hpp"
#include "study/study_result.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A whole result as JSON (UTF-8): what `results/study.json` holds, so that a report can be made again
/// without running the study. Nothing is rounded: reading the text gives an equal result.
/// @param beside  files of tables (`result_file`) and claims (`analysis_file`) that are named only, and read again from
///                there; without it all stand in the text
[[nodiscard]] std::string to_json_text(const StudyResult& result, const FilesBeside& beside = {});

/// @param path  named in messages; files beside are looked for in its folder
/// @throws InputError if the text is no such result or that of another version, or if a file beside was changed;
///         FileError if one cannot be read
[[nodiscard]] StudyResult study_result_from_json_text(std::string_view text, const std::string& path = "study.json",
                                                      BesideRead how = BesideRead::sound);

/// Parameters and claims of one analysis, a line a claim: what `results/<analysis>.json` holds. What claims share is as
/// `claims_json` says.
[[nodiscard]] std::string analysis_json_text(const AnalysisResult& analysis);

}  // namespace tarazy
