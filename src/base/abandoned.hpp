#pragma once

#include <filesystem>
#include <string>

namespace tarazy {

/// Whoever writes a file aside, or works in a passing folder, holds a lock (flock) on it that the system gives back
/// when the process is gone, however it went.

/// Takes that lock on an open file or folder. Where the file system knows no locks, nothing happens.
void hold(int file) noexcept;

/// The same for a folder that was just made. @returns false if another process, sweeping, has taken it for abandoned
/// before: make another
[[nodiscard]] bool hold_new_folder(int folder, const std::filesystem::path& path) noexcept;

/// Is this ours (of this account), and does no living process hold it? False for what cannot be opened.
[[nodiscard]] bool is_abandoned(const std::filesystem::path& path);

/// Removes what killed processes left aside as they wrote to `target`: `<target>.partial-<process>`, perhaps with
/// `-<number>` behind it, of processes that are gone. Anything else of such a name stays.
void sweep_partial_files(const std::filesystem::path& target);

/// Removes the folders `<beginning>-XXXXXX` (as mkdtemp names them, open to this account alone) that killed processes
/// left in `parent`.
void sweep_passing_folders(const std::filesystem::path& parent, const std::string& beginning);

}  // namespace tarazy
