#pragma once

#include "align/votes/joint_table.hpp"
#include "align/votes/votes.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// The votes of one session as bits: for each state three planes (yes, abstain, no) of 64 roll calls a word, so that
/// the joint table of two states is nine popcounts a word.
class RollCallBits {
public:
    /// @param begin, end  range of roll calls (one session)
    RollCallBits(const VoteData& votes, std::size_t begin, std::size_t end);

    /// Joint table of two states, by pairwise deletion. O(roll calls / 64).
    [[nodiscard]] VoteTable joint_table(std::size_t state_a, std::size_t state_b) const;
    /// Roll calls on which both voted and all voting members voted alike.
    [[nodiscard]] std::int64_t unanimous(std::size_t state_a, std::size_t state_b) const;
    /// Was the roll call (0 = begin) unanimous among all voting members?
    [[nodiscard]] bool unanimous(std::size_t roll_call) const;
    [[nodiscard]] bool voted(std::size_t state) const;

private:
    [[nodiscard]] const std::uint64_t* plane(std::size_t state, std::size_t category) const {
        return planes_.data() + (state * 3 + category) * words_;
    }
    std::size_t words_;
    std::vector<std::uint64_t> planes_;
    std::vector<std::uint64_t> unanimous_;
};

}  // namespace tarazy
