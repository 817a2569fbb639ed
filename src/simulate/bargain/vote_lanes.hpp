#pragma once

#include "simulate/bargain/smp_options.hpp"

#include <cstddef>

// Votes of four options at a time. The numbers are those of one option after the other: each lane adds its voters in
// their order, and nothing is fused or reordered. Built for plain x86-64 and for AVX2; the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TARAZY_VOTE_VERSIONS __attribute__((target_clones("avx2", "default")))
#else
#define TARAZY_VOTE_VERSIONS
#endif

namespace tarazy {

inline constexpr std::size_t vote_lanes = 4;
using VoteLanes [[gnu::vector_size(vote_lanes * sizeof(double))]] = double;
using StoredVoteLanes [[gnu::vector_size(vote_lanes * sizeof(double)), gnu::may_alias, gnu::aligned(sizeof(double))]] =
    double;

/// The next whole number of lanes.
[[nodiscard]] constexpr std::size_t padded_to_lanes(std::size_t count) noexcept {
    return (count + vote_lanes - 1) / vote_lanes * vote_lanes;
}

// Lanes go by reference: by value they would have another calling convention in each version.

[[gnu::always_inline]] inline void load_votes(VoteLanes& lanes, const double* from) {
    lanes = *reinterpret_cast<const StoredVoteLanes*>(from);
}
[[gnu::always_inline]] inline void store_votes(double* to, const VoteLanes& lanes) {
    *reinterpret_cast<StoredVoteLanes*>(to) = lanes;
}

/// A difference of utilities as a vote, before its weight.
template <VotingRule rule, typename Number>
[[gnu::always_inline]] inline void shape_vote(Number& difference) {
    if constexpr (rule == VotingRule::proportional) return;
    if constexpr (rule == VotingRule::proportional_cubic)
        difference = 0.5 * difference + 0.5 * difference * difference * difference;
    if constexpr (rule == VotingRule::cubic) difference = difference * difference * difference;
    if constexpr (rule == VotingRule::binary || rule == VotingRule::proportional_binary) {
        const Number one = difference - difference + 1.0;
        Number step = difference / 1e-8;
        step = step > 1.0 ? one : step;
        step = step < -1.0 ? -one : step;
        difference = rule == VotingRule::binary ? step : 0.8 * difference + 0.2 * step;
    }
}

/// Adds a vote to the coalition it is for.
template <typename Number>
[[gnu::always_inline]] inline void add_vote(Number& coalition, Number& other, const Number& vote) {
    const Number nothing = vote - vote;
    coalition += vote > 0.0 ? vote : nothing;
    other -= vote < 0.0 ? vote : nothing;
}

}  // namespace tarazy
