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
    put_text(columns_[column], cell);
}
void RowCells::put(std::size_t column, std::span<const std::string> cell) {
    put_text(columns_[column], list_cell(cell));
}

void RowCells::put_text(Cells& cells, std::string_view text) {
    cells.codes.push_back(text.empty() ? -1 : cells.levels.code_of(text));
}

Table RowCells::take() {
    Table table;
    const auto texts = [](Cells& cells) {
        return Column(TextCells{std::exchange(cells.codes, {}), std::exchange(cells.levels, {}).take()});
    };
    for (Cells& cells : columns_) {
        switch (cells.kind) {
            case Kind::integer: table.add(cells.name, Column(std::exchange(cells.integers, {}))); break;
            case Kind::real: table.add(cells.name, Column(std::exchange(cells.reals, {}))); break;
            case Kind::text: table.add(cells.name, texts(cells)); break;
            case Kind::list: table.add(cells.name, with_lists(texts(cells), true)); break;
        }
    }
    return table;
}

}  // namespace tarazy
