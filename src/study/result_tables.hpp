#pragma once

#include "study/study_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Name of a table that holds words of the data themselves, lines of speeches: it belongs to the run that made it and
/// is never derived, so that texts which may not be passed on do not get into the study's folder.
inline constexpr const char* lines_table = "lines";

/// The file of `results/` that a table is written to: "votes.summary.csv", of the main table "votes.csv".
[[nodiscard]] std::string result_file(const std::string& analysis, const std::string& table);

/// The file of `results/` that holds parameters and claims of an analysis: "votes.json".
[[nodiscard]] std::string analysis_file(const std::string& analysis);

/// A table of an analysis by its name ("" is the main one), or nullptr.
[[nodiscard]] const Table* find_table(const std::vector<ResultTable>& tables, std::string_view name);

/// The sentences in a table of one column, `note`; what a run or a reader should know of the computation.
[[nodiscard]] Table notes_table(const std::vector<std::string>& notes);

/// The sentences of the table `notes`; none when there is no such table.
[[nodiscard]] std::vector<std::string> notes_in(const std::vector<ResultTable>& tables);

/// Puts sentences under those that are there.
void add_notes(std::vector<ResultTable>& tables, const std::vector<std::string>& sentences);

/// The analyses of a study by one method ("align.shares"), in the order of the study file.
[[nodiscard]] std::vector<const AnalysisResult*> analyses_by(const StudyResult& result, std::string_view method);

}  // namespace tarazy
