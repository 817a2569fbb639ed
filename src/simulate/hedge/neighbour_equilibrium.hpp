#pragma once

#include "simulate/hedge/hedge_model.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A neighbour among the states of a year, and its weight in the mean; the weights of a state sum to 1.
struct WeightedNeighbour {
    std::size_t state = 0;
    double weight = 0;
};

/// The states of one year and who is whose neighbour.
struct NeighbourYear {
    std::vector<HedgeSituation> situations;                  ///< their `neighbours` are not read
    std::vector<std::vector<WeightedNeighbour>> neighbours;  ///< of each state, among these
};

inline constexpr double equilibrium_tolerance = 1e-10;
inline constexpr unsigned most_equilibrium_rounds = 5000;

/// Expected profiles that agree with one another.
struct NeighbourEquilibrium {
    std::vector<double> expected;  ///< states x shares
    unsigned rounds = 0;
    bool converged = false;
};

/// Fixed point of the expected profiles by damped iteration (half of the new, half of the old) until no share moves by
/// more than 1e-10, 5,000 rounds at most. @param start  states x shares
///
/// Below |b_N| = 2 the map is a contraction, so that there is one fixed point and it is found: the greatest eigenvalue
/// of the covariance of a profile is at most 1/2.
[[nodiscard]] NeighbourEquilibrium neighbour_equilibrium(const NeighbourYear& year,
                                                         const HedgeCoefficients& coefficients,
                                                         std::span<const double> start);

/// What the search from every corner says: all states at one share, for each share, and all at their previous profile.
struct EquilibriumSearch {
    NeighbourEquilibrium from_previous;
    unsigned starts = 0, not_converged = 0;
    double greatest_difference = 0;  ///< between two converged fixed points, in a share

    /// @return what a reader must be told; empty where one fixed point was found from all starts
    [[nodiscard]] std::string note() const;
};
[[nodiscard]] EquilibriumSearch search_equilibria(const NeighbourYear& year, const HedgeCoefficients& coefficients);

}  // namespace tarazy
