#pragma once

#include "base/work.hpp"
#include "report/chapter.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Writes the figures of the report as SVG files for a paper, `<figure>.<language>.svg`, and the data of each as
/// `<figure>.csv`. The drawing code of the report is run by Node (18 or newer), which is looked for on PATH.
/// The folder is made if need be; files of these names are replaced.
/// @returns the files' names, in the order of the report
/// @throws UsageError for a language there is no report in; FileError if node is not installed or cannot draw, or if
///         the folder cannot be written; Interrupted: node is ended then
std::vector<std::string> write_figure_files(const StudyResult& result, Chapters chapters, const std::string& language,
                                            const std::string& folder, const Work& work = {});

/// The first figure of these data (`figure_data_json`) as the text of an SVG file, drawn in the same way. @throws as
/// above
[[nodiscard]] std::string drawn_figure(const std::string& figures, const std::string& language, const Work& work = {});

}  // namespace tarazy
