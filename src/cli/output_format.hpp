#pragma once

#include "cli/command.hpp"

#include <string_view>

namespace tarazy {

/// Settles `session.format` and `session.format_asked`: by --format; else by the ending of --output (.csv .tsv .tab
/// .txt .xlsx .dta .sav are tables, .json is JSON, .tex LaTeX, text also with .gz or .xz); else table on a
/// terminal and csv elsewhere. @throws UsageError when --format and the ending contradict each other
void settle_format(Session& session);

/// @throws UsageError when the name promises a format that no result has (.pdf .docx .xls .png), which the program
/// would otherwise fill with CSV. Endings that promise nothing (.dat) are as they were.
void require_written_ending(std::string_view path);

/// Is this the name of a table file that is no text (.xlsx .dta .sav)?
[[nodiscard]] bool is_binary_table(std::string_view path);

}  // namespace tarazy
