#pragma once

#include "align/balance/balance.hpp"
#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Parameter `keep_draws`: how many joint draws of closeness an analysis keeps for others to go on with (0 to 1000,
/// none by default). What is computed from the draws one by one knows how uncertain the series is; what is computed
/// from its means does not.
[[nodiscard]] ParameterRule keep_draws_rule();

/// `state,year,pole,draw,closeness`: of each state-year `kept` of the draws, evenly spread over those there are (all of
/// them when they are fewer), the same for all so that a draw is one joint picture; rounded to five decimals, far below
/// their spread. Rows in the order of the series, then pole, then draw. O(rows).
[[nodiscard]] Table kept_draws(const DomainSeries& series, const std::vector<std::string>& poles, std::size_t kept);

}  // namespace tarazy
