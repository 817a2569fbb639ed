#include "simulate/hedge/hedge_panel.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace tarazy {
namespace {

constexpr double not_observed = std::numeric_limits<double>::quiet_NaN();
/// Printed shares are rounded; more is a fault.
constexpr double most_share_slip = 0.01;
const std::string autonomy_name = "autonomy", share_prefix = "share_";

/// A number of one pole in one row: of its share, or of a driver.
struct HedgeColumn {
    std::string column, pole;
    std::optional<std::size_t> driver = {};  ///< nothing for the share
};

struct HedgeLayout {
    bool is_long = false;
    std::vector<std::string> poles;
    bool has_autonomy = false;
    std::vector<HedgeColumn> columns;  ///< of a long table without poles
};

Problem about_columns(const Table& table, std::string what, std::string remedy) {
    return {table.origin.path, 1, 0, std::move(what), std::move(remedy)};
}

HedgeLayout wide_layout(const Table& table, Diagnostics& diagnostics) {
    HedgeLayout layout;
    for (const std::string& name : table.names) {
        if (!name.starts_with(share_prefix)) continue;
        const std::string pole = name.substr(share_prefix.size());
        layout.columns.push_back({name, pole});
        if (pole == autonomy_name)
            layout.has_autonomy = true;
        else
            layout.poles.push_back(pole);
    }
    for (std::size_t d = 0; d < hedge_drivers; ++d) {
        const std::string prefix = std::string(hedge_parameters()[d].name) + "_";
        std::size_t found = 0;
        for (const std::string& name : table.names) {
            if (!name.starts_with(prefix)) continue;
            const std::string pole = name.substr(prefix.size());
            if (std::ranges::find(layout.poles, pole) == layout.poles.end())
                diagnostics.add(about_columns(table,
                                              "column '" + name + "': there is no share of a pole '" + pole + "'",
                                              name_hint(pole, layout.poles)));
            layout.columns.push_back({name, pole, d});
            ++found;
        }
        if (found == 0 || found == layout.poles.size()) continue;
        for (const std::string& pole : layout.poles)
            if (!table.find(prefix + pole))
                diagnostics.add(about_columns(table, "there is no column '" + prefix + pole + "'",
                                              "give the driver for every pole, or for none"));
    }
    return layout;
}

HedgeLayout long_layout(const Table& table) {
    HedgeLayout layout;
    layout.is_long = true;
    for (const std::string& pole : require_texts(table, "pole")) {
        if (pole == autonomy_name)
            layout.has_autonomy = true;
        else if (std::ranges::find(layout.poles, pole) == layout.poles.end())
            layout.poles.push_back(pole);
    }
    layout.columns.push_back({"share", ""});
    for (std::size_t d = 0; d < hedge_drivers; ++d) {
        const std::string name(hedge_parameters()[d].name);
        if (table.find(name)) layout.columns.push_back({name, "", d});
    }
    return layout;
}

/// Puts the cells of a table where they belong and remembers what is wrong.
class HedgePanelReader {
public:
    explicit HedgePanelReader(const Table& table) : table_(table) {
        if (table.rows() == 0)
            throw InputError(Problem{table.origin.path, 0, 0, "there are no rows", "give at least one year"});
        const std::vector<std::string> keys = {"state", "year"};
        require_columns(table, keys);
    }

    HedgePanel read() {
        layout_ = table_.find("pole") && table_.find("share") ? long_layout(table_) : wide_layout(table_, diagnostics_);
        if (layout_.poles.size() < 2 || layout_.poles.size() + 1 > most_profile_shares)
            diagnostics_.add(about_columns(
                table_, "there are shares of " + std::to_string(layout_.poles.size()) + " poles",
                "give a column `share_<pole>` for each of two to eight poles, or rows `state,year,pole,share`"));
        diagnostics_.throw_if_any();
        read_keys();
        prepare();
        for (const HedgeColumn& column : layout_.columns) read_column(column);
        diagnostics_.throw_if_any();
        settle_profiles();
        diagnostics_.throw_if_any();
        return std::move(panel_);
    }

private:
    void read_keys() {
        states_ = require_texts(table_, "state");
        const std::vector<std::string> texts = require_texts(table_, "year");
        for (std::size_t row = 0; row < texts.size(); ++row) {
            const std::optional<double> number = parse_real(texts[row]);
            const bool good = number && *number == std::floor(*number) && std::abs(*number) <= 9999;
            if (!good)
                diagnostics_.add(table_.problem(
                    row, "year", texts[row].empty() ? "there is no year" : "'" + texts[row] + "' is no year",
                    "give a whole number"));
            if (states_[row].empty())
                diagnostics_.add(table_.problem(row, "state", "there is no state", "name the state of each row"));
            years_.push_back(good ? static_cast<std::int64_t>(*number) : 0);
        }
        diagnostics_.throw_if_any();
    }

    void prepare() {
        panel_.poles = layout_.poles;
        panel_.has_autonomy = layout_.has_autonomy;
        const std::set<std::string> names(states_.begin(), states_.end());
        YearPanel& shares = panel_.shares;
        shares.states.assign(names.begin(), names.end());
        const auto [first, last] = std::ranges::minmax(years_);
        shares.first_year = first;
        shares.years = static_cast<std::size_t>(last - first + 1);
        panel_.drivers = shares;
        shares.series = layout_.poles;
        if (layout_.has_autonomy) shares.series.push_back(autonomy_name);
        for (std::size_t d = 0; d < hedge_drivers; ++d)
            for (const std::string& pole : layout_.poles)
                panel_.drivers.series.push_back(std::string(hedge_parameters()[d].name) + "_" + pole);
        for (YearPanel* panel : {&panel_.shares, &panel_.drivers})
            panel->values.assign(panel->states.size() * panel->years * panel->series.size(), not_observed);
        rows_.assign(shares.states.size() * shares.years, table_.rows());
    }

    [[nodiscard]] std::size_t state_of(std::size_t row) const {
        const auto& names = panel_.shares.states;
        return static_cast<std::size_t>(std::ranges::lower_bound(names, states_[row]) - names.begin());
    }

    /// Where a number goes; nothing where it must not be. @param pole  of the row, in a long table
    double* place_of(const HedgeColumn& column, const std::string& pole, std::size_t row, bool given) {
        if (pole == autonomy_name) {
            if (!column.driver) return &panel_.shares.at(state_of(row), years_[row])[panel_.poles.size()];
            if (given)
                diagnostics_.add(table_.problem(row, column.column, "autonomy has no " + column.column,
                                                "leave the cell empty: drivers are of poles"));
            return nullptr;
        }
        const auto p = static_cast<std::size_t>(std::ranges::find(panel_.poles, pole) - panel_.poles.begin());
        return column.driver ? &panel_.drivers.at(state_of(row), years_[row])[*column.driver * panel_.poles.size() + p]
                             : &panel_.shares.at(state_of(row), years_[row])[p];
    }

    void read_column(const HedgeColumn& column) {
        std::vector<double> values;
        try {
            values = require_reals(table_, column.column);
        } catch (const InputError& error) {
            for (const Problem& problem : error.problems()) diagnostics_.add(problem);
            return;
        }
        const std::vector<std::string> poles =
            layout_.is_long ? require_texts(table_, "pole") : std::vector<std::string>(table_.rows(), column.pole);
        std::set<std::pair<std::size_t, std::size_t>> seen;  // cells of the panel, by state-year and pole
        for (std::size_t row = 0; row < values.size(); ++row) {
            double* const place = place_of(column, poles[row], row, !std::isnan(values[row]));
            if (place == nullptr) continue;
            const std::size_t at =
                state_of(row) * panel_.shares.years + static_cast<std::size_t>(years_[row] - panel_.shares.first_year);
            const std::size_t pole =
                static_cast<std::size_t>(std::ranges::find(panel_.poles, poles[row]) - panel_.poles.begin());
            if (!seen.insert({at, pole}).second && !column.driver) {
                const bool told = !layout_.is_long && &column != &layout_.columns.front();
                if (!told)
                    diagnostics_.add(table_.problem(
                        row, "state",
                        states_[row] + ", " + std::to_string(years_[row]) +
                            (layout_.is_long ? ", " + poles[row] : std::string()) + " stands twice",
                        layout_.is_long ? "keep one row a state, year and pole" : "keep one row a state and year"));
            }
            rows_[at] = std::min(rows_[at], row);
            *place = values[row];
            if (column.driver && !std::isnan(values[row])) panel_.has_driver[*column.driver] = true;
            if (!column.driver && values[row] < 0)
                diagnostics_.add(table_.problem(row, column.column, "the share is " + number_text(values[row]),
                                                "give a number from 0 to 1"));
        }
    }

    /// Profiles that are whole and sum to 1, or a year without one.
    void settle_profiles() {
        std::size_t partial = 0, rescaled = 0, observed = 0;
        YearPanel& shares = panel_.shares;
        for (std::size_t s = 0; s < shares.states.size(); ++s) {
            for (std::int64_t year = shares.first_year; year <= shares.last_year(); ++year) {
                const std::span<double> profile = shares.at(s, year);
                double sum = 0;
                const auto missing = std::ranges::count_if(profile, [](double share) { return std::isnan(share); });
                if (missing > 0) {
                    if (missing < static_cast<std::ptrdiff_t>(profile.size())) ++partial;
                    std::ranges::fill(profile, not_observed);
                    continue;
                }
                for (const double share : profile) sum += share;
                if (std::abs(sum - 1) > most_share_slip + 1e-9) {
                    const std::size_t row =
                        rows_[s * shares.years + static_cast<std::size_t>(year - shares.first_year)];
                    diagnostics_.add(table_.problem(
                        row, "year",
                        shares.states[s] + ", " + std::to_string(year) + ": the shares sum to " + number_text(sum),
                        "give shares that sum to 1, autonomy (if any) among them"));
                    continue;
                }
                ++observed;
                if (std::abs(sum - 1) > 1e-9) ++rescaled;
                for (double& share : profile) share /= sum;
            }
        }
        if (observed == 0)
            diagnostics_.add(
                {table_.origin.path, 0, 0, "no year has a whole profile", "give all shares of some years"});
        if (partial > 0)
            panel_.notes.push_back(std::to_string(partial) +
                                   " years of a state have some of the shares and not all: they count as missing");
        if (rescaled > 0)
            panel_.notes.push_back(std::to_string(rescaled) +
                                   " profiles sum to 1 but for rounding: divided by their sum");
        if (!panel_.has_autonomy)
            panel_.notes.emplace_back("there is no share of autonomy: profiles are of poles alone");
    }

    const Table& table_;
    Diagnostics diagnostics_;
    HedgeLayout layout_;
    std::vector<std::string> states_;
    std::vector<std::int64_t> years_;
    std::vector<std::size_t> rows_;  ///< first row of each state and year
    HedgePanel panel_;
};

}  // namespace

HedgePanel read_hedge_panel(const Table& table) {
    return HedgePanelReader(table).read();
}

void add_neighbours(HedgePanel& panel, const Table& table) {
    const std::vector<std::string> keys = {"state", "neighbour"};
    require_columns(table, keys);
    const std::vector<std::string> states = require_texts(table, "state"), others = require_texts(table, "neighbour");
    const std::vector<double> weights =
        table.find("weight") ? require_reals(table, "weight") : std::vector<double>(table.rows(), 1.0);
    const std::vector<std::string>& names = panel.shares.states;
    const auto place_of = [&](const std::string& name) {
        const auto found = std::ranges::lower_bound(names, name);
        return found != names.end() && *found == name ? std::optional(static_cast<std::size_t>(found - names.begin()))
                                                      : std::nullopt;
    };
    Diagnostics diagnostics;
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::string> strangers;
    panel.neighbours.assign(names.size(), {});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!(weights[row] > 0))
            diagnostics.add(table.problem(row, "weight", "the weight is not positive", "give a number above 0"));
        if (!seen.insert({states[row], others[row]}).second)
            diagnostics.add(table.problem(row, "neighbour", "the pair stands twice", "keep one row a pair"));
        if (states[row] == others[row])
            diagnostics.add(table.problem(row, "neighbour", "a state is its own neighbour", "drop the row"));
        const std::optional<std::size_t> state = place_of(states[row]), other = place_of(others[row]);
        if (!state) strangers.insert(states[row]);
        if (!other) strangers.insert(others[row]);
        if (state && other) panel.neighbours[*state].push_back({*other, weights[row]});
    }
    if (std::ranges::all_of(panel.neighbours, [](const auto& all) { return all.empty(); }))
        diagnostics.add({table.origin.path, 0, 0, "no state of the panel has a neighbour in it",
                         "call the states as the panel does"});
    diagnostics.throw_if_any();
    for (auto& all : panel.neighbours) {
        double sum = 0;
        for (const WeightedNeighbour& neighbour : all) sum += neighbour.weight;
        for (WeightedNeighbour& neighbour : all) neighbour.weight /= sum;
    }
    if (!strangers.empty())
        panel.notes.push_back("neighbours that are not in the panel were left out: " +
                              first_few(std::vector<std::string>(strangers.begin(), strangers.end()), 8));
}

void add_all_as_neighbours(HedgePanel& panel) {
    const std::size_t states = panel.shares.states.size();
    panel.neighbours.assign(states, {});
    for (std::size_t i = 0; i < states; ++i)
        for (std::size_t j = 0; j < states; ++j)
            if (i != j) panel.neighbours[i].push_back({j, 1 / static_cast<double>(states - 1)});
}

}  // namespace tarazy
