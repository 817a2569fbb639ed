#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tarazy {

/// Takes the next bytes of what is being written.
using ByteSink = std::function<void(std::string_view bytes)>;

/// `write_file_atomically` (io/atomic_file.hpp) for content that is made while it is written: `fill` is called once
/// and hands the bytes, front to back, to its argument. What `fill` throws goes on to the caller; the old file is as it
/// was then, and the file written aside is removed. To a device or a pipe the bytes go as they come.
/// @throws FileError naming path and reason, at the bytes that could not be written or when all were
void write_file_in_pieces(const std::string& path, const std::function<void(const ByteSink& write)>& fill);

}  // namespace tarazy
