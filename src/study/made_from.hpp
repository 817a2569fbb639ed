#pragma once

#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <functional>
#include <string>
#include <vector>

namespace tarazy {

/// The files of a data key, or the table of the analysis whose result it is, with their digests.
using FilesOf = std::function<std::vector<FileDigest>(const StudyData&)>;

/// What an analysis of the study as it stands is made from.
[[nodiscard]] MadeFrom made_from(const StudyFile& study, const StudyAnalysis& analysis, const Method& method,
                                 const AnalysisPlan& plan, const FilesOf& files);

/// One way in which two makings differ.
struct Change {
    std::string kind;  ///< "input", "parameter", "states", "years", "seed", "method", "reading", "tests"
    std::string what;  ///< "parameter 'bootstrap' changed from 1000 to 2000"
};

/// Why tables that were made from `then` are not those that `now` would give; none when they are. Files that hold the
/// same are the same, whatever they are called. What another analysis' result held is not looked at.
[[nodiscard]] std::vector<Change> changes_between(const MadeFrom& then, const MadeFrom& now);

}  // namespace tarazy
