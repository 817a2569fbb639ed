#include "analyses/align/indicator_flows.hpp"

#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

namespace tarazy {

Table indicator_flows(const Table& indicators, const std::string& prefix, std::optional<double> error_factor) {
    require_columns(indicators, std::vector<std::string>{"state", "year", "indicator", "value"});
    const std::vector<std::string> names = require_texts(indicators, "indicator");
    std::vector<std::size_t> rows;
    std::vector<std::string> poles;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (!names[row].starts_with(prefix) || names[row].size() == prefix.size()) continue;
        rows.push_back(row);
        poles.push_back(names[row].substr(prefix.size()));
    }
    if (rows.empty()) {
        throw InputError(Problem{indicators.origin.path, 0, 0, "no indicator begins with '" + prefix + "'",
                                 "name the beginning that stands before the pole, such as \"imports_from_\""});
    }
    Table flows = take_rows(indicators, rows);
    flows.add("pole", Column(std::span<const std::string>(poles)));
    if (!error_factor) return flows;
    const std::vector<double> values = require_reals(flows, "value");
    TableRows bounds(RealColumn{"lower"}, RealColumn{"upper"});
    for (const double value : values) {
        if (value > 0) {
            bounds.add(value / *error_factor, value * *error_factor);
        } else {
            bounds.add(std::nullopt, std::nullopt);
        }
    }
    add_columns(flows, bounds.table());
    return flows;
}

}  // namespace tarazy
