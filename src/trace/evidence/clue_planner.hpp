#pragma once

#include "trace/evidence/weighing.hpp"

#include <span>
#include <vector>

namespace tarazy {

/// What looking for a clue promises before one has looked.
struct CluePlan {
    double chance = 0;             ///< probability that it will be found
    double decibels = 0;           ///< expected absolute weight between leader and runner-up; may be infinite
    double if_found = 0;           ///< weight for the leader against the runner-up if it is found
    double if_not_found = 0;       ///< and if it is not
    double entropy_reduction = 0;  ///< expected fall of the entropy over all hypotheses, in bits
};

/// Shannon's entropy in bits.
[[nodiscard]] double entropy_bits(std::span<const double> probabilities);

/// sum over outcomes of P(outcome) |10 log10 P(outcome | leader)/P(outcome | runner-up)|, with P(outcome) = sum over
/// hypotheses of posterior times likelihood, and the expected reduction of entropy (Lindley 1956; design after
/// Fairfield & Charman 2022, ch. 4). Within a group an outcome counts only where it is stronger than the clue that
/// counts by now, and then replaces it (which alone can raise the entropy); beside a joint item it adds nothing.
/// @param counted     P(what was found | hypothesis) of the clue of the group that counts by now; empty: there is none
/// @param likelihood  P(clue | hypothesis)
/// O(hypotheses)
[[nodiscard]] CluePlan plan_clue(std::span<const double> posterior, std::span<const double> likelihood,
                                 std::span<const double> counted, std::size_t leader, std::size_t runner_up);

/// A clue to look for, in the order of what it promises.
struct PlannedClue {
    std::size_t clue = 0;
    CluePlan plan = {};
    bool group_counts = false;  ///< another clue of its group counts by now
};

/// All clues that were not sought and have likelihoods, the largest expected reduction of entropy first; equal ones by
/// id. O(clues x hypotheses)
[[nodiscard]] std::vector<PlannedClue> plan_clues(const RivalExplanations& rivals, const Weighing& weighing);

/// The clue that counts in the group of this one; nothing where none does.
[[nodiscard]] std::optional<std::size_t> counted_of_group(const RivalExplanations& rivals,
                                                          std::span<const ClueCounting> counting, std::size_t clue);

}  // namespace tarazy
