#pragma once

#include "trace/breaks/break_interval.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// A change found in one draw of a series, with its interval where the method has one (else the date itself).
struct DrawnChange {
    std::size_t at = 0;
    BreakInterval interval;
};

/// What the draws say of a change of the mean series.
struct DrawAgreement {
    double share = 0;                       ///< of draws with a change that belongs to it
    std::optional<BreakInterval> interval;  ///< of their dates; none when no draw has one
};

/// A change of a draw belongs to the change of the mean series that is nearest (the earlier of two as near), at most
/// one of a draw to each: the nearest. The interval holds the share `level` of the draws: quantiles (1 - level)/2 of
/// the lower and (1 + level)/2 of the upper ends, taken outwards to whole observations.
/// @param changes  ascending
/// @param draws    one list a draw. O(changes x changes of all draws)
[[nodiscard]] std::vector<DrawAgreement> draw_agreement(std::span<const std::size_t> changes,
                                                        std::span<const std::vector<DrawnChange>> draws, double level);

}  // namespace tarazy
