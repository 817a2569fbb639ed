#pragma once

#include "report/chapter.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class ReportRows { packed, in_the_page };

/// The report of a study run: one HTML file that needs no network and no scripts to be read.
///
/// All texts stand in the file in English, Kazakh and Russian; a switch at the top shows one of them.
/// Same result, same bytes.
///
/// Most rows of a large study lie packed in the file (`folded.hpp`) and come into the page when a reader comes to them.
/// @param language  what the file opens with: "en", "kk" or "ru"
/// @param rows      `in_the_page` for readers without scripts: every row stands in the page, which then is large
/// @throws UsageError for another language
[[nodiscard]] std::string render_report(const StudyResult& result, Chapters chapters,
                                        const std::string& language = "en", ReportRows rows = ReportRows::packed);

/// The texts of all scripts that a report of this program runs; whoever shows a report may forbid any other.
[[nodiscard]] std::vector<std::string_view> report_scripts();

}  // namespace tarazy
