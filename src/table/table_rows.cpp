#include "table/table_rows.hpp"

#include "table/list_cells.hpp"

#include <utility>

namespace tarazy {

void RowCells::declare(IntegerColumn column) {
    columns_.push_back({Kind::integer, std::move(column.name)});
}
void RowCells::declare(RealColumn column) {
    columns_.push_back({Kind::real, std::move(column.name)});
}
void RowCells::declare(TextColumn column) {
    columns_.push_back({Kind::text, std::move(column.name)});
}
void RowCells::declare(ListColumn column) {
    columns_.push_back({Kind::list, std::move(column.name)});
}

void RowCells::put(std::size_t column, IntegerCell cell) {
    columns_[column].integers.push_back(cell.value());
}
void RowCells::put(std::size_t column, RealCell cell) {
    columns_[column].reals.push_back(cell.value());
}
void RowCells::put(std::size_t column, std::string_view cell) {
    columns_[column].texts.emplace_back(cell);
}
void RowCells::put(std::size_t column, std::span<const std::string> cell) {
    columns_[column].texts.push_back(list_cell(cell));
}

Table RowCells::take() {
    Table table;
    for (Cells& cells : columns_) {
        switch (cells.kind) {
            case Kind::integer: table.add(cells.name, Column(std::exchange(cells.integers, {}))); break;
            case Kind::real: table.add(cells.name, Column(std::exchange(cells.reals, {}))); break;
            case Kind::text: table.add(cells.name, Column(std::exchange(cells.texts, {}))); break;
            case Kind::list: table.add(cells.name, with_lists(Column(std::exchange(cells.texts, {})), true)); break;
        }
    }
    return table;
}

}  // namespace tarazy
