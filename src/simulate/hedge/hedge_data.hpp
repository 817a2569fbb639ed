#pragma once

#include "base/random.hpp"
#include "simulate/hedge/hedge_panel.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Pairs of a state's profile and that of the year before, as the likelihood wants them: sorted by year, then state.
struct HedgeData {
    static constexpr std::size_t from_panel = std::numeric_limits<std::size_t>::max();

    std::size_t poles = 0, shares = 0;
    std::vector<std::string> states;
    std::vector<std::size_t> state;       ///< of each pair
    std::vector<std::int64_t> year;       ///< of the later profile
    std::vector<std::size_t> earlier;     ///< the pair whose later profile is this one's earlier, or `from_panel`
    std::vector<double> previous;         ///< pairs x shares
    std::vector<double> log_share;        ///< pairs x shares: logarithms of the later profile, zeros drawn inwards
    std::vector<double> drivers;          ///< pairs x drivers x poles
    std::vector<std::size_t> year_begin;  ///< first pair of each year, and behind the last the number of pairs
    std::vector<std::vector<WeightedNeighbour>> neighbours;  ///< of each pair, among the pairs of its year, from 0
    bool has_neighbours = false;
    std::vector<std::string> notes = {};  ///< what was left out, a sentence each

    [[nodiscard]] std::size_t size() const noexcept { return state.size(); }
    [[nodiscard]] HedgeSituation situation(std::size_t pair) const {
        return {poles,
                std::span(drivers).subspan(pair * hedge_drivers * poles, hedge_drivers * poles),
                std::span(previous).subspan(pair * shares, shares),
                {}};
    }
};

/// The pairs of years up to `last_year`. Left out and told: a profile without one the year before, and one whose
/// `needed` drivers are not known. Where a profile has a zero all are drawn inwards, y' = (y (n - 1) + 1/K)/n for n
/// pairs and K shares (Smithson & Verkuilen 2006). Neighbours without a pair in the year do not count in it.
/// @param needed  drivers whose coefficients are free or not 0
[[nodiscard]] HedgeData hedge_data(const HedgePanel& panel, std::span<const HedgeTerm> needed, std::int64_t last_year);

/// Expected profiles of all pairs, pairs x shares: each year a set of profiles that agree with one another.
struct HedgeExpectation {
    std::vector<double> expected;
    bool converged = true;  ///< in all years
};
[[nodiscard]] HedgeExpectation hedge_expectation(const HedgeData& data, const HedgeCoefficients& coefficients);

/// Logarithm of the likelihood, the later profiles being Dirichlet(f times the expected profile). NaN where the search
/// for mutually consistent profiles did not converge. O(pairs shares 20^2).
[[nodiscard]] double hedge_log_likelihood(const HedgeData& data, const HedgeCoefficients& coefficients);
/// The same of given expected profiles.
[[nodiscard]] double hedge_log_likelihood_at(const HedgeData& data, std::span<const double> expected, double precision);

/// A panel as the model would have made it: the same pairs, drivers and first profiles, later profiles drawn year by
/// year. Draws are made as logarithms, so that a share may be tiny and is never 0. @throws LimitError where no mutually
/// consistent profiles were found
[[nodiscard]] HedgeData simulated_hedge_data(const HedgeData& like, const HedgeCoefficients& truth, Random& random);

/// A Dirichlet draw as logarithms of shares. @pre weights are positive
void log_dirichlet_draw(Random& random, std::span<const double> weights, std::span<double> logs);

}  // namespace tarazy
