#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `align.shares`: how near the focus and comparison states are to each pole, and which share of their closeness each
/// pole has, from votes or from alliance ties. Tables: one row a state, year and pole; `summary` by window of years.
///
/// Claims of the focus state: `<analysis>.<closeness|share|p_nearest>.<pole>.<year>` and
/// `<analysis>.<quantity>[.<poles>].<window>` (mean_share, difference, trend, evenness, years_nearest). Of the
/// comparison states: `<analysis>.state.<state>.<quantity>[.<poles>].<window>`.
[[nodiscard]] Method shares_method();

}  // namespace tarazy
