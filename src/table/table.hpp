#pragma once

#include "base/error.hpp"
#include "table/integer_cells.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tarazy {

enum class ColumnType { integer, real, text };
[[nodiscard]] std::string_view to_string(ColumnType type) noexcept;

/// Text cells, each distinct text stored once; a cell is the index of its text, or -1 when missing.
struct TextCells {
    std::vector<std::int32_t> codes;
    std::vector<std::string> levels;  ///< in order of first appearance
};

struct ColumnLabels;  // table/column_labels.hpp

/// One typed column. Missing is the smallest integer, NaN, or code -1; the accessors turn it into
/// `std::nullopt`, so that nobody mistakes unknown for zero. Real columns never hold infinities.
class Column {
public:
    static constexpr std::int64_t missing_integer = IntegerCells::missing;
    static constexpr double missing_real = std::numeric_limits<double>::quiet_NaN();

    Column() = default;
    explicit Column(IntegerCells cells) : cells_(std::move(cells)) {}
    explicit Column(std::vector<std::int64_t> cells) : cells_(IntegerCells(std::move(cells))) {}
    explicit Column(std::vector<double> cells) : cells_(std::move(cells)) {}
    explicit Column(TextCells cells) : cells_(std::move(cells)) {}
    /// Text column; the empty string means missing.
    explicit Column(std::span<const std::string> texts);
    /// A column whose cells are lists of texts (names of cases, say), kept as text in the form of `list_cell`;
    /// an empty list is missing.
    [[nodiscard]] static Column of_lists(std::span<const std::vector<std::string>> lists);

    [[nodiscard]] ColumnType type() const noexcept { return static_cast<ColumnType>(cells_.index()); }
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool missing(std::size_t row) const;
    [[nodiscard]] std::size_t count_missing() const;
    /// Are the cells lists (see `list`)? JSON shows them as arrays.
    [[nodiscard]] bool holds_lists() const noexcept { return lists_; }

    /// What the file says about the column and its codes in words; nothing when it says nothing. Cells stay codes.
    [[nodiscard]] const std::shared_ptr<const ColumnLabels>& labels() const noexcept { return labels_; }
    void set_labels(std::shared_ptr<const ColumnLabels> labels) noexcept { labels_ = std::move(labels); }

    /// Integer cell. @pre type() == integer
    [[nodiscard]] std::optional<std::int64_t> integer(std::size_t row) const;
    /// Number in an integer or real column. @pre type() != text
    [[nodiscard]] std::optional<double> real(std::size_t row) const;
    /// Text cell. @pre type() == text
    [[nodiscard]] std::optional<std::string_view> text(std::size_t row) const;
    /// The items of a list cell; none when missing. A text column that was read from a file is read as lists too.
    /// @pre type() == text, or the column has no value at all
    [[nodiscard]] std::vector<std::string> list(std::size_t row) const;
    /// The cell as it is written to CSV; empty when missing. Any type.
    [[nodiscard]] std::string display(std::size_t row) const;

    /// The cells themselves, missing values encoded as above. @pre the type fits
    [[nodiscard]] const IntegerCells& integers() const { return std::get<0>(cells_); }
    [[nodiscard]] std::span<const double> reals() const { return std::get<1>(cells_); }
    [[nodiscard]] const TextCells& texts() const { return std::get<2>(cells_); }

private:
    friend Column with_lists(Column column, bool lists);
    std::variant<IntegerCells, std::vector<double>, TextCells> cells_;
    bool lists_ = false;
    std::shared_ptr<const ColumnLabels> labels_;
};

/// The number as a column of numbers holds it.
[[nodiscard]] inline double real_or_missing(const std::optional<double>& value) noexcept {
    return value.value_or(Column::missing_real);
}

/// Where a table came from: enough to point at a cell and to recognise the file again.
struct Origin {
    std::string path = {};                    ///< as the user gave it; empty for tables made in memory
    std::string sha256 = {};                  ///< of the file as it lies on disk; empty when not known
    std::vector<std::uint32_t> lines = {};    ///< line of each row; empty when row r stands on line r + 2
    std::vector<std::uint32_t> columns = {};  ///< field of each column; empty when column c is field c + 1
    /// What was assumed about the file to read it ("commas were read as decimal points"), a sentence each. Said once
    /// on standard error and kept in the ledger.
    std::vector<std::string> notes = {};
    /// What stands above the table in its file, a line (of a sheet: the cells of a row, parted by blanks) each.
    std::vector<std::string> title = {};
};

/// Named columns of equal length.
struct Table {
    std::vector<std::string> names;
    std::vector<Column> columns;
    Origin origin;

    [[nodiscard]] std::size_t rows() const noexcept { return columns.empty() ? 0 : columns.front().size(); }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const noexcept;
    /// @pre the column exists (use `require_column` for names that come from the user)
    [[nodiscard]] const Column& operator[](std::string_view name) const;
    void add(std::string name, Column column);

    /// Problem report that points at a cell (line of the row, ordinal of the column in the file).
    [[nodiscard]] Problem problem(std::size_t row, std::string_view column, std::string what, std::string remedy) const;
};

/// The column, or an InputError at line 1 that suggests the nearest name.
const Column& require_column(const Table& table, std::string_view name);
/// All the columns that are lacking, in one InputError.
void require_columns(const Table& table, std::span<const std::string> names);
/// Column as integers (whole numbers in a real column count, as pandas writes them; missing =
/// Column::missing_integer); every cell that is none is a problem of its own.
[[nodiscard]] std::vector<std::int64_t> require_integers(const Table& table, std::string_view name);
/// Column of numbers as doubles (integers widened, missing = NaN); problems as above.
[[nodiscard]] std::vector<double> require_reals(const Table& table, std::string_view name);
/// Column as texts whatever its type (missing = empty string).
[[nodiscard]] std::vector<std::string> require_texts(const Table& table, std::string_view name);

/// The rows in the given order (indices may repeat). Lines of the origin and labels of columns are kept.
[[nodiscard]] Table take_rows(const Table& table, std::span<const std::size_t> rows);
/// Rows of `upper`, then rows of `lower`, by column name; columns only one has are filled with missing.
/// The origin is dropped: the rows no longer come from one file. Labels are kept unless the two contradict each other.
[[nodiscard]] Table append_rows(const Table& upper, const Table& lower);

}  // namespace tarazy
