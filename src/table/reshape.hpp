#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// Rows that stay: those whose cell in a column is one of these texts or a number of these spans; with `except`, those
/// whose cell is none.
struct RowFilter {
    std::string column;
    std::vector<std::string> texts = {};
    std::vector<std::pair<std::int64_t, std::int64_t>> spans = {};
    bool except = false;
};

/// One piece of a stacked table: columns under new names, or with one text in every row.
struct StackedPiece {
    struct Cell {
        std::string name;  ///< of the new column
        std::string from;  ///< column of the table; where `is_text`, the text itself
        bool is_text = false;
    };
    std::vector<Cell> cells = {};
};

/// What a table is to be turned into. The steps come in this order: rows, shape, missing values, sums, names of states.
struct ReshapeOrder {
    enum class Shape {
        as_it_is,
        to_long,  ///< columns become rows: one column of their names, one of their values
        to_wide,  ///< the other way: the distinct cells of `name` become columns with the cells of `value`
        stacked   ///< the pieces one below the other, with the columns of `ids` beside each
    };
    std::vector<RowFilter> where = {};
    Shape shape = Shape::as_it_is;
    /// Which columns become rows: names, spans of years (`1990..2024`, which `1990 [YR1990]` and `X1990` are, too) and
    /// beginnings (`share_*`). Empty: all that are not in `ids`.
    std::vector<std::string> columns = {};
    /// Columns that stay as they are. Empty: all others; of a stacked table none.
    std::vector<std::string> ids = {};
    std::vector<std::string> left_out = {};  ///< columns that do not become rows and do not stay; need not be there
    std::string name = "name", value = "value";
    std::vector<StackedPiece> pieces = {};
    bool drop_missing = false;  ///< rows without a value (as it is: without one in any column) are left out
    bool sum = false;           ///< rows that differ in nothing but the value become one, with the sum
};

/// Is the cell one of those of the condition, whatever `except` says? An empty text is a missing cell.
[[nodiscard]] bool satisfies(const Column& column, std::size_t row, const RowFilter& condition);

/// `COLUMN=A,B,1990..1999`, or `COLUMN!=A,B`. @throws UsageError
[[nodiscard]] RowFilter row_filter(std::string_view text);
/// `state=ccode1,pole=ccode2,value=flow1,flow="imports"`. @throws UsageError
[[nodiscard]] StackedPiece stacked_piece(std::string_view text);

/// The table as the order says. Columns that become rows give integers if all are years, else texts; their values stay
/// numbers where all of them are. Rows keep their order: a row's new rows follow one another, pieces follow one another
/// whole. Missing values stay missing. Adds to `notes` what was left out, a sentence each.
/// @throws InputError for columns that are not there (all of them, with the nearest names), for names that would stand
///         twice, for two values in one cell of a wide table, for sums of what is no number; LimitError beyond
///         `most_cells`; an empty result is an InputError
/// O(cells of the table and of the result), times log(rows) for sums and wide tables
[[nodiscard]] Table reshaped(const Table& table, const ReshapeOrder& order, std::vector<std::string>& notes);

/// More cells than this in one result are a LimitError: about eight gigabytes.
inline constexpr std::size_t most_cells = 1'000'000'000;

}  // namespace tarazy
