#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tarazy {

/// Folders in which a run works inside its output folder (`.staging-<number>`, later `.pending`). A name proves
/// nothing: a folder is ours by the marker that the run left in it.
inline constexpr const char* work_folder_marker = ".tarazy-work";

enum class WorkFolder {
    none,     ///< there is nothing
    empty,    ///< a folder without anything: a run was killed as it made or removed it
    ours,     ///< with our marker
    foreign,  ///< anything else, a link to a folder too
};
[[nodiscard]] WorkFolder work_folder(const std::filesystem::path& path);

/// `.staging-` and digits.
[[nodiscard]] bool is_staging_name(std::string_view name);

/// Makes a staging folder with a marker inside `folder`, under a name that nothing has yet.
/// @throws FileError
[[nodiscard]] std::string make_staging_folder(const std::filesystem::path& folder);

/// Leaves our marker in a folder that is ours for another reason. @throws FileError
void mark_work_folder(const std::filesystem::path& path);

/// Removes the folder with all that is in it, the marker last, so that an attempt cut short can be finished. Leaves
/// folders alone that are not ours, and what cannot be removed.
void remove_work_folder(const std::filesystem::path& path);

/// Does the folder hold nothing but results kept from earlier runs (files named by a SHA-256)?
[[nodiscard]] bool is_result_cache(const std::filesystem::path& path);

}  // namespace tarazy
