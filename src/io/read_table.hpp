#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// How many cells (columns, for `rename`) each entry of the options met, over all tables read with it.
struct ReadingMatches {
    std::vector<std::size_t> missing = {}, rename = {}, recode = {};
    std::vector<std::size_t> recode_columns = {};  ///< columns that each entry of `recode` means
};

struct ReadOptions {
    char delimiter = '\0';  ///< '\0': found from the first lines
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
    char decimal = '\0';  ///< ',' or '.'; '\0': found, column by column
    /// The text is what `to_csv` wrote: UTF-8, comma (or `delimiter`), point. Nothing is assumed.
    bool as_written = false;
    /// Where the caller counts what `missing`, `rename` and `recode` met. Without it a column that is not there is an
    /// error, and what meets nothing is noted.
    ReadingMatches* matches = nullptr;
    Work work = {};
};

/// More columns than this in delimited text are a LimitError: such a file is a matrix written sideways.
inline constexpr std::size_t max_columns = 100'000;

/// Reads a table by its extension: .csv .tsv .txt (each also .gz or .xz), .dta, .sav, .xlsx; `-` is delimited text on
/// standard input. A column in which every cell is a whole number becomes integer, every cell a finite
/// number real, anything else text. Empty cells are missing; `NA` is missing in numeric columns only
/// (in text it may be Namibia; a column of nothing but `NA` is text when `keep_na` names it or its name says that it
/// holds ISO alpha-2 codes: `iso2`, `iso2c`, `iso_a2`, `alpha-2`). `NaN` and infinities make a column text, so that a
/// method that needs numbers can point at the cell. A column without any value is integer. Cells keep leading zeros as
/// text ("007"), and whole numbers beyond 64 bits are text too, so that long identifiers keep their digits.
///
/// Delimited text is RFC 4180 with a header line: quoted fields, doubled quotes, line breaks inside quotes; lines end
/// with LF, CRLF or CR; blanks around unquoted fields do not count. What people's files have beyond that is found and
/// noted in `origin.notes`: encoding (`decode_text`), delimiter and lines of title (`layout_of`), columns without a
/// name (`settle_unnamed_columns`), decimal commas (`read_local_numbers`), rows and trailing fields of nothing but
/// delimiters, remarks below the table behind an empty line. All lines with a wrong number of fields are reported in
/// one pass. A file without data lines is a table without rows (see `require_rows`).
///
/// In tables of every format the changes of `change_as_asked` come last.
///
/// Speed: one pass over the bytes, and a second over the lines before a numeric column turned out to be text;
/// see bench/csv_bench.cpp. Memory: the columns, plus the unpacked bytes while reading (page cache for plain files,
/// which are mapped: they must not be cut short meanwhile).
/// @throws InputError for content that cannot be used, FileError if the file cannot be opened,
///         LimitError beyond `max_bytes` or `max_columns`
[[nodiscard]] Table read_table(const std::string& path, const ReadOptions& options = {});

/// The same for delimited text in memory; `path` is only named in messages.
[[nodiscard]] Table read_csv(std::string_view text, const std::string& path, const ReadOptions& options = {});

/// @throws InputError when the table has no rows
void require_rows(const Table& table);

}  // namespace tarazy
