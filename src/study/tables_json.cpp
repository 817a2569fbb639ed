#include "study/tables_json.hpp"

#include "io/read_table.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

ordered_json cell_json(const Column& column, std::size_t row) {
    if (column.missing(row)) return nullptr;
    switch (column.type()) {
        case ColumnType::integer: return *column.integer(row);
        case ColumnType::real: return *column.real(row);
        case ColumnType::text: return std::string(*column.text(row));
    }
    return nullptr;
}

Column read_column(const ordered_json& json) {
    const std::string type = json.at("type");
    const ordered_json& cells = json.at("cells");
    if (type == to_string(ColumnType::integer)) {
        std::vector<std::int64_t> values;
        for (const ordered_json& value : cells)
            values.push_back(value.is_null() ? Column::missing_integer : value.get<std::int64_t>());
        return Column(std::move(values));
    }
    if (type == to_string(ColumnType::real)) {
        std::vector<double> values;
        for (const ordered_json& value : cells) values.push_back(value.is_null() ? std::nan("") : value.get<double>());
        return Column(std::move(values));
    }
    std::vector<std::string> values;
    for (const ordered_json& value : cells) values.push_back(value.is_null() ? "" : value.get<std::string>());
    return Column(values);
}

}  // namespace

nlohmann::ordered_json table_json(const ResultTable& table) {
    ordered_json columns = ordered_json::array();
    for (std::size_t i = 0; i < table.table.names.size(); ++i) {
        const Column& column = table.table.columns[i];
        ordered_json cells = ordered_json::array();
        for (std::size_t row = 0; row < column.size(); ++row) cells.push_back(cell_json(column, row));
        columns.push_back(
            {{"name", table.table.names[i]}, {"type", to_string(column.type())}, {"cells", std::move(cells)}});
    }
    return {{"name", table.name}, {"columns", std::move(columns)}};
}

ResultTable table_from_json(const nlohmann::ordered_json& json) {
    ResultTable table{json.at("name"), {}};
    for (const ordered_json& column : json.at("columns")) {
        Column cells = read_column(column);
        if (!table.table.columns.empty() && cells.size() != table.table.rows())
            throw std::length_error("columns of unequal length");
        table.table.add(column.at("name"), std::move(cells));
    }
    return table;
}

nlohmann::ordered_json table_beside_json(const ResultTable& table, const std::string& file, const std::string& sha256) {
    ordered_json columns = ordered_json::array();
    for (std::size_t i = 0; i < table.table.names.size(); ++i) {
        columns.push_back({{"name", table.table.names[i]},
                           {"type", to_string(table.table.columns[i].type())},
                           {"cells", ordered_json::array()}});
    }
    return {{"name", table.name}, {"file", file}, {"sha256", sha256}, {"columns", std::move(columns)}};
}

ResultTable table_from_json(const nlohmann::ordered_json& json, const BesideReader& beside) {
    ResultTable table = table_from_json(json);
    if (!json.contains("file")) return table;
    const std::optional<std::string> text = beside.text(json);
    if (!text) return table;
    const std::string path = beside.path(json);
    Table cells = read_csv(*text, path, {.as_written = true});
    cells.origin = {};
    if (cells.names != table.table.names) throw std::length_error("the columns of " + path + " are others");
    table.table = std::move(cells);
    return table;
}

}  // namespace tarazy
