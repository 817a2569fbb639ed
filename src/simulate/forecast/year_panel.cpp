#include "simulate/forecast/year_panel.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace tarazy {
namespace {

constexpr double panel_hole = std::numeric_limits<double>::quiet_NaN();
constexpr double share_tolerance = 0.01 + 1e-9;  // 0.99 counts, however it is rounded

/// One value on its way into the panel.
struct PanelCell {
    std::string state, series, column;
    std::size_t row = 0;
    std::int64_t year = 0;
    double value = panel_hole;
};

std::string first_usual(const Table& table, const std::string& asked, std::initializer_list<const char*> usual) {
    if (!asked.empty()) {
        (void)require_column(table, asked);
        return asked;
    }
    for (const char* name : usual)
        if (table.find(name)) return name;
    return {};
}

std::vector<std::optional<std::int64_t>> panel_years(const Table& table, const std::string& column,
                                                     Diagnostics& diagnostics) {
    std::vector<std::optional<std::int64_t>> years;
    const std::vector<std::string> texts = require_texts(table, column);
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const std::optional<double> number = parse_real(texts[row]);
        if (number && *number == std::floor(*number) && std::abs(*number) <= 9999) {
            years.emplace_back(static_cast<std::int64_t>(*number));
            continue;
        }
        years.emplace_back();
        diagnostics.add(table.problem(row, column,
                                      texts[row].empty() ? "there is no year" : "'" + texts[row] + "' is no year",
                                      "give a whole number from -9999 to 9999; for other steps number the rows"));
    }
    return years;
}

/// Numbers of a column; what is none is a problem.
std::vector<double> panel_numbers(const Table& table, const std::string& column, Diagnostics& diagnostics) {
    try {
        return require_reals(table, column);
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) diagnostics.add(problem);
        return std::vector<double>(table.rows(), panel_hole);
    }
}

struct PanelLayout {
    std::string state, series, year, value;  ///< series and value empty: wide
    std::vector<std::string> wide = {};
};

PanelLayout panel_layout(const Table& table, const PanelColumns& columns) {
    PanelLayout layout;
    layout.state = first_usual(table, columns.state, {"state"});
    layout.year = first_usual(table, columns.year, {"year", "t", "time"});
    if (layout.year.empty())
        throw InputError(
            Problem{table.origin.path, 1, 0, "there is no column of years", "name it `year`, or say which one it is"});
    layout.series = first_usual(table, columns.series, {"series", "pole", "poles", "indicator"});
    layout.value = first_usual(table, columns.value, {"value", "y", "share"});
    if (!layout.value.empty() && (!layout.series.empty() || !columns.value.empty())) return layout;
    layout.value.clear();
    layout.series.clear();
    for (const std::string& name : table.names)
        if (name != layout.state && name != layout.year && table[name].type() != ColumnType::text)
            layout.wide.push_back(name);
    if (!columns.chosen.empty()) {
        require_columns(table, columns.chosen);
        layout.wide = columns.chosen;
    }
    if (layout.wide.empty())
        throw InputError(Problem{table.origin.path, 1, 0, "there is no column of numbers beside the year",
                                 "give `state,series,year,value`, or a column a series"});
    return layout;
}

std::vector<PanelCell> panel_cells(const Table& table, const PanelLayout& layout, Diagnostics& diagnostics) {
    const std::vector<std::optional<std::int64_t>> years = panel_years(table, layout.year, diagnostics);
    std::vector<std::string> states(table.rows()), names(table.rows(), layout.value);
    if (!layout.state.empty()) states = require_texts(table, layout.state);
    if (!layout.series.empty()) names = require_texts(table, layout.series);
    std::vector<PanelCell> cells;
    for (const std::string& column : layout.value.empty() ? layout.wide : std::vector{layout.value}) {
        const std::vector<double> values = panel_numbers(table, column, diagnostics);
        for (std::size_t row = 0; row < values.size(); ++row)
            if (years[row])
                cells.push_back(
                    {states[row], layout.value.empty() ? column : names[row], column, row, *years[row], values[row]});
    }
    return cells;
}

std::vector<std::string> panel_series(const std::vector<PanelCell>& cells, const PanelLayout& layout,
                                      const PanelColumns& columns, const std::string& path) {
    if (layout.value.empty()) return layout.wide;
    std::set<std::string> known;
    for (const PanelCell& cell : cells) known.insert(cell.series);
    const std::vector<std::string> all(known.begin(), known.end());
    for (const std::string& name : columns.chosen)
        if (!known.contains(name))
            throw InputError(Problem{path, 0, 0, "there is no series '" + name + "'", name_hint(name, all)});
    return columns.chosen.empty() ? all : columns.chosen;
}

std::string state_and_year(const YearPanel& panel, std::size_t state, std::int64_t year) {
    return (panel.states[state].empty() ? "" : panel.states[state] + ", ") + std::to_string(year);
}

struct ScaleCounts {
    std::size_t partial = 0, rescaled = 0;
};

/// Parts of a whole in one year: as they should be, or a problem.
void fit_shares(YearPanel& panel, std::size_t state, std::int64_t year, const std::string& path, ScaleCounts& counts,
                Diagnostics& diagnostics) {
    const std::span<double> parts = panel.at(state, year);
    const auto missing = std::ranges::count_if(parts, [](double part) { return std::isnan(part); });
    if (missing > 0) {
        if (missing < static_cast<std::ptrdiff_t>(parts.size())) ++counts.partial;
        std::ranges::fill(parts, panel_hole);
        return;
    }
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    if (std::ranges::any_of(parts, [](double part) { return part < 0; }) || std::abs(sum - 1) > share_tolerance) {
        diagnostics.add({path, 0, 0,
                         state_and_year(panel, state, year) + ": the series sum to " + number_text(sum) +
                             (std::ranges::min(parts) < 0 ? " and one is negative" : "") + "; shares sum to 1",
                         "give all parts, or forecast each series by itself (--scale free)"});
        return;
    }
    if (sum == 1) return;
    if (std::abs(sum - 1) > 1e-9) ++counts.rescaled;
    for (double& part : parts) part /= sum;
}

void fit_bounds(const YearPanel& panel, std::size_t state, std::int64_t year, const ValueScale& scale,
                const std::string& path, Diagnostics& diagnostics) {
    const std::span<const double> values = panel.at(state, year);
    for (std::size_t s = 0; s < values.size(); ++s)
        if (values[s] < scale.lower || values[s] > scale.upper)
            diagnostics.add({path, 0, 0,
                             state_and_year(panel, state, year) + ": " + panel.series[s] + " is " +
                                 number_text(values[s]) + ", outside of " + number_text(scale.lower) + " to " +
                                 number_text(scale.upper),
                             "correct it or the bounds"});
}

}  // namespace

YearPanel panel_between(const YearPanel& panel, std::int64_t first, std::int64_t last) {
    YearPanel part{panel.states, panel.series, first, static_cast<std::size_t>(last - first + 1), {}};
    part.values.assign(part.states.size() * part.years * part.series.size(), panel_hole);
    for (std::size_t state = 0; state < panel.states.size(); ++state)
        for (std::int64_t year = std::max(first, panel.first_year); year <= std::min(last, panel.last_year()); ++year)
            std::ranges::copy(panel.at(state, year), part.at(state, year).begin());
    return part;
}

YearPanel read_year_panel(const Table& table, const PanelColumns& columns) {
    if (table.rows() == 0)
        throw InputError(Problem{table.origin.path, 0, 0, "there are no rows", "give at least one year"});
    Diagnostics diagnostics;
    const PanelLayout layout = panel_layout(table, columns);
    const std::vector<PanelCell> cells = panel_cells(table, layout, diagnostics);
    diagnostics.throw_if_any();
    YearPanel panel;
    panel.series = panel_series(cells, layout, columns, table.origin.path);
    std::map<std::string, std::size_t> states, series;
    for (const PanelCell& cell : cells) states.emplace(cell.state, 0);
    for (auto& [name, place] : states) {
        place = panel.states.size();
        panel.states.push_back(name);
    }
    for (std::size_t s = 0; s < panel.series.size(); ++s) series.emplace(panel.series[s], s);
    const auto [least, most] = std::ranges::minmax(cells, {}, &PanelCell::year);
    panel.first_year = least.year;
    panel.years = static_cast<std::size_t>(most.year - least.year + 1);
    if (panel.states.size() * panel.series.size() > (std::size_t{1} << 28) / panel.years)
        throw LimitError(table.origin.path + ": " + std::to_string(panel.states.size()) + " states, " +
                         std::to_string(panel.series.size()) + " series and " + std::to_string(panel.years) +
                         " years are more than 2^28 values");
    panel.values.assign(panel.states.size() * panel.years * panel.series.size(), panel_hole);
    std::vector<bool> seen(panel.values.size());
    bool any = false;
    for (const PanelCell& cell : cells) {
        const auto found = series.find(cell.series);
        if (found == series.end()) continue;
        double& place = panel.at(states[cell.state], cell.year)[found->second];
        const auto at = static_cast<std::size_t>(&place - panel.values.data());
        if (seen[at])
            diagnostics.add(table.problem(
                cell.row, cell.column,
                state_and_year(panel, states[cell.state], cell.year) + ": " + cell.series + " stands twice",
                "keep one value a state, series and year"));
        seen[at] = true;
        place = cell.value;
        any = any || !std::isnan(cell.value);
    }
    if (!any && diagnostics.empty())
        diagnostics.add({table.origin.path, 0, 0, "every value is missing", "give at least one"});
    diagnostics.throw_if_any();
    return panel;
}

bool sums_to_one(const YearPanel& panel) {
    bool any = false;
    for (std::size_t state = 0; state < panel.states.size() && panel.series.size() > 1; ++state) {
        for (std::int64_t year = panel.first_year; year <= panel.last_year(); ++year) {
            const std::span<const double> parts = panel.at(state, year);
            const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
            if (std::isnan(sum)) continue;
            if (std::abs(sum - 1) > share_tolerance || std::ranges::min(parts) < 0) return false;
            any = true;
        }
    }
    return any;
}

ValueScale value_scale(const YearPanel& panel, const std::string& name, const std::string& bounds) {
    static const std::vector<std::string> names = {"auto", "free", "shares", "bounded"};
    const std::size_t chosen = check_one_of(name, names, "--scale");
    if (chosen != 3 && !bounds.empty()) refuse_argument("--bounds", bounds, "give it with --scale bounded");
    if (chosen == 0) return {sums_to_one(panel) ? ValueScale::Kind::shares : ValueScale::Kind::free};
    if (chosen != 3) return {chosen == 1 ? ValueScale::Kind::free : ValueScale::Kind::shares};
    const std::vector<std::string> ends = split(bounds, ',');
    if (ends.size() != 2) refuse_argument("--bounds", bounds, "give two numbers: 0,100");
    const ValueScale scale{ValueScale::Kind::bounded, number_argument(trimmed(ends[0]), "--bounds"),
                           number_argument(trimmed(ends[1]), "--bounds")};
    if (!(scale.lower < scale.upper)) refuse_argument("--bounds", bounds, "give the lower one first");
    return scale;
}

std::vector<std::string> fit_to_scale(YearPanel& panel, const ValueScale& scale, const std::string& path) {
    std::vector<std::string> notes;
    if (scale.kind == ValueScale::Kind::free) return notes;
    if (scale.kind == ValueScale::Kind::bounded &&
        !(scale.lower < scale.upper && std::isfinite(scale.lower) && std::isfinite(scale.upper)))
        refuse_argument("--bounds", number_text(scale.lower) + "," + number_text(scale.upper),
                        "give two numbers, the lower first");
    if (scale.kind == ValueScale::Kind::shares && panel.series.size() < 2)
        throw InputError(Problem{path, 0, 0, "there is one series; shares have two or more parts",
                                 "give all parts, or forecast it by itself (--scale free)"});
    Diagnostics diagnostics;
    ScaleCounts counts;
    for (std::size_t state = 0; state < panel.states.size(); ++state) {
        for (std::int64_t year = panel.first_year; year <= panel.last_year(); ++year) {
            if (scale.kind == ValueScale::Kind::shares)
                fit_shares(panel, state, year, path, counts, diagnostics);
            else
                fit_bounds(panel, state, year, scale, path, diagnostics);
        }
    }
    diagnostics.throw_if_any();
    if (counts.partial > 0)
        notes.push_back(std::to_string(counts.partial) +
                        " years of a state have some of the shares and not all: they count as missing");
    if (counts.rescaled > 0)
        notes.push_back(std::to_string(counts.rescaled) +
                        " years of a state have shares that sum to 1 but for rounding: they were divided by their sum");
    return notes;
}

}  // namespace tarazy
