#pragma once

#include "io/csv_scan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The names in the header line of a delimited text.
struct CsvHeader {
    /// Those of columns that are left unnamed are empty; the last is not.
    std::vector<std::string> names;
    std::size_t line = 1;
    std::size_t fields = 0;  ///< of the header line, with the empty ones behind the last name
};

/// Reads the header line and leaves the scanner behind it.
/// @param lacks_first  the rows begin with a field that the header has no name for: an empty name is put first
/// @throws InputError for an empty file, for names that stand twice (and then for empty ones too), and for a header
///         without any name; LimitError beyond max_columns
[[nodiscard]] CsvHeader read_header(CsvScanner& scanner, const std::string& path, bool lacks_first = false);

/// @throws InputError for names that are empty or stand twice (all of them)
void check_column_names(const std::vector<std::string>& names, std::size_t line, const std::string& path);

}  // namespace tarazy
