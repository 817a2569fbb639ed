#include "columns.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tarazy_r {
namespace {

using tarazy::Column;

/// R keeps each text once, so that its address stands for it.
Column texts(SEXP column) {
    tarazy::TextCells cells;
    std::unordered_map<SEXP, std::int32_t> code_of_text;
    const R_xlen_t size = Rf_xlength(column);
    cells.codes.reserve(static_cast<std::size_t>(size));
    for (R_xlen_t row = 0; row < size; ++row) {
        SEXP text = STRING_ELT(column, row);
        if (text == NA_STRING || LENGTH(text) == 0) {
            cells.codes.push_back(-1);
            continue;
        }
        const auto [found, fresh] = code_of_text.try_emplace(text, static_cast<std::int32_t>(cells.levels.size()));
        if (fresh) cells.levels.emplace_back(CHAR(text));
        cells.codes.push_back(found->second);
    }
    return Column(std::move(cells));
}

Column factor(SEXP column) {
    tarazy::TextCells cells;
    SEXP levels = Rf_getAttrib(column, R_LevelsSymbol);
    std::vector<bool> empty;
    for (R_xlen_t level = 0; level < Rf_xlength(levels); ++level) {
        cells.levels.emplace_back(Rf_translateCharUTF8(STRING_ELT(levels, level)));
        empty.push_back(cells.levels.back().empty());
    }
    const int* codes = INTEGER_RO(column);
    for (R_xlen_t row = 0; row < Rf_xlength(column); ++row) {
        // Codes have levels: `factor_for_engine` saw to it.
        const bool missing = codes[row] == NA_INTEGER || empty[static_cast<std::size_t>(codes[row] - 1)];
        cells.codes.push_back(missing ? -1 : codes[row] - 1);
    }
    return Column(std::move(cells));
}

Column whole_numbers(SEXP column) {
    std::vector<std::int64_t> values;
    const int* cells = INTEGER_RO(column);
    for (R_xlen_t row = 0; row < Rf_xlength(column); ++row)
        values.push_back(cells[row] == NA_INTEGER ? Column::missing_integer : cells[row]);
    return Column(std::move(values));
}

/// Packages for R keep integers of 64 bits in the bits of doubles; their missing value is ours.
Column wide_integers(SEXP column) {
    std::vector<std::int64_t> values;
    const double* cells = REAL_RO(column);
    for (R_xlen_t row = 0; row < Rf_xlength(column); ++row) values.push_back(std::bit_cast<std::int64_t>(cells[row]));
    return Column(std::move(values));
}

/// Numbers that are all whole become integers: R's own numbers are doubles unless they are written 1L.
Column numbers(SEXP column) {
    constexpr double exact_below = 9007199254740992.0;
    const double* cells = REAL_RO(column);
    const auto size = static_cast<std::size_t>(Rf_xlength(column));
    bool any = false, whole = true;
    for (std::size_t row = 0; row < size && whole; ++row) {
        if (std::isnan(cells[row])) continue;
        any = true;
        whole = std::abs(cells[row]) < exact_below && std::trunc(cells[row]) == cells[row];
    }
    if (!any || !whole) {
        std::vector<double> values(cells, cells + size);
        for (double& value : values)
            if (std::isnan(value)) value = Column::missing_real;
        return Column(std::move(values));
    }
    std::vector<std::int64_t> values(size);
    std::transform(cells, cells + size, values.begin(), [](double value) {
        return std::isnan(value) ? Column::missing_integer : static_cast<std::int64_t>(value);
    });
    return Column(std::move(values));
}

Column lists(SEXP column) {
    std::vector<std::vector<std::string>> rows;
    for (R_xlen_t row = 0; row < Rf_xlength(column); ++row) {
        SEXP cell = VECTOR_ELT(column, row);
        rows.emplace_back();
        for (R_xlen_t item = 0; item < Rf_xlength(cell); ++item) rows.back().emplace_back(CHAR(STRING_ELT(cell, item)));
    }
    return Column::of_lists(rows);
}

Column column_of(SEXP column) {
    if (Rf_isFactor(column)) return factor(column);
    if (Rf_inherits(column, "integer64")) return wide_integers(column);
    switch (TYPEOF(column)) {
        case INTSXP: return whole_numbers(column);
        case REALSXP: return numbers(column);
        case VECSXP: return lists(column);
        default: return texts(column);
    }
}

SEXP integers_in_r(const Column& column) {
    const tarazy::IntegerCells& cells = column.integers();
    const bool fit = std::ranges::all_of(cells, [](std::int64_t cell) {
        return cell == Column::missing_integer || std::abs(cell) <= std::numeric_limits<int>::max();
    });
    const auto size = static_cast<R_xlen_t>(cells.size());
    const cpp11::sexp vector = cpp11::safe[Rf_allocVector](fit ? INTSXP : REALSXP, size);
    if (fit) {
        std::ranges::transform(cells, INTEGER(vector), [](std::int64_t cell) {
            return cell == Column::missing_integer ? NA_INTEGER : static_cast<int>(cell);
        });
    } else {
        std::ranges::transform(cells, REAL(vector), [](std::int64_t cell) {
            return cell == Column::missing_integer ? NA_REAL : static_cast<double>(cell);
        });
    }
    return vector;
}

SEXP reals_in_r(const Column& column) {
    const auto cells = column.reals();
    const cpp11::sexp vector = cpp11::safe[Rf_allocVector](REALSXP, static_cast<R_xlen_t>(cells.size()));
    std::ranges::transform(cells, REAL(vector), [](double cell) { return std::isnan(cell) ? NA_REAL : cell; });
    return vector;
}

SEXP text_in_r(const std::string& text) {
    return cpp11::safe[Rf_mkCharLenCE](text.data(), static_cast<int>(text.size()), CE_UTF8);
}

SEXP texts_in_r(const Column& column) {
    const tarazy::TextCells& cells = column.texts();
    const cpp11::sexp levels = cpp11::safe[Rf_allocVector](STRSXP, static_cast<R_xlen_t>(cells.levels.size()));
    for (std::size_t level = 0; level < cells.levels.size(); ++level)
        SET_STRING_ELT(levels, static_cast<R_xlen_t>(level), text_in_r(cells.levels[level]));
    const cpp11::sexp vector = cpp11::safe[Rf_allocVector](STRSXP, static_cast<R_xlen_t>(cells.codes.size()));
    for (std::size_t row = 0; row < cells.codes.size(); ++row)
        SET_STRING_ELT(vector, static_cast<R_xlen_t>(row),
                       cells.codes[row] < 0 ? NA_STRING : STRING_ELT(levels, cells.codes[row]));
    return vector;
}

SEXP lists_in_r(const Column& column) {
    const cpp11::sexp vector = cpp11::safe[Rf_allocVector](VECSXP, static_cast<R_xlen_t>(column.size()));
    for (std::size_t row = 0; row < column.size(); ++row) {
        const std::vector<std::string> items = column.list(row);
        SEXP cell = cpp11::safe[Rf_allocVector](STRSXP, static_cast<R_xlen_t>(items.size()));
        SET_VECTOR_ELT(vector, static_cast<R_xlen_t>(row), cell);
        for (std::size_t item = 0; item < items.size(); ++item)
            SET_STRING_ELT(cell, static_cast<R_xlen_t>(item), text_in_r(items[item]));
    }
    return vector;
}

SEXP column_in_r(const Column& column) {
    if (column.holds_lists()) return lists_in_r(column);
    switch (column.type()) {
        case tarazy::ColumnType::integer: return integers_in_r(column);
        case tarazy::ColumnType::real: return reals_in_r(column);
        case tarazy::ColumnType::text: break;
    }
    return texts_in_r(column);
}

}  // namespace

tarazy::Table table_of(const std::string& name, const cpp11::list& columns) {
    tarazy::Table table;
    table.origin.path = name;
    const cpp11::strings names(columns.names());
    for (R_xlen_t i = 0; i < columns.size(); ++i) table.add(std::string(names[i]), column_of(columns[i]));
    table.origin.lines.resize(table.rows());
    std::iota(table.origin.lines.begin(), table.origin.lines.end(), 1U);
    return table;
}

cpp11::writable::list columns_of(const tarazy::Table& table) {
    cpp11::writable::list columns(static_cast<R_xlen_t>(table.columns.size()));
    cpp11::writable::strings names(static_cast<R_xlen_t>(table.columns.size()));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const cpp11::sexp column = column_in_r(table.columns[i]);
        columns[static_cast<R_xlen_t>(i)] = column;
        names[static_cast<R_xlen_t>(i)] = table.names[i];
    }
    columns.names() = names;
    return columns;
}

}  // namespace tarazy_r
