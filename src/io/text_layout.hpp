#pragma once

#include "io/read_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// How a delimited text is laid out.
struct TextLayout {
    char delimiter = ',';
    std::size_t begin = 0;            ///< byte at which the header line starts
    std::size_t line = 1;             ///< its number
    bool header_lacks_first = false;  ///< the rows begin with a field that the header has no name for
    std::vector<std::string> notes;   ///< what was assumed
    std::vector<std::string> title;   ///< lines above the header that hold something
};

/// Finds delimiter and header of a text from its first lines: the delimiter (comma, semicolon, tab, bar; a blank if R
/// wrote the file) with which header and rows have the same number of fields, delimiters inside quotes not counting; of
/// several the one that makes most columns; a comma between digits everywhere is a decimal comma. A line `sep=;` (as
/// Excel reads it) decides. Lines of title above the table are passed over with a note. The extension decides only
/// when the content does not. `delimiter` and `header_row` of the options go before all this.
/// @throws InputError when the header row is not there
[[nodiscard]] TextLayout layout_of(std::string_view text, const std::string& path, const ReadOptions& options);

}  // namespace tarazy
