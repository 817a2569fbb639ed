#pragma once

#include "simulate/discovery/box_stability.hpp"
#include "table/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A row for each input that a box restricts: `box,coverage,density,mass,runs,cases,overlap,input,lower,upper,quasi_p,
/// restricted_share,lower_q05,lower_q95,upper_q05,upper_q95`. A box that restricts none has one row without input.
/// Coverage is the share of all cases, mass of all runs; an end that is not restricted is missing.
[[nodiscard]] Table box_table(const Design& design, const std::vector<DiscoveredBox>& boxes);

/// A row for each step of peeling: `box,step,coverage,density,mass,runs,cases,restricted,chosen,inputs`; `inputs` is
/// the list of those restricted.
[[nodiscard]] Table trajectory_table(const Design& design, const std::vector<DiscoveredBox>& boxes,
                                     const std::vector<bool>& cases);

/// `0.1 to 0.9`.
[[nodiscard]] std::string outcome_range_text(std::span<const double> outcomes);

}  // namespace tarazy
