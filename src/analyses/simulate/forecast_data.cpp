#include "analyses/simulate/forecast_data.hpp"

#include "analyses/simulate/panel_rows.hpp"
#include "base/text_lists.hpp"
#include "io/text_lines.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// The mean over the draws of each state, series and year, where the table has draws.
Table mean_of_draws(const Table& table, const std::string& series, const std::string& value) {
    if (!table.find("draw") || !table.find("year")) return table;
    std::map<std::vector<std::string>, std::pair<double, std::size_t>> sums;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::optional<double> number = number_in(table, value, row);
        if (!number) continue;
        auto& [sum, count] = sums[{text_in(table, series, row), text_in(table, "year", row)}];
        sum += *number;
        ++count;
    }
    std::vector<std::string> names, years;
    std::vector<double> means;
    for (const auto& [key, sum] : sums) {
        names.push_back(key[0]);
        years.push_back(key[1]);
        means.push_back(sum.first / static_cast<double>(sum.second));
    }
    Table result;
    result.origin.path = table.origin.path;
    result.add("series", Column(names));
    result.add("year", Column(years));
    result.add("value", Column(std::move(means)));
    return result;
}

std::string usual_column(const Table& table, const std::string& named, std::initializer_list<const char*> usual) {
    if (!named.empty()) return named;
    for (const char* name : usual)
        if (table.find(name)) return name;
    return {};
}

}  // namespace

std::vector<ParameterRule> panel_rules() {
    const auto text = [](const char* name, const char* meaning, std::optional<std::string> standard = {},
                         std::vector<std::string> choices = {}) {
        return ParameterRule{name, ParameterKind::text, std::move(standard), 0, 0, std::move(choices), meaning};
    };
    return {text("series", "column that names the series; by default series, pole, poles, indicator"),
            text("value", "column of values; by default value, y, share"),
            text("domain", "only rows with this value in the column domain"),
            text("quantity", "only rows with this value in the column quantity"),
            {"years", ParameterKind::span, std::nullopt, 1816, 2100, {}, "years known; by default the study's"},
            text("scale", "what the values are", "auto", {"auto", "free", "shares", "bounded"}),
            text("bounds", "of the scale bounded: 0,100", ""),
            text("forecasters", "persistence, drift, ar1, recent (default: all)", ""),
            text("model", "the forecast that is shown; the others are benchmarks", "persistence",
                 {"persistence", "drift", "ar1", "recent"}),
            {"recent_years", ParameterKind::integer, "10", 3, 1000, {}, "years that recent draws from"}};
}

Table panel_series(const AnalysisPlan& plan, const Table& series) {
    Table table = rows_of_kind(series, "domain", panel_parameter(plan, "domain"));
    table = rows_of_kind(table, "quantity", panel_parameter(plan, "quantity"));
    if (table.find("state") && !plan.frame.focus.empty()) {
        const std::vector<std::string> states = require_texts(table, "state");
        table = rows_kept(table, [&](std::size_t row) { return states[row] == plan.frame.focus; });
    }
    return rows_of_years(plan, table);
}

std::optional<StudyPanel> study_panel(const AnalysisPlan& plan, const RoleTables& data) {
    Table table = panel_series(plan, *data.at("series"));
    PanelColumns columns;
    columns.series = usual_column(table, panel_parameter(plan, "series"), {"series", "pole", "poles", "indicator"});
    columns.value = usual_column(table, panel_parameter(plan, "value"), {"value", "y", "share", "closeness"});
    StudyPanel result;
    if (!columns.value.empty() && table.find("draw")) {
        table = mean_of_draws(table, columns.series, columns.value);
        columns.series = "series";
        columns.value = "value";
        result.notes.push_back("the series are given as draws: their means are forecast");
    }
    const std::string value = columns.value.empty() ? std::string() : columns.value;
    const bool any = value.empty() ? table.rows() > 0
                                   : table.rows() > 0 && require_column(table, value).count_missing() < table.rows();
    if (!any) return std::nullopt;
    result.panel = read_year_panel(table, columns);
    result.scale = value_scale(result.panel, plan.parameters.get<std::string>("scale"),
                               plan.parameters.get<std::string>("bounds"));
    for (std::string& note : fit_to_scale(result.panel, result.scale, table.origin.path))
        result.notes.push_back(std::move(note));
    std::vector<std::string> names = listed(plan.parameters.get<std::string>("forecasters"), ',');
    if (!names.empty()) names.push_back(plan.parameters.get<std::string>("model"));
    result.forecasters = forecasters_named(
        naive_forecasters({result.scale, static_cast<std::size_t>(plan.parameters.get<std::int64_t>("recent_years"))}),
        names);
    return result;
}

std::optional<SealRead> study_seal(const AnalysisPlan& plan, const RoleTables& data) {
    const auto found = data.find("sealed_forecast");
    if (found == data.end() || found->second == nullptr || found->second->rows() == 0) return std::nullopt;
    const AnalysisInput* input = plan.input("sealed_forecast");
    const std::string path = input == nullptr || input->files.empty() ? "sealed forecast" : input->files.front();
    return read_seal(text_of_lines(*found->second), path);
}

}  // namespace tarazy
