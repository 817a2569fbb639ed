#pragma once

#include "table/table.hpp"

#include <string>

namespace tarazy {

/// A file that is no table (a scenario in TOML) as one: `line,text`, a row a line, with the file as its origin. O(size)
/// Text that is not UTF-8 is put there as `decode_text` does, with a note. @throws FileError, InputError as decode_text
[[nodiscard]] Table text_lines(const std::string& path);

/// The text of such a table, by the numbers of its lines, whatever the order of rows; lines that are not there are
/// empty. @throws InputError if `line` is no whole number from 1 to 10,000,000
[[nodiscard]] std::string text_of_lines(const Table& lines);

}  // namespace tarazy
