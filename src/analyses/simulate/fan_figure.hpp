#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A year of a fan chart: of scenarios, where nothing is observed, and of forecasts.
struct FanRow {
    std::string panel;  ///< one under the other: outcomes, poles
    std::string line;   ///< side by side: policies, forecasters; "none" where there is one
    int year = 0;
    std::vector<std::optional<double>> quantiles = {};  ///< 5, 25, 50, 75, 95 %; empty: only what was observed
    std::optional<double> observed = {};
};

/// Columns and rows of a figure of the kind `fan`.
void put_fan_rows(nlohmann::ordered_json& figure, std::span<const FanRow> rows);

}  // namespace tarazy
