#pragma once

#include "align/ideal_points/ideal_point_model.hpp"

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// Joint draws of all ideal points on the standardised scale: each draw has mean 0 and standard deviation 1 over all
/// nodes, and runs the same way as the mode, whose sign is that of the anchors.
struct IdealPointDraws {
    std::vector<StateSession> nodes;
    std::size_t chains = 1;
    std::size_t draws = 0;      ///< a chain
    std::vector<float> values;  ///< (node * chains + chain) * draws + draw
    Assembly assembly = {};     ///< names, parties, years of the sessions

    [[nodiscard]] std::size_t draws_a_node() const { return chains * draws; }
};

struct LaplaceOptions {
    std::size_t draws = 1000;
    std::uint64_t seed = 1;
    int positive_anchor = 2, negative_anchor = 365;
    unsigned threads = 0;
    Work work = {};
};

/// Draws from the normal approximation at the mode, N(mode, H^-1) with H minus the Hessian over states and items
/// together (Tierney & Kadane 1986), in antithetic pairs, each draw standardised.
/// @pre `mode` is a mode. @throws std::domain_error where the Hessian is not definite
/// O(draws * size of the factor); the same bytes at any number of threads.
[[nodiscard]] IdealPointDraws laplace_draws(const VotePanel& panel, const IdealPointParameters& mode,
                                            const IdealPointPriors& priors, const LaplaceOptions& options);

/// Writes draws to a file (written aside and renamed): 8 bytes `TRZYDRAW`; little-endian uint32 version, nodes, chains,
/// draws a chain; a node each int32 state, int32 session; then float32 values, node after node, in a node chain after
/// chain. Version 1 says no more: its years are those that `session_years` finds for the numbers. Where there is more
/// to say (names, parties, other years) the version is 2, and behind the values stand three lists, each after its
/// length as uint32: int32 session, int32 year; int32 member, text; int32 session, int32 member, text (the party); a
/// text is its length as uint32, then its bytes. @throws FileError
void write_draws(const std::string& path, const IdealPointDraws& draws);

/// @throws FileError if it cannot be read, InputError if it is no file of draws, cut short, of another version, or
/// holds values that are not finite or sessions and members out of range
[[nodiscard]] IdealPointDraws read_draws(const std::string& path);

}  // namespace tarazy
