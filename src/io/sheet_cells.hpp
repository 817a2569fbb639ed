#pragma once

#include "io/stored_dates.hpp"
#include "io/workbook.hpp"
#include "io/xml_events.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A cell that holds something.
struct SheetCell {
    enum class Kind { text, number, date };
    std::size_t column = 0;  ///< from 0
    Kind kind = Kind::text;
    std::string own;                      ///< the text, unless it is one that cells share
    const std::string* shared = nullptr;  ///< of the workbook; lives as long as the `SheetCells`
    /// As delimited text would hold it, without blanks around it.
    [[nodiscard]] const std::string& text() const noexcept { return shared != nullptr ? *shared : own; }
};

/// Cells of which something is to be told: how many, and where the first of them stand.
struct ToldCells {
    std::size_t count = 0;
    std::vector<std::string> first;  ///< `B2`, at most a few
    void add(std::string cell);
    /// `B2, B3 and 4 more`
    [[nodiscard]] std::string listed() const;
};

/// `AB12`. @param column  from 0, @param row  from 1
[[nodiscard]] std::string cell_reference(std::size_t column, std::size_t row);

/// Turns the events of a sheet into rows of cells.
///
/// Of formulas the stored result is read, true and false become 1 and 0, numbers that their style shows as dates ISO
/// 8601 texts (see excel_dates.hpp) or, where they are none, texts such as `serial -3`. Error values and formulas
/// without a result are missing. Texts lose blanks around them.
class SheetCells {
public:
    using RowHandler = std::function<void(std::size_t row, std::vector<SheetCell>& cells)>;
    /// @param on_row  called for every row that holds something, with its cells from left to right
    SheetCells(Workbook& workbook, RowHandler on_row);

    /// What `Workbook::read_sheet` needs; refers to this object.
    [[nodiscard]] XmlEvents events();

    [[nodiscard]] const ToldCells& formulas() const noexcept { return formulas_; }
    [[nodiscard]] const ToldCells& without_result() const noexcept { return without_result_; }
    [[nodiscard]] const ToldCells& errors() const noexcept { return errors_; }
    [[nodiscard]] const ToldCells& no_dates() const noexcept { return no_dates_; }
    /// Rows with cells that a filter or the user hides.
    [[nodiscard]] std::size_t hidden_rows() const noexcept { return hidden_rows_; }
    /// Blocks of merged cells, of which only the first holds something.
    struct MergedCells {
        std::string reference;  ///< `A2:A5`
        std::size_t first_row = 0, last_row = 0;
    };
    [[nodiscard]] const std::vector<MergedCells>& merged() const noexcept { return merged_; }

private:
    void start(std::string_view element, const XmlAttributes& attributes);
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void add_merged(std::string_view reference);
    void end(std::string_view element);
    void end_cell();
    void end_row();
    void put_shared();
    void put_number();
    void put(SheetCell::Kind kind, std::string_view text);
    [[nodiscard]] std::string here() const { return cell_reference(column_, row_); }

    Workbook& workbook_;
    RowHandler on_row_;
    std::vector<std::string> shared_;
    std::vector<DateUnit> units_;

    std::size_t row_ = 0;   ///< number of the current row, from 1
    std::size_t cell_ = 0;  ///< column behind the last cell
    std::size_t column_ = 0;
    DateUnit unit_ = DateUnit::none;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
    bool in_reading_aid_ = false;
    bool has_formula_ = false;
    bool hidden_ = false;
    std::vector<SheetCell> cells_;  ///< of the current row

    std::size_t hidden_rows_ = 0;
    std::vector<MergedCells> merged_;
    ToldCells formulas_, without_result_, errors_, no_dates_;
};

}  // namespace tarazy
