#pragma once

#include "base/work.hpp"
#include "trace/evidence/weighing.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// How values are drawn within their elicited ranges.
enum class RangeShape {
    uniform,  ///< every value of the range alike
    pert,     ///< around the elicited value: beta with mean (low + 4 value + high)/6 (Malcolm et al. 1959)
};

struct RangeDrawOptions {
    std::size_t draws = 10000;
    RangeShape shape = RangeShape::uniform;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Quantities of one draw or one sample: centre and quantiles (type 7).
struct DrawnSummary {
    double mean = 0, q05 = 0, q10 = 0, q50 = 0, q90 = 0, q95 = 0;
};

/// A clue that nobody has looked for, as the draws see it.
struct DrawnPlan {
    DrawnSummary decibels;  ///< expected absolute weight between leader and runner-up; of the draws where it is finite
    DrawnSummary entropy;   ///< expected reduction of the entropy, in bits
    std::size_t infinite = 0;  ///< draws in which the weight is infinite
};

struct RangeDraws {
    std::size_t draws = 0;
    std::vector<DrawnSummary> posterior;              ///< of each hypothesis
    std::vector<double> leads;                        ///< share of draws in which it is the most probable
    std::vector<DrawnSummary> rank;                   ///< 1 = the most probable
    std::vector<std::vector<DrawnSummary>> log_odds;  ///< of each two hypotheses a < b: posterior odds in decibels
    DrawnSummary to_reverse;       ///< decibels between the first two of the draw, whichever they are
    std::vector<DrawnPlan> plans;  ///< of each clue; empty summaries for those that were sought
};

/// Posteriors over independent draws of all priors and likelihoods from their ranges. Priors that do not sum to one are
/// moved to it in proportion to the room that each has left in its range, so that they stay within. The draws do not
/// depend on the order of rows nor on the number of threads. Leader and runner-up of plans are those of the values.
/// O(draws x clues x hypotheses) time, O(draws x hypotheses^2) memory
/// @throws InputError as `weigh`; Interrupted
[[nodiscard]] RangeDraws draw_ranges(const RivalExplanations& rivals, const RangeDrawOptions& options);

}  // namespace tarazy
