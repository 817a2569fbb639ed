#include "cli/json_rows.hpp"

#include "base/number_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace {

std::string dumped_text(std::string_view text) {
    const bool plain = std::ranges::all_of(
        text, [](char c) { return c >= ' ' && c != '"' && c != '\\'; });  // ASCII: bytes above are < 0
    if (plain) return '"' + std::string(text) + '"';
    return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append_cell(std::string& out, const Column& column, std::size_t row) {
    if (column.holds_lists()) {
        out += nlohmann::json(column.list(row)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    } else if (column.missing(row)) {
        out += "null";
    } else if (column.type() == ColumnType::integer) {
        out += std::to_string(*column.integer(row));
    } else if (column.type() == ColumnType::real) {
        const double value = *column.real(row);
        out += std::isfinite(value) ? number_text(value) : "null";
    } else {
        out += dumped_text(*column.text(row));
    }
}

}  // namespace

void write_rows_json(const Table& table, const std::function<void(std::string_view piece)>& write, const Work& work) {
    std::vector<std::string> names;
    for (const std::string& name : table.names) names.push_back(dumped_text(name) + ':');
    WorkStep step(work, "writing rows", table.rows());
    write("[");
    std::string line;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        step.advance();
        line = row == 0 ? "{" : ",{";
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i > 0) line += ',';
            line += names[i];
            append_cell(line, table.columns[i], row);
        }
        line += '}';
        write(line);
    }
    write("]");
}

std::string rows_json_text(const Table& table) {
    std::string text;
    write_rows_json(table, [&](std::string_view piece) { text += piece; });
    return text;
}

}  // namespace tarazy
