#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

struct ReadOptions {
    char delimiter = '\0';  ///< '\0': by extension (.tsv tab, else comma), in doubt by the header line
    /// Most bytes that a compressed file or standard input may unpack to; half of the machine's memory when that is
    /// less.
    std::uint64_t max_bytes = std::uint64_t{8} << 30;
    std::string sheet = {};      ///< name of the sheet of an .xlsx file; empty = the first
    std::size_t header_row = 0;  ///< line (row of a sheet) that names the columns, from 1; 0 = the first that can
    std::string encoding = {};   ///< "windows-1251", "utf-16", ...; empty = found from the bytes
    std::vector<std::string> missing = {};  ///< cells with exactly these texts are missing: "..", "-9", "."
    /// Column names as the caller needs them: {new name, name in the file}.
    std::vector<std::pair<std::string, std::string>> rename = {};
    /// Values as the caller needs them, in one column (empty = in all).
    struct Recode {
        std::string column, from, to;
    };
    std::vector<Recode> recode = {};
    /// Columns in which `NA` is a text even where no other text shows it: codes of states, of which it is Namibia's.
    std::vector<std::string> keep_na = {};
};

/// More columns than this in delimited text are a LimitError: such a file is a matrix written sideways.
inline constexpr std::size_t max_columns = 100'000;

/// Reads a table by its extension: .csv .tsv .txt (each also .gz or .xz), .dta, .sav, .xlsx; `-` is CSV on standard
/// input. A column in which every cell is a whole number becomes integer, every cell a finite
/// number real, anything else text. Empty cells are missing; `NA` is missing in numeric columns only
/// (in text it may be Namibia; a column of nothing but `NA` is text when `keep_na` names it or its name says that it
/// holds ISO alpha-2 codes: `iso2`, `iso2c`, `iso_a2`, `alpha-2`). `NaN` and infinities make a column text, so that a
/// method that needs numbers can point at the cell. A column without any value is integer. Cells keep leading zeros as
/// text ("007"), and whole numbers beyond 64 bits are text too, so that long identifiers keep their digits.
///
/// Delimited text is RFC 4180 in UTF-8 with a header line: quoted fields, doubled quotes, line breaks inside quotes;
/// a byte order mark is skipped, lines end with LF, CRLF or CR, blank lines are skipped. All lines with a wrong
/// number of fields are reported in one pass. A file without data lines is a table without rows (see `require_rows`).
///
/// Speed: one pass over the bytes, and a second over the lines before a numeric column turned out to be text;
/// see bench/csv_bench.cpp. Memory: the columns, plus the unpacked bytes while reading (page cache for plain files,
/// which are mapped: they must not be cut short meanwhile).
/// @throws InputError for content that cannot be used, FileError if the file cannot be opened,
///         LimitError beyond `max_bytes` or `max_columns`
[[nodiscard]] Table read_table(const std::string& path, const ReadOptions& options = {});

/// The same for CSV text in memory; `path` is only named in messages.
[[nodiscard]] Table read_csv(std::string_view text, const std::string& path, const ReadOptions& options = {});

/// @throws InputError when the table has no rows
void require_rows(const Table& table);

}  // namespace tarazy
