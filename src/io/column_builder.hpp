#pragma once

#include "io/number_scan.hpp"
#include "table/table.hpp"
#include "table/text_levels.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tarazy {

/// Collects the cells of one column of delimited text and finds its type on the way: integer until a cell demands
/// real, real until a cell demands text. Numbers do not remember how they were written, so a column that
/// turns into text after it held numbers asks for its first cells again (`rows_to_reread`).
class ColumnBuilder {
public:
    /// @param keep_points  a column with decimal points or exponents becomes text, so that its spelling is kept
    explicit ColumnBuilder(std::size_t expected_rows, bool keep_points = false);

    [[nodiscard]] ColumnType type() const noexcept { return type_; }
    /// Any cell; empty means missing.
    void add(std::string_view cell);
    /// @pre type() == integer
    void add_integer(std::int64_t value) { integers_.push_back(value); }
    /// @pre type() == real
    void add_real(double value) { reals_.push_back(value); }
    /// @pre type() == text
    void add_text(std::string_view cell) { codes_.push_back(cell.empty() ? -1 : levels_.code_of(cell)); }

    /// Is no value known in this row? False for a cell that waits to be read again, unless it was empty.
    [[nodiscard]] bool missing(std::size_t row) const;

    /// After the last cell: a column in which nothing but `NA` stands becomes text, to be read again.
    void keep_na();

    /// How many leading cells must be given to `reread`, in order, before `take`.
    [[nodiscard]] std::size_t rows_to_reread() const noexcept { return rows_to_reread_; }
    void reread(std::size_t row, std::string_view cell) {
        codes_[row] = cell.empty() ? -1 : first_levels_.code_of(cell);
    }
    /// The finished column.
    [[nodiscard]] Column take();

private:
    void become_real();
    void become_text();

    ColumnType type_ = ColumnType::integer;
    bool saw_na_ = false;
    std::size_t expected_rows_;
    bool keep_points_;
    IntegerCells integers_;
    std::vector<double> reals_;
    std::vector<std::int32_t> codes_;
    TextLevels levels_;        ///< of the cells since the column is text
    TextLevels first_levels_;  ///< of the cells read again; they come first in the finished column
    std::size_t rows_to_reread_ = 0;
};

}  // namespace tarazy
