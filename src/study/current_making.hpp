#pragma once

#include "base/work.hpp"
#include "study/made_from.hpp"
#include "study/study_file.hpp"

#include <map>
#include <string>
#include <vector>

namespace tarazy {

/// The files of a data key as they lie now.
struct CurrentFiles {
    std::vector<FileDigest> files;
    std::string missing = {};  ///< why there are none; empty when there are
};

/// What an analysis would be made from if the study were run now.
struct CurrentMaking {
    MadeFrom made;
    std::string missing = {};  ///< the first data that are not there, and why
    std::string refusal = {};  ///< why a run would not take the shipped tables
};

/// Finds out without computing anything; each file is digested once.
class StudyMaking {
public:
    StudyMaking(const StudyFile& study, Work work) : study_(study), work_(std::move(work)) {}

    /// @throws FileError, Interrupted
    [[nodiscard]] CurrentMaking of(const StudyAnalysis& analysis, const Method& method);
    /// The files of a key that come from no analysis; of shipped results those of all its readers. @throws as above
    [[nodiscard]] CurrentFiles all_files_of(const StudyData& data);
    /// How outputs call the files of a key.
    [[nodiscard]] std::string named(const StudyData& data) const;

private:
    [[nodiscard]] const std::string& digest(const std::string& path);
    [[nodiscard]] CurrentFiles files_of(const StudyData& data, const std::string& analysis);

    const StudyFile& study_;
    Work work_;
    std::map<std::string, std::string> digests_;  ///< by path
};

}  // namespace tarazy
