#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// The rows of a figure's data (`figure_json`, with `columns` and `rows`), a cell by the name of its column. Holds on
/// to the figure.
class FigureRows {
public:
    explicit FigureRows(const nlohmann::ordered_json& figure) : figure_(&figure) {}

    [[nodiscard]] std::size_t size() const;
    /// Empty where the cell is no text. @throws std::out_of_range when there is no such column
    [[nodiscard]] std::string text(std::size_t row, std::string_view column) const;
    /// Nothing where the cell is no number. @throws std::out_of_range when there is no such column
    [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;

private:
    [[nodiscard]] const nlohmann::ordered_json& cell(std::size_t row, std::string_view column) const;

    const nlohmann::ordered_json* figure_;
};

}  // namespace tarazy
