#pragma once

#include "io/read_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Makes the changes that the options ask for: `rename`, then cells that are `missing`, then `recode`; columns whose
/// cells changed are typed again. Numbers compare by value ("-9" is also -9.0), texts byte by byte; all values of a
/// column are recoded at once, so that 1=2 and 2=1 change places. An empty `to` makes the cell missing. A column of
/// `recode` may be called as in the file or as it is renamed. What became missing is noted, and so is what matched
/// nothing, unless `options.matches` counts it for the caller.
/// @throws InputError for columns that are not there (unless counted), and for names that would stand twice
void change_as_asked(Table& table, const ReadOptions& options);

/// The delimiter that a word (comma, semicolon, tab, bar, blank) or a single sign means. @throws UsageError
[[nodiscard]] char delimiter_named(const std::string& text);
/// ',' for "comma", '.' for "point", or the sign itself. @throws UsageError
[[nodiscard]] char decimal_named(const std::string& text);

/// Texts of a list as options take them: parted by commas; blanks around them left out; a text in double quotes may
/// hold commas, and a quote doubled.
[[nodiscard]] std::vector<std::string> listed_texts(std::string_view list);

/// `NEW=OLD,..` as options write it. @throws UsageError naming the option
[[nodiscard]] std::vector<std::pair<std::string, std::string>> renames_of(std::string_view text);
/// `COLUMN:FROM=TO,..`, or `FROM=TO,..` for all columns. @throws UsageError naming the option
[[nodiscard]] std::vector<ReadOptions::Recode> recodes_of(std::string_view text);

}  // namespace tarazy
