#pragma once

#include "io/header_row.hpp"
#include "io/sheet_cells.hpp"
#include "table/table.hpp"
#include "table/text_levels.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tarazy {

/// Turns the rows of a sheet into a table: finds the header below titles, leaves out empty columns and notes below the
/// table, names a column of row names, and remembers what was assumed.
class SheetTable {
public:
    /// @param header_row  number of the row that names the columns, from 1; 0 = to be found (header_row.hpp)
    /// @param keep_na  columns in which `NA` is a text (read_table.hpp)
    /// @param max_bytes  that the table may take up
    SheetTable(std::string path, std::size_t header_row, bool since_1904, std::vector<std::string> keep_na = {},
               std::uint64_t max_bytes = std::uint64_t{8} << 30);

    /// @pre the cells are not empty, from left to right; row numbers ascend
    /// @throws LimitError beyond the bytes of the constructor
    void add_row(std::size_t row, std::vector<SheetCell> cells);

    /// The table; `origin.lines` are the sheet's row numbers. Call it once.
    /// @throws InputError for a sheet without cells, names that are lacking or stand twice
    [[nodiscard]] Table table();
    /// Number of the row that names the columns. @pre `table` has been called
    [[nodiscard]] std::size_t header_row() const noexcept { return header_row_; }

private:
    struct SheetRow {
        std::size_t number = 0;
        std::vector<SheetCell> cells;
    };
    struct SheetColumn {
        std::string name;
        TextLevels levels;
        std::unordered_map<const std::string*, std::int32_t> shared;  ///< codes of texts that cells share
        std::vector<std::int32_t> codes;
        std::size_t dates = 0, numbers = 0;
        std::size_t first_row = 0;  ///< with a value
    };

    void find_header();
    void take_header(SheetRow row);
    void take_row(SheetRow& row);
    void count_bytes(std::size_t more);
    [[nodiscard]] std::int32_t code_of(SheetColumn& column, const SheetCell& cell);
    SheetColumn& column_at(std::size_t index);
    void leave_out_notes_below();
    void tell_empty_rows();
    void tell_dates(const std::vector<const SheetColumn*>& columns);
    [[nodiscard]] std::vector<std::size_t> used_columns();
    void check_names(const std::vector<std::size_t>& used) const;

    std::string path_;
    std::uint64_t max_bytes_;
    std::uint64_t held_bytes_ = 0;  ///< by names and distinct texts
    std::size_t header_row_;
    bool header_given_;
    bool since_1904_;
    std::vector<std::string> keep_na_;
    bool has_header_ = false;
    std::vector<SheetRow> waiting_;  ///< rows read before the header is known
    std::vector<SheetColumn> columns_;
    std::vector<std::uint32_t> lines_;
    std::vector<bool> lone_first_cell_;  ///< of each row: a text in the first column and nothing else
    std::size_t first_column_ = 0;
    std::vector<std::string> notes_, title_;
};

}  // namespace tarazy
