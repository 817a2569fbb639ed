#pragma once

// For tests and benchmarks only: votes drawn at random.

#include "align/votes/votes.hpp"
#include "base/random.hpp"

namespace tarazy {

/// States on a line vote yes, abstain or no as roll calls divide them, with noise; a tenth is absent, some roll calls
/// are unanimous.
inline VoteData synthetic_votes(int states, int roll_calls_per_session, int sessions, std::uint64_t seed) {
    Random random(seed, "synthetic votes", 0);
    VoteData votes;
    for (int s = 0; s < states; ++s) votes.states.push_back(2 + 10 * s);
    for (int session = 1; session <= sessions; ++session) {
        for (int call = 0; call < roll_calls_per_session; ++call) {
            votes.roll_calls.push_back({session * 1000 + call, session, {}});
            const double cut = 3 * random.uniform() - 1;
            const bool unanimous = random.uniform() < 0.1;
            for (int s = 0; s < states; ++s) {
                const double position = static_cast<double>(s) / states + random.uniform() - 0.5;
                VoteData::Cell vote = position < cut ? VoteData::yes : VoteData::no;
                if (position >= cut && position < cut + 0.2) vote = VoteData::abstain;
                if (unanimous) vote = VoteData::yes;
                if (random.uniform() < 0.1) vote = VoteData::absent;
                votes.cells.push_back(vote);
            }
        }
    }
    return votes;
}

}  // namespace tarazy
