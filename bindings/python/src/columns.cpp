#include "columns.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy_python {
namespace {

namespace py = pybind11;
using tarazy::Column;

template <typename Number>
using Array = py::array_t<Number, py::array::c_style | py::array::forcecast>;

template <typename Number>
std::vector<Number> values_in(const py::handle& array) {
    const auto values = py::cast<Array<Number>>(array);
    return {values.data(), values.data() + values.size()};
}

Column integers(const py::tuple& parts) {
    std::vector<std::int64_t> values = values_in<std::int64_t>(parts[1]);
    if (!parts[2].is_none()) {
        const auto mask = py::cast<Array<bool>>(parts[2]);
        for (std::size_t row = 0; row < values.size(); ++row)
            if (mask.data()[row]) values[row] = Column::missing_integer;
    }
    return Column(std::move(values));
}

Column texts(const py::tuple& parts) {
    tarazy::TextCells cells;
    cells.codes = values_in<std::int32_t>(parts[1]);
    cells.levels = py::cast<std::vector<std::string>>(parts[2]);
    // The empty text is missing in all our columns.
    for (std::size_t level = 0; level < cells.levels.size(); ++level) {
        if (!cells.levels[level].empty()) continue;
        for (std::int32_t& code : cells.codes)
            if (code == static_cast<std::int32_t>(level)) code = -1;
    }
    return Column(std::move(cells));
}

/// What keeps a table as long as one of the arrays that show its memory.
py::capsule keeper(const std::shared_ptr<tarazy::Table>& table) {
    return py::capsule(new std::shared_ptr<tarazy::Table>(table),
                       [](void* kept) { delete static_cast<std::shared_ptr<tarazy::Table>*>(kept); });
}

template <typename Number>
py::array view_of(std::span<const Number> values, const py::capsule& owner) {
    return py::array_t<Number>(static_cast<py::ssize_t>(values.size()), values.data(), owner);
}

/// Whole numbers are always shown in 8 bytes; those that are kept in 4 are copied.
py::array array_of(const tarazy::IntegerCells& cells, const py::capsule& owner) {
    if (const auto wide = cells.wide()) return view_of(*wide, owner);
    py::array_t<std::int64_t> array(static_cast<py::ssize_t>(cells.size()));
    std::ranges::copy(cells, array.mutable_data());
    return array;
}

py::tuple parts_of(const Column& column, const py::capsule& owner) {
    if (column.holds_lists()) {
        py::list lists;
        for (std::size_t row = 0; row < column.size(); ++row) lists.append(py::cast(column.list(row)));
        return py::make_tuple("list", lists);
    }
    switch (column.type()) {
        case tarazy::ColumnType::integer: return py::make_tuple("integer", array_of(column.integers(), owner));
        case tarazy::ColumnType::real: return py::make_tuple("real", view_of(column.reals(), owner));
        case tarazy::ColumnType::text: break;
    }
    const tarazy::TextCells& cells = column.texts();
    return py::make_tuple("text", view_of(std::span(cells.codes), owner), py::cast(cells.levels));
}

}  // namespace

Column column_of(const py::tuple& parts) {
    const auto kind = py::cast<std::string>(parts[0]);
    if (kind == "integer") return integers(parts);
    if (kind == "real") return Column(values_in<double>(parts[1]));
    if (kind == "list") return Column::of_lists(py::cast<std::vector<std::vector<std::string>>>(parts[1]));
    return texts(parts);
}

tarazy::Table table_of(const std::string& name, const py::list& columns) {
    tarazy::Table table;
    table.origin.path = name;
    for (const py::handle& item : columns) {
        const auto pair = py::cast<py::tuple>(item);
        table.add(py::cast<std::string>(pair[0]), column_of(py::cast<py::tuple>(pair[1])));
    }
    table.origin.lines.resize(table.rows());
    std::iota(table.origin.lines.begin(), table.origin.lines.end(), 1U);
    return table;
}

py::list columns_of(tarazy::Table&& table) {
    const auto kept = std::make_shared<tarazy::Table>(std::move(table));
    const py::capsule owner = keeper(kept);
    py::list columns;
    for (std::size_t i = 0; i < kept->columns.size(); ++i)
        columns.append(py::make_tuple(kept->names[i], parts_of(kept->columns[i], owner)));
    return columns;
}

}  // namespace tarazy_python
