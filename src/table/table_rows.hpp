#pragma once

#include "table/table.hpp"
#include "table/text_levels.hpp"

#include <concepts>

namespace tarazy {

// Tables that are written row by row:
//
//     TableRows rows(TextColumn{"case"}, RealColumn{"incl"}, IntegerColumn{"n"}, ListColumn{"sources"});
//     for (...) rows.add(name, inclusion, count, sources);
//     return rows.table();
//
// A column keeps its name and type when there is no row. Tables of very many rows whose columns are computed one by one
// are quicker made from columns (`Table::add`).

/// A number for a cell: any integer or flag (1, 0), or none. A real number is no integer.
class IntegerCell {
public:
    template <std::integral Number>
    constexpr IntegerCell(Number value) noexcept : value_(static_cast<std::int64_t>(value)) {}
    template <std::integral Number>
    constexpr IntegerCell(const std::optional<Number>& value) noexcept
        : value_(value ? static_cast<std::int64_t>(*value) : Column::missing_integer) {}
    constexpr IntegerCell(std::nullopt_t) noexcept : value_(Column::missing_integer) {}
    [[nodiscard]] constexpr std::int64_t value() const noexcept { return value_; }

private:
    std::int64_t value_;
};

/// A real number for a cell; NaN and nothing are missing.
class RealCell {
public:
    constexpr RealCell(double value) noexcept : value_(value) {}
    constexpr RealCell(const std::optional<double>& value) noexcept : value_(value ? *value : Column::missing_real) {}
    constexpr RealCell(std::nullopt_t) noexcept : value_(Column::missing_real) {}
    [[nodiscard]] constexpr double value() const noexcept { return value_; }

private:
    double value_;
};

// The columns of such a table. A text that is empty and a list without items are missing.
struct IntegerColumn {
    using Cell = IntegerCell;
    std::string name;
};
struct RealColumn {
    using Cell = RealCell;
    std::string name;
};
struct TextColumn {
    using Cell = std::string_view;
    std::string name;
};
struct ListColumn {
    using Cell = std::span<const std::string>;
    std::string name;
};

/// What `TableRows` of all types have in common, so that the types cost little to compile.
class RowCells {
public:
    void declare(IntegerColumn column);
    void declare(RealColumn column);
    void declare(TextColumn column);
    void declare(ListColumn column);

    void put(std::size_t column, IntegerCell cell);
    void put(std::size_t column, RealCell cell);
    void put(std::size_t column, std::string_view cell);
    void put(std::size_t column, std::span<const std::string> cell);

    [[nodiscard]] Table take();

private:
    enum class Kind { integer, real, text, list };
    struct Cells {
        Kind kind;
        std::string name;
        IntegerCells integers = {};
        std::vector<double> reals = {};
        std::vector<std::int32_t> codes = {};
        TextLevels levels = {};
    };
    void put_text(Cells& cells, std::string_view text);

    std::vector<Cells> columns_;
};

template <typename... Columns>
class TableRows {
public:
    explicit TableRows(Columns... columns) { (cells_.declare(std::move(columns)), ...); }

    /// A row, a cell a column in their order.
    void add(typename Columns::Cell... cells) {
        std::size_t column = 0;
        (cells_.put(column++, cells), ...);
    }

    /// The table; no rows are left behind.
    [[nodiscard]] Table table() { return cells_.take(); }

private:
    RowCells cells_;
};

}  // namespace tarazy
