#include "simulate/bargain/third_parties.hpp"

#include "simulate/bargain/vote_lanes.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// What one third party does in four contests at once.
template <VotingRule rule>
[[gnu::always_inline]] inline void side_taken(const ContestView& view, std::size_t party, std::size_t first,
                                              const VoteLanes& principal, const VoteLanes& opponent, VoteLanes& vote) {
    VoteLanes gap, reach;
    load_votes(gap, view.gap + party * view.stride + first);
    load_votes(reach, view.reach + party * view.stride + first);
    const VoteLanes there = gap * (1.0 + reach * view.risk[party]);
    const double here = view.worth[party], weight = view.weight[party];
    VoteLanes strength = principal, other = opponent;
    VoteLanes leaning = here - there;
    shape_vote<rule>(leaning);
    leaning *= weight;
    add_vote(strength, other, leaning);
    const VoteLanes chance = strength / (strength + other), rest = 1.0 - chance;
    const VoteLanes join_i = chance * (2 * here + 1) + rest * (3.0 * there);
    const VoteLanes join_j = chance * (3 * here) + rest * (2.0 * there + 1.0);
    vote = join_i - join_j;
    shape_vote<rule>(vote);
    vote *= weight;
}

template <VotingRule rule>
[[gnu::always_inline]] inline void join_four(const ContestView& view, std::size_t first, double* strength,
                                             double* other) {
    VoteLanes principal, opponent, won, lost, vote;
    load_votes(principal, view.principal + first);
    load_votes(opponent, view.opponent + first);
    load_votes(won, strength + first);
    load_votes(lost, other + first);
    const std::size_t own_begin = std::min(first, view.actors), own_end = std::min(first + vote_lanes, view.actors);
    for (std::size_t party = 0; party < own_begin; ++party) {
        side_taken<rule>(view, party, first, principal, opponent, vote);
        add_vote(won, lost, vote);
    }
    for (std::size_t party = own_begin; party < own_end; ++party) {
        side_taken<rule>(view, party, first, principal, opponent, vote);
        vote[party - first] = 0;  // the receiver itself is no third party
        add_vote(won, lost, vote);
    }
    for (std::size_t party = own_end; party < view.actors; ++party) {
        side_taken<rule>(view, party, first, principal, opponent, vote);
        add_vote(won, lost, vote);
    }
    store_votes(strength + first, won);
    store_votes(other + first, lost);
}

template <VotingRule rule>
[[gnu::always_inline]] inline void join_all(const ContestView& view, double* strength, double* other) {
    for (std::size_t first = 0; first < view.actors; first += vote_lanes) join_four<rule>(view, first, strength, other);
}

}  // namespace

TARAZY_VOTE_VERSIONS
void join_third_parties(VotingRule rule, const ContestView& view, double* strength, double* other) {
    switch (rule) {
        case VotingRule::binary: return join_all<VotingRule::binary>(view, strength, other);
        case VotingRule::proportional_binary: return join_all<VotingRule::proportional_binary>(view, strength, other);
        case VotingRule::proportional: return join_all<VotingRule::proportional>(view, strength, other);
        case VotingRule::proportional_cubic: return join_all<VotingRule::proportional_cubic>(view, strength, other);
        case VotingRule::cubic: return join_all<VotingRule::cubic>(view, strength, other);
    }
}

}  // namespace tarazy
