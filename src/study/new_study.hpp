#pragma once

#include <string>
#include <vector>

namespace tarazy {

/// One file of a new study.
struct NewFile {
    std::string path;  ///< relative to the study's folder
    std::string bytes;
};

/// A small study that runs as it is: a commented `study.toml`, votes, roll calls and a chronology. All data are
/// invented and say so. Always the same bytes.
[[nodiscard]] std::vector<NewFile> new_study_files();

/// Writes them into a new or empty folder and returns their paths.
/// @throws UsageError if the folder holds something; FileError
std::vector<std::string> write_new_study(const std::string& folder);

}  // namespace tarazy
