#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One domain (votes, trade, arms, institutions, ...) of one state in one year: how near the state is to each pole.
struct DomainDraws {
    std::string domain;
    std::string state;  ///< ISO alpha-3
    int year = 0;
    /// draw * poles + pole, above 0, in any unit: only ratios between poles count. NaN = this pole is not known (in all
    /// draws or in some: the domain is then left out, see `balance`).
    std::vector<double> closeness;
    std::size_t draws = 1;        ///< 1 = measured without error; otherwise the same number in the whole input
    std::vector<double> tension;  ///< distance among the poles themselves: a draw each, one value, or empty = not given
    std::string flag;             ///< why the year may not be comparable, "agenda"; carried into the tables
};

/// What a source of closeness gives: rows sorted by state and year, and what the reader should know of them.
struct DomainSeries {
    std::vector<DomainDraws> state_years;
    std::vector<std::string> warnings;
};

struct BalanceOptions {
    std::vector<std::string> poles;         ///< ids; their order is that of the partition of the tilts (`ilr`)
    std::map<std::string, double> weights;  ///< of every domain; empty = all the same; 0 = shown but not in "overall"
    std::size_t weight_draws = 2000;        ///< Dirichlet(1) weights of the sensitivity analysis
    double label_probability = 0.9;         ///< share of the draws in which a label's condition must hold
    std::string focus = {};  ///< whose standing among the others `balance_summary` tells as well; empty: of none
    std::optional<double> equidistance;  ///< evenness; nothing = `equidistance_threshold(poles)`
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct BalanceResult {
    /// state,year,domain,quantity,poles,value,q05,q95,p_positive,weights_q05,weights_q95,n_domains,n_draws,missing,flag
    Table quantities;
    /// state,year,label,nearest,p_nearest,same_nearest,p_equidistant,p_specialised,p_aligned,n_domains,n_draws,missing,
    /// flag
    Table labels;
};

/// Balance of states between poles, by domain and over all domains, with joint uncertainty.
///
/// In each domain closeness is closed to a composition. The overall composition (domain "overall") is the centre of
/// the domains' compositions under their weights, scaled to the domains known in that year. Draw d of one domain goes
/// with draw d of every other and of the same state-year only; a domain with one draw goes with all. Nothing is ever
/// computed from standard deviations of single domains.
///
/// `quantities`: a row for each figure of `describe` (share, evenness, tilt, closer, nearest), for each domain and
/// overall; `tension` of domains that give it, to be read beside evenness: being equally near to poles that agree is no
/// hedging; overall also `h_total`, `h_within`, `h_between` (see composition.hpp). `value` is the median over the
/// draws, or the probability itself of `closer` and `nearest`; q05 and q95 bound 90% of the draws and are missing where
/// there is one draw; `p_positive` belongs to tilts. `weights_q05`, `weights_q95` (share, evenness, tilt overall): 90%
/// range of the median when the weights are drawn from Dirichlet(1) over the domains of positive weight.
///
/// `labels`: one row a state-year. `nearest` is the pole nearest overall in more draws than any other (empty: a tie),
/// `p_nearest` the share of these draws, `same_nearest` the share of the drawn weights under which it stays the same;
/// `p_aligned` is alignment with `nearest`. `label` is given when its condition (balance_labels.hpp) holds in
/// `label_probability` of the draws, and never from one domain alone: it speaks of domains together. With `n_draws` 1
/// it says what the figures are, not how sure they are.
///
/// Missing is never zero: a domain with an unknown pole in any draw has rows of quantity `share` with empty cells, its
/// unknown poles in `missing`; it takes no part overall, and overall rows and labels name in `missing` every domain of
/// positive weight that is lacking, `;` between them. Years with different `missing` do not compare.
/// The list of poles is part of the result: see `evenness` for what another pole changes.
///
/// Rows are sorted by state, year and domain, overall last; the same bytes for any number of threads and any order of
/// the input. Domains are independent of each other's random streams.
/// @throws UsageError: fewer than two poles, a pole twice, weights that do not fit the domains, thresholds out of range
/// @throws InputError with every fault of the draws: a number that is not above 0, sizes or numbers of draws that do
/// not fit, a domain twice for a state and year
/// O(state-years x (draws log draws + weights x min(draws, 101)) x domains x poles).
[[nodiscard]] BalanceResult balance(const std::vector<DomainDraws>& domains, const BalanceOptions& options);

/// @throws what `balance` throws
void check_balance_input(const std::vector<DomainDraws>& domains, const BalanceOptions& options);

}  // namespace tarazy
