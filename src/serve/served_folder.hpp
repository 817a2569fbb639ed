#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The folder that is served. No request reaches a file outside of it, whatever links lie within.
struct ServedFolder {
    std::string path;  ///< absolute, without links
};

/// @throws FileError if there is no such folder
[[nodiscard]] ServedFolder served_folder(const std::string& path);

/// The absolute path of something within the folder; it need not be there yet.
/// @param relative  as a page names it: "studies/mongolia/study.toml"; empty: the folder itself
/// @throws RefusedRequest (403) for absolute paths, for `..`, for control characters, and where links lead outside
[[nodiscard]] std::string path_within(const ServedFolder& folder, std::string_view relative);

struct FolderEntry {
    std::string name;
    bool folder = false;
    bool study = false;  ///< a folder with study.toml
    std::uintmax_t bytes = 0;
};

/// What lies in a folder, folders first, by name; nothing hidden, at most 2000 entries.
/// @throws RefusedRequest (404) if it is no folder
[[nodiscard]] std::vector<FolderEntry> entries_of(const std::string& path);

/// Folders with a study.toml, at most `depth` below; relative paths, by name. Looks at 20,000 entries at most.
[[nodiscard]] std::vector<std::string> studies_within(const ServedFolder& folder, int depth = 3);

}  // namespace tarazy
