#pragma once

#include "analyses/write_study/recognise/data_layout.hpp"
#include "io/read_table.hpp"
#include "table/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The beginning of a file, enough to tell what it is.
struct FileHead {
    Table table;  ///< of its first rows; without columns where the file has no header
    LayoutSigns signs;
    bool whole = false;  ///< the table holds all rows of the file
    std::string fault;   ///< why its rows cannot be read as a table; empty when they can
};

/// Reads about a quarter of a megabyte of delimited text (unpacked on the way), or the whole of a file of another
/// format. A last row that was cut is left out. Files whose first lines all have one of the numbers of tabs of a layout
/// without header, and dates where that has them, are such files.
/// What cannot be read is told in `fault`; the names of columns are there if the header can be read.
/// @throws FileError
[[nodiscard]] FileHead read_file_head(const std::string& path, const ReadOptions& reading);

/// The same of the first bytes of delimited text. @param whole  these are all
[[nodiscard]] FileHead head_of_bytes(std::string_view bytes, bool whole, const std::string& path,
                                     const ReadOptions& reading);

}  // namespace tarazy
