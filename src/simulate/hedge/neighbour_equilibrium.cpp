#include "simulate/hedge/neighbour_equilibrium.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

/// Two fixed points that differ by more are not one that was found inexactly.
constexpr double same_equilibrium = 1e-6;

std::size_t shares_of(const NeighbourYear& year) {
    return year.situations.empty() ? 0 : year.situations.front().previous.size();
}

std::vector<double> previous_profiles(const NeighbourYear& year) {
    std::vector<double> profiles;
    for (const HedgeSituation& situation : year.situations)
        profiles.insert(profiles.end(), situation.previous.begin(), situation.previous.end());
    return profiles;
}

}  // namespace

NeighbourEquilibrium neighbour_equilibrium(const NeighbourYear& year, const HedgeCoefficients& coefficients,
                                           std::span<const double> start) {
    const std::size_t states = year.situations.size(), shares = shares_of(year);
    assert(start.size() == states * shares && year.neighbours.size() == states);
    NeighbourEquilibrium found;
    found.expected.assign(start.begin(), start.end());
    std::vector<double> next(start.size());
    std::array<double, most_profile_shares> mean = {};
    // Without neighbours one round is exact.
    const bool apart = coefficients[HedgeTerm::neighbours] == 0 ||
                       std::ranges::all_of(year.neighbours, [](const auto& all) { return all.empty(); });
    while (found.rounds < most_equilibrium_rounds) {
        double moved = 0;
        for (std::size_t i = 0; i < states; ++i) {
            HedgeSituation situation = year.situations[i];
            situation.neighbours = {};
            if (!apart && !year.neighbours[i].empty()) {
                std::fill_n(mean.begin(), shares, 0.0);
                for (const WeightedNeighbour& neighbour : year.neighbours[i])
                    for (std::size_t j = 0; j < shares; ++j)
                        mean[j] += neighbour.weight * found.expected[neighbour.state * shares + j];
                situation.neighbours = std::span<const double>(mean).first(shares);
            }
            const ProfileChoice choice = choose_profile(hedge_utility(situation, coefficients));
            for (std::size_t j = 0; j < shares; ++j) {
                const std::size_t at = i * shares + j;
                moved = std::max(moved, std::abs(choice.expected[j] - found.expected[at]));
                next[at] = apart ? choice.expected[j] : 0.5 * (choice.expected[j] + found.expected[at]);
            }
        }
        found.expected.swap(next);
        ++found.rounds;
        if (apart || moved <= equilibrium_tolerance) {
            found.converged = true;
            return found;
        }
    }
    return found;
}

EquilibriumSearch search_equilibria(const NeighbourYear& year, const HedgeCoefficients& coefficients) {
    const std::size_t states = year.situations.size(), shares = shares_of(year);
    EquilibriumSearch search;
    std::vector<double> lowest, highest;
    const auto take = [&](const NeighbourEquilibrium& found) {
        ++search.starts;
        if (!found.converged) {
            ++search.not_converged;
            return;
        }
        if (lowest.empty()) lowest = highest = found.expected;
        for (std::size_t i = 0; i < lowest.size(); ++i) {
            lowest[i] = std::min(lowest[i], found.expected[i]);
            highest[i] = std::max(highest[i], found.expected[i]);
            search.greatest_difference = std::max(search.greatest_difference, highest[i] - lowest[i]);
        }
    };
    search.from_previous = neighbour_equilibrium(year, coefficients, previous_profiles(year));
    take(search.from_previous);
    for (std::size_t corner = 0; corner < shares; ++corner) {
        std::vector<double> start(states * shares, 0.0);
        for (std::size_t i = 0; i < states; ++i) start[i * shares + corner] = 1;
        take(neighbour_equilibrium(year, coefficients, start));
    }
    return search;
}

std::string EquilibriumSearch::note() const {
    std::string told;
    if (not_converged > 0)
        told = "the search for mutually consistent profiles did not converge from " + std::to_string(not_converged) +
               " of " + std::to_string(starts) + " starts";
    if (greatest_difference > same_equilibrium) {
        if (!told.empty()) told += "; ";
        told += "there is more than one set of mutually consistent profiles: shares differ by up to " +
                number_text(std::round(greatest_difference * 1e4) / 1e4) +
                "; that reached from the year before is taken";
    }
    return told;
}

}  // namespace tarazy
