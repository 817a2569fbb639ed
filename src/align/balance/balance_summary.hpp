#pragma once

#include "align/balance/balance.hpp"
#include "align/balance/shares.hpp"
#include "table/table.hpp"

#include <vector>

namespace tarazy {

/// Balance over windows of years, a row each; columns as of `WindowSummary`. Figures of a draw are averaged over the
/// years before quantiles are taken, so that what moves together in a draw stays together.
///
/// Of each domain, over the years in which all its poles are known, and of all domains together (`overall_domain`),
/// over the years in which none of positive weight is lacking, since years with different domains do not compare:
/// mean_share    a pole: mean of its share
/// evenness      mean evenness (Pielou 1966)
/// years_closer  a pair: number of years in which the first pole is nearer than the second; equally near counts half
/// tension       mean distance among the poles, of domains that give it
/// Overall also h_total, h_within, h_between (means of the hedge decomposition), and the number of years that bear a
/// label in `balance`: years_equidistant, years_specialised, years_aligned (a pole). `value` is the median over the
/// draws; labels have none. A window without such a year has no rows. With `options.focus` its standing_of_... and
/// rank_of_... among the other states stand last (`WindowStandings`).
/// @param windows  empty = one over all years
/// @throws what `balance` throws
/// O(state-years x draws x domains x poles + rows x draws log draws).
[[nodiscard]] Table balance_summary(const std::vector<DomainDraws>& domains, const BalanceOptions& options,
                                    const std::vector<YearWindow>& windows);

}  // namespace tarazy
