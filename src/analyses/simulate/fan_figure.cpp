#include "analyses/simulate/fan_figure.hpp"

#include "report/figure_json.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

void put_fan_rows(nlohmann::ordered_json& figure, std::span<const FanRow> rows) {
    figure["columns"] = {"panel", "line", "year", "q05", "q25", "q50", "q75", "q95", "observed"};
    figure["rows"] = nlohmann::ordered_json::array();
    for (const FanRow& row : rows) {
        nlohmann::ordered_json cells = {row.panel, row.line, row.year};
        for (std::size_t q = 0; q < 5; ++q)
            cells.push_back(json_of(q < row.quantiles.size() ? row.quantiles[q] : std::nullopt));
        cells.push_back(json_of(row.observed));
        figure["rows"].push_back(std::move(cells));
    }
}

}  // namespace tarazy
