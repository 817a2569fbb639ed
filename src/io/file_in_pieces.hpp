#pragma once

#include <functional>
#include <span>
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

struct FileToWrite {
    std::string path;
    std::string_view bytes;
};

/// Files that tell of one another, such as tables and the record with their digests: all are written aside and flushed
/// to disk before the first is put in place, so that a full disk leaves every old file, and a kill can fall between
/// old and new only in the moment of the renames. They are put in place in the order given; the record comes last.
/// @param before_last  called when all but the last are in place: to remove what the record will no longer name
/// @throws FileError as `write_file_in_pieces`
void write_files_together(std::span<const FileToWrite> files, const std::function<void()>& before_last = {});

}  // namespace tarazy
