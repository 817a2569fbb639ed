#include "analyses/simulate/alignment_panel.hpp"

#include "analyses/simulate/panel_rows.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

/// Names of columns as results of other methods have them, in the words of a panel.
void rename_result_columns(Table& table) {
    const auto rename = [&table](const char* from, const char* to) {
        if (table.find(to)) return;
        const auto found = std::ranges::find(table.names, from);
        if (found != table.names.end()) *found = to;
    };
    rename("poles", "pole");
    if (table.find("pole")) rename("value", "share");
}

Table sorted_by_pole(const Table& table) {
    const std::vector<std::string> poles = require_texts(table, "pole");
    std::vector<std::size_t> rows(table.rows());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::stable_sort(rows, {}, [&poles](std::size_t row) { return poles[row]; });
    return take_rows(table, rows);
}

}  // namespace

std::vector<ParameterRule> alignment_rules() {
    return {
        {"domain", ParameterKind::text, std::nullopt, 0, 0, {}, "only rows with this value in the column domain"},
        {"quantity", ParameterKind::text, "share", 0, 0, {}, "only rows with this value in a column quantity"},
        {"years", ParameterKind::span, std::nullopt, 1816, 2100, {}, "years known; by default the study's"},
        {"neighbours",
         ParameterKind::text,
         "none",
         0,
         0,
         {"none", "all"},
         "who is whose: nobody, or each of every other"},
    };
}

std::optional<HedgePanel> alignment_panel(const AnalysisPlan& plan, const RoleTables& data) {
    const Table& whole = *data.at("alignment");
    if (whole.rows() == 0) return std::nullopt;
    Table table = rows_of_kind(whole, "domain", panel_parameter(plan, "domain"));
    if (table.find("quantity")) table = rows_of_kind(table, "quantity", panel_parameter(plan, "quantity"));
    table = rows_of_years(plan, table);
    if (table.rows() == 0) return std::nullopt;
    rename_result_columns(table);
    if (table.find("pole")) table = sorted_by_pole(table);
    HedgePanel panel = read_hedge_panel(table);
    if (plan.parameters.get<std::string>("neighbours") == "all" && panel.shares.states.size() > 1)
        add_all_as_neighbours(panel);
    return panel;
}

}  // namespace tarazy
