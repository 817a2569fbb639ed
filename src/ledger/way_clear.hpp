#pragma once

#include "ledger/ledger.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tarazy {

/// What could stop the results of a run from being put in place half way is met before the first file is moved.

/// Does the path name a file below the folder that it starts from? Lists of files come from records that anybody can
/// edit; none of them may lead out of the folder.
[[nodiscard]] bool stays_inside(const std::string& relative);

/// Are all folders on the way to `relative` real folders (or not there yet)? A link could lead elsewhere.
[[nodiscard]] bool way_is_clear(const std::filesystem::path& folder, const std::string& relative);

/// @param files  to be moved into the folder, relative to it
/// @param former  what the former run has left there; only these are replaced
/// @param holds_results  does the folder hold results of ours?
/// @throws FileError if something that no run has written stands in the way
void require_way_clear(const std::filesystem::path& folder, const std::vector<std::string>& files,
                       const std::vector<OutputRecord>& former, bool holds_results);

/// @throws FileError if a folder from which one of the files is removed, or into which it is moved, may not be written
void require_folders_writable(const std::filesystem::path& folder, const std::vector<std::string>& files);

}  // namespace tarazy
