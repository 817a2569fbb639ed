#include "io/column_builder.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace tarazy {
namespace {

constexpr std::int32_t waiting = -2;  ///< of a cell that will be read again
constexpr double missing_real = std::numeric_limits<double>::quiet_NaN();

/// Reserves room and asks for huge pages: the cells are written once, front to back, and the kernel's work of handing
/// out and clearing small pages would take a quarter of the reading time.
template <typename Cell>
void reserve(std::vector<Cell>& cells, std::size_t count) {
    cells.reserve(count);
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t huge_page = std::uintptr_t{1} << 21;
    const auto begin = (reinterpret_cast<std::uintptr_t>(cells.data()) + huge_page - 1) & ~(huge_page - 1);
    const auto end = reinterpret_cast<std::uintptr_t>(cells.data() + cells.capacity()) & ~(huge_page - 1);
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // advice: may be refused
#endif
}

}  // namespace

ColumnBuilder::ColumnBuilder(std::size_t expected_rows, bool keep_points)
    : expected_rows_(expected_rows), keep_points_(keep_points) {
    std::vector<std::int32_t> room;
    reserve(room, expected_rows);
    integers_ = IntegerCells::in(std::move(room));
}

void ColumnBuilder::add(std::string_view cell) {
    if (type_ == ColumnType::text) return add_text(cell);
    const bool na = cell == "NA";
    saw_na_ = saw_na_ || na;
    const bool missing = na || cell.empty();
    const ScannedNumber number = missing ? ScannedNumber{} : scan_number(cell);
    const bool spelling_counts = keep_points_ && number.kind == ScannedNumber::Kind::real;
    if (!missing && (number.kind == ScannedNumber::Kind::none || spelling_counts)) {
        become_text();
        return add_text(cell);
    }
    if (type_ == ColumnType::integer && number.kind == ScannedNumber::Kind::real) become_real();
    if (type_ == ColumnType::integer) {
        integers_.push_back(missing ? Column::missing_integer : number.integer);
    } else if (missing) {
        reals_.push_back(missing_real);
    } else {
        reals_.push_back(number.kind == ScannedNumber::Kind::integer ? static_cast<double>(number.integer)
                                                                     : number.real);
    }
}

void ColumnBuilder::become_real() {
    reserve(reals_, std::max(expected_rows_, integers_.size()));
    for (const std::int64_t cell : integers_) {
        reals_.push_back(cell == Column::missing_integer ? missing_real : static_cast<double>(cell));
    }
    integers_ = {};
    type_ = ColumnType::real;
}

void ColumnBuilder::become_text() {
    const std::size_t rows = type_ == ColumnType::integer ? integers_.size() : reals_.size();
    const bool held_values = saw_na_ || type_ == ColumnType::real ||
                             std::ranges::any_of(integers_, [](auto cell) { return cell != Column::missing_integer; });
    rows_to_reread_ = held_values ? rows : 0;
    reserve(codes_, std::max(expected_rows_, rows));
    // What was NA may be a text; what was empty stays so.
    for (std::size_t row = 0; row < rows; ++row) codes_.push_back(!saw_na_ && missing(row) ? -1 : waiting);
    integers_ = {};
    reals_ = {};
    type_ = ColumnType::text;
}

bool ColumnBuilder::missing(std::size_t row) const {
    if (type_ == ColumnType::integer) return integers_[row] == Column::missing_integer;
    if (type_ == ColumnType::real) return std::isnan(reals_[row]);
    return codes_[row] == -1;
}

void ColumnBuilder::keep_na() {
    const bool has_number = type_ != ColumnType::integer ||
                            std::ranges::any_of(integers_, [](auto cell) { return cell != Column::missing_integer; });
    if (saw_na_ && !has_number) become_text();
}

Column ColumnBuilder::take() {
    if (type_ == ColumnType::integer) return Column(std::move(integers_));
    if (type_ == ColumnType::real) return Column(std::move(reals_));
    if (rows_to_reread_ == 0) return Column(TextCells{std::move(codes_), levels_.take()});
    std::vector<std::int32_t> renumbered;
    renumbered.reserve(levels_.levels().size());
    for (const std::string& level : levels_.levels()) renumbered.push_back(first_levels_.code_of(level));
    for (std::size_t row = rows_to_reread_; row < codes_.size(); ++row) {
        if (codes_[row] >= 0) codes_[row] = renumbered[static_cast<std::size_t>(codes_[row])];
    }
    return Column(TextCells{std::move(codes_), first_levels_.take()});
}

}  // namespace tarazy
