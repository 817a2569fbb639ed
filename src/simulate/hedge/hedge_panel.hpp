#pragma once

#include "simulate/forecast/year_panel.hpp"
#include "simulate/hedge/hedge_terms.hpp"
#include "simulate/hedge/neighbour_equilibrium.hpp"
#include "table/table.hpp"

#include <array>
#include <string>
#include <vector>

namespace tarazy {

/// What was observed of some states: profiles of alignment, and what poles did, by year.
struct HedgePanel {
    std::vector<std::string> poles;
    bool has_autonomy = false;
    YearPanel shares;   ///< series: the poles, then "autonomy" where there is any; a year without a profile is NaN
    YearPanel drivers;  ///< the same states and years; series: drivers x poles ("trade_RU"); NaN where not known
    std::array<bool, hedge_drivers> has_driver = {};
    std::vector<std::vector<WeightedNeighbour>> neighbours = {};  ///< of each state; empty without any
    std::vector<std::string> notes = {};                          ///< what was left out, a sentence each

    [[nodiscard]] std::size_t share_count() const noexcept { return poles.size() + (has_autonomy ? 1 : 0); }
};

/// Reads a panel, wide or long:
///
///     state,year,share_RU,share_CN,share_autonomy,trade_RU,trade_CN,...   a row a state and year
///     state,year,pole,share,trade,finance,assurance,coercion,influence    a row a pole; pole "autonomy" has a share
///     only
///
/// Poles are in the order of the columns (of first appearance). A year in which a share is missing has no profile: it
/// is told, and nothing is interpolated. Shares whose sum is within 0.01 of 1 are divided by it. O(rows log rows).
/// @throws InputError with all problems: no shares of two poles, a driver of some poles only, a state and year twice, a
/// negative share, a sum that is not 1, a year that is none
[[nodiscard]] HedgePanel read_hedge_panel(const Table& table);

/// Reads who is whose neighbour: `state,neighbour`, and `weight` where they count differently.
/// @throws InputError for a weight that is not positive, a pair twice, or when no state of the panel has a neighbour in
/// it; names that are not in the panel are told in its notes
void add_neighbours(HedgePanel& panel, const Table& table);
/// All states of the panel are neighbours of each other.
void add_all_as_neighbours(HedgePanel& panel);

}  // namespace tarazy
