#pragma once

#include "align/votes/votes.hpp"

#include <cstddef>
#include <vector>

namespace tarazy {

/// Which votes a number compares: the cells of `VoteData`, marked one after the other.
class ComparedVotes {
public:
    /// @param votes  outlives this
    explicit ComparedVotes(const VoteData& votes) : votes_(votes), marked_(votes.cells.size()) {}

    /// Votes of two members on the roll calls of a session on which both voted, as `RollCallBits::joint_table` counts
    /// them. @param unanimous  also those on which all voting members voted alike, which agree_voeten leaves out
    /// O(members x roll calls of the session) for the first pair of a session, then O(roll calls).
    void add_pair(int session, std::size_t state_a, std::size_t state_b, bool unanimous);
    /// All votes of a member on these roll calls (places in `roll_calls`). O(roll calls).
    void add_member(std::size_t state, const std::vector<std::size_t>& roll_calls);

    [[nodiscard]] bool holds(std::size_t cell) const { return marked_[cell]; }
    /// Is there a marked vote on this roll call? O(members).
    [[nodiscard]] bool holds_roll_call(std::size_t roll_call) const;

private:
    void see(int session);
    const VoteData& votes_;
    std::vector<bool> marked_;
    std::vector<int> seen_;        ///< sessions whose unanimous roll calls are known
    std::vector<bool> unanimous_;  ///< by roll call
};

}  // namespace tarazy
