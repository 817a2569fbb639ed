#include "report/figure_rows.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace tarazy {

std::size_t FigureRows::size() const {
    return figure_->at("rows").size();
}

const nlohmann::ordered_json& FigureRows::cell(std::size_t row, std::string_view column) const {
    const nlohmann::ordered_json& columns = figure_->at("columns");
    const auto found = std::ranges::find(columns, column);
    if (found == columns.end()) throw std::out_of_range("a figure has no column " + std::string(column));
    return figure_->at("rows").at(row).at(static_cast<std::size_t>(found - columns.begin()));
}

std::string FigureRows::text(std::size_t row, std::string_view column) const {
    const nlohmann::ordered_json& found = cell(row, column);
    return found.is_string() ? found.get<std::string>() : std::string();
}

std::optional<double> FigureRows::number(std::size_t row, std::string_view column) const {
    const nlohmann::ordered_json& found = cell(row, column);
    if (!found.is_number()) return std::nullopt;
    return found.get<double>();
}

}  // namespace tarazy
