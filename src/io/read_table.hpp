#pragma once

#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

struct ReadOptions {
    char delimiter = '\0';  ///< '\0': by extension (.tsv tab, else comma), in doubt by the header line
};

/// Reads a table by its extension: .csv .tsv .txt (each also .gz or .xz), .dta, .sav, .xlsx; `-` is CSV on standard
/// input. A column in which every cell is a whole number becomes integer, every cell a finite
/// number real, anything else text. Empty cells are missing; `NA` is missing in numeric columns only
/// (in text it may be Namibia). `NaN` and infinities make a column text, so that a method that needs numbers
/// can point at the cell. A column without any value is integer. Cells keep leading zeros as text ("007").
/// Speed: one pass, see bench/csv_bench.cpp. Memory: the columns, plus the file's bytes while reading.
/// @throws InputError for content that cannot be used, FileError if the file cannot be opened
[[nodiscard]] Table read_table(const std::string& path, const ReadOptions& options = {});

/// The same for CSV text in memory; `path` is only named in messages.
[[nodiscard]] Table read_csv(std::string_view text, const std::string& path, const ReadOptions& options = {});

}  // namespace tarazy
