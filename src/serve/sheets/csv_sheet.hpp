#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A cell of a CSV text: what it says, and the bytes that say it.
struct CsvCell {
    std::size_t begin = 0, end = 0;  ///< with its quotes and the blanks around it
    std::string text;
};

/// A CSV text in which single cells can be changed while every other byte stays as it is.
struct CsvSheet {
    std::string path;
    std::string bytes;
    char delimiter = ',';
    std::vector<std::string> names;          ///< of the columns
    std::vector<std::vector<CsvCell>> rows;  ///< empty lines left out; rows may be shorter than the header

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// Empty where the row is too short.
    [[nodiscard]] std::string text(std::size_t row, std::string_view column) const;
};

/// Reads UTF-8 with a header line; the delimiter (comma, semicolon or tab) is the one that the header has most often.
/// O(bytes). @throws InputError: not UTF-8, no header, a fault of quoting
[[nodiscard]] CsvSheet read_csv_sheet(std::string bytes, const std::string& path);

/// Another text for a cell. @pre the row has the column
struct CellText {
    std::size_t row = 0, column = 0;
    std::string text;
};

/// The bytes with these cells changed; a cell that says the same already keeps its bytes; quotes where the text or the
/// cell before had them. O(bytes + cells log cells)
/// @throws InputError where a quote stands open in the file, so that the change would change what other cells say
[[nodiscard]] std::string with_cells(const CsvSheet& sheet, std::vector<CellText> cells);

}  // namespace tarazy
