#include "analyses/write_study/recognise/layout_doubts.hpp"

#include "analyses/write_study/recognise/coverage.hpp"
#include "base/text_lists.hpp"
#include "table/not_states.hpp"
#include "table/state_name_form.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace tarazy {
namespace {

/// Aggregates and territories: what tables of states list beside them.
bool stands_beside_states(const std::string& cell) {
    static const std::set<std::string> known = [] {
        std::set<std::string> names;
        for (const NotState& entry : all_not_states()) {
            names.insert(folded_name(entry.name));
            for (const std::string& code : entry.codes) names.insert(folded_name(code));
            for (const std::string& name : entry.other_names) names.insert(folded_name(name));
        }
        return names;
    }();
    return known.contains(folded_name(cell));
}

/// What `coverage_of` finds by one column alone.
DataCoverage coverage_by(const Table& table, DataLayout one) {
    return coverage_of(table, one);
}

std::string doubted_column(const Table& table, const std::string& wanted) {
    const auto found = std::ranges::find(table.names, column_key(wanted), column_key);
    if (found == table.names.end()) return "";
    const Column& column = table.columns[static_cast<std::size_t>(found - table.names.begin())];
    return column.size() > column.count_missing() ? *found : "";
}

std::string examples_of(const Table& table, const std::string& name) {
    std::vector<std::string> cells;
    const Column& column = table[name];
    for (std::size_t row = 0; row < column.size() && cells.size() < 3; ++row) {
        if (column.missing(row)) continue;
        const std::string cell = column.display(row);
        if (std::ranges::find(cells, cell) == cells.end()) cells.push_back(cell);
    }
    return joined(cells, ", ");
}

}  // namespace

std::vector<std::string> layout_doubts(const Table& table, const DataLayout& layout) {
    std::vector<std::string> doubts;
    for (const std::string& wanted : layout.state_columns) {
        const std::string name = doubted_column(table, wanted);
        if (name.empty()) continue;
        const DataCoverage coverage = coverage_by(table, {.state_columns = {wanted}});
        if (!coverage.states.empty() || std::ranges::any_of(coverage.not_states, stands_beside_states)) continue;
        doubts.push_back("no cell of '" + name + "' means a state (" + examples_of(table, name) + ")");
    }
    if (layout.year_column.empty()) return doubts;
    const std::string name = doubted_column(table, layout.year_column);
    if (name.empty()) return doubts;
    const DataCoverage coverage = coverage_by(table, {.year_column = layout.year_column, .assembly = layout.assembly});
    if (!coverage.years)
        doubts.push_back("no cell of '" + name + "' is a " + (layout.assembly ? "session" : "year") + " (" +
                         examples_of(table, name) + ")");
    return doubts;
}

std::vector<const DataLayout*> layouts_beside(const LayoutSigns& signs, const DataLayout& taken) {
    // Frames of this package are made to be merged.
    if (taken.id.starts_with("peacesciencer")) return {};
    std::set<std::string> known;
    for (const auto* columns : {&taken.columns, &taken.any_of})
        for (const std::string& column : *columns) known.insert(column_key(column));
    std::vector<const DataLayout*> beside;
    for (const DataLayout& layout : data_layouts()) {
        // Few columns, or mostly those of the other, say nothing.
        constexpr std::size_t telling = 3;
        const auto more = std::ranges::count_if(
            layout.columns, [&](const std::string& column) { return !known.contains(column_key(column)); });
        const bool same_kind = !layout.role.empty() && layout.role == taken.role;
        if (&layout == &taken || same_kind || more < static_cast<std::ptrdiff_t>(telling)) continue;
        if (has_signs_of(signs, layout)) beside.push_back(&layout);
    }
    return beside;
}

}  // namespace tarazy
