#pragma once

#include "trace/evidence/weighing.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// The posterior of the leading hypothesis when one elicited number is at an end of its range, all others at their
/// values.
struct TornadoBar {
    std::optional<std::size_t> clue;  ///< nothing: a prior
    std::size_t hypothesis = 0;       ///< under which it was elicited
    double low = 0, high = 0;         ///< the range
    double at_low = 0, at_high = 0;   ///< posterior of the leader at these ends
    std::size_t leader_at_low = 0, leader_at_high = 0;

    [[nodiscard]] double swing() const noexcept { return at_low > at_high ? at_low - at_high : at_high - at_low; }
};

/// One bar a number that has a range and counts, the widest first; equal ones by the ids of clue and hypothesis. A
/// prior at an end is made up for by the other priors in proportion. O(ranges x clues x hypotheses)
[[nodiscard]] std::vector<TornadoBar> tornado(const RivalExplanations& rivals);

/// The same evidence as if nobody had looked for the clue.
[[nodiscard]] RivalExplanations without_clue(const RivalExplanations& rivals, std::size_t clue);

}  // namespace tarazy
