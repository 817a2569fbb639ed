#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <string>

namespace tarazy {

struct WriteOptions {
    char delimiter = ',';  ///< .tsv and .tab files get tabs whatever this says
    /// Prefix text cells that a spreadsheet would take for a formula (= + - @) with an apostrophe.
    bool spreadsheet_safe = false;
    Work work = {};
};

/// RFC 4180 with LF line ends, `.` as decimal point, 15 significant digits, empty = missing.
[[nodiscard]] std::string to_csv(const Table& table, const WriteOptions& options = {});

/// Writes by extension (.csv .tsv, each also .gz or .xz; .dta .sav .xlsx), aside and renamed.
/// @throws FileError if it cannot be written; nothing is left behind then
void write_table(const Table& table, const std::string& path, const WriteOptions& options = {});

}  // namespace tarazy
