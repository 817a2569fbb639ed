#include "cli/trace/series_option.hpp"

#include "base/error.hpp"
#include "table/state_reference.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <span>
#include <utility>

namespace tarazy {
namespace {

std::pair<std::string, std::string> series_named(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw UsageError("--series is '" + text + "'; write COLUMN=NAME, as in indicator=gdp_growth_pct");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

Table with_units_as_asked(Session& session, Table table, const std::string& unit,
                          const std::vector<std::string>& asked) {
    if (!table.find(unit)) return table;  // who reads it says what is lacking
    std::vector<std::string> notes;
    const std::vector<std::string> units = states_as_asked(table, unit, asked, notes);
    if (notes.empty()) return table;
    for (std::string& each : notes) note(session, table.origin.path + ": " + each);
    table.columns[*table.find(unit)] = Column(std::span<const std::string>(units));
    return table;
}

Table rows_of_series_option(Session& session, Table table, const std::vector<std::string>& series) {
    for (const std::string& one : series) {
        const auto [column, name] = series_named(one);
        table = rows_of_series(with_units_as_asked(session, std::move(table), column, {name}), column, name);
    }
    return table;
}

}  // namespace tarazy
