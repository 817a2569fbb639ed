#pragma once

#include "io/csv_scan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The delimiter of a delimited text: tab for .tsv and .tab; comma for .csv, unless the header line has none but has
/// semicolons or tabs; else the one of the three that the header line has most of (comma in a tie). Delimiters inside
/// quotes do not count.
[[nodiscard]] char delimiter_of(std::string_view text, std::string_view path);

/// Reads the header line and leaves the scanner behind it.
/// @throws InputError for an empty file, and for names that are empty or stand twice (all of them);
///         LimitError beyond max_columns
[[nodiscard]] std::vector<std::string> read_header(CsvScanner& scanner, const std::string& path);

/// @throws InputError for names that are empty or stand twice (all of them)
void check_column_names(const std::vector<std::string>& names, std::size_t line, const std::string& path);

}  // namespace tarazy
