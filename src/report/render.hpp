#pragma once

#include "report/chapter.hpp"

#include <string>

namespace tarazy {

/// The report of a study run: one HTML file that needs no network and no scripts to be read.
///
/// All texts stand in the file in English, Kazakh and Russian; a switch at the top shows one of them.
/// Same result, same bytes.
///
/// @param language  what the file opens with: "en", "kk" or "ru"
/// @throws UsageError for another language
[[nodiscard]] std::string render_report(const StudyResult& result, Chapters chapters,
                                        const std::string& language = "en");

}  // namespace tarazy
