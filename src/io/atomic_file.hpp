#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// Writes the bytes to a file beside `path` (same folder), flushes it to disk and renames it, so that a reader sees
/// either the old file or the new one and a crash leaves the old one. Missing parent folders are an error.
///
/// Symbolic links are followed; the file they lead to is replaced and keeps its permissions and owner. A device, a pipe
/// or one of our own open files (/dev/stdout) is never replaced: the bytes are written to it.
/// @throws FileError naming path and reason (no permission, write-protected, disk full, file too large, ...); the file
///         written aside is removed
void write_file_atomically(const std::string& path, std::string_view bytes);

/// The whole file. @throws FileError
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace tarazy
