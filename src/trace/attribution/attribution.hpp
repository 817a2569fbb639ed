#pragma once

#include "base/work.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

// Do changes of a series coincide with documented events more often than chance would have it? All vectors have one
// entry a period, in the order of time and without gaps; a change "at" a period is one whose last observation of the
// old segment lies in it. Nothing here says that an event caused a change.

/// P(an event within `window` periods) of each period, from the probabilities that an event lies in each: one minus the
/// product of (1 - P) over the periods from t - window to t + window that exist. Events of different periods are taken
/// as independent of one another; for certain events (0 and 1) this is the plain union of windows.
/// O(periods x window). @pre each probability is in [0, 1]
[[nodiscard]] std::vector<double> event_within(std::span<const double> event_probabilities, std::size_t window);

/// The same from events of which each lies in one period only, nobody knows in which: `event[t]` is the probability
/// that it lies in period t, all of one event add up to 1 at most. Within a window these add up; between events the
/// complements multiply. O(events x periods). @pre every event has `periods` entries in [0, 1]
[[nodiscard]] std::vector<double> event_within(std::span<const std::vector<double>> events, std::size_t periods,
                                               std::size_t window);

/// Expected number of changes that have an event within the window:
/// sum over t of P(change at t) P(event within the window of t). @pre equal lengths
[[nodiscard]] double coincidence_score(std::span<const double> changes, std::span<const double> within);

/// Share of the n circular shifts of `within` against `changes`, the observed arrangement among them, whose score is at
/// least the observed one: the exact p-value when every shift is as likely as any other, which keeps how events crowd
/// together and how changes do. It cannot fall below 1/n. Scores that differ by rounding alone (1e-12 of the greatest
/// possible) count as equal. Unknown without a period or when no change has a probability above 0.
/// O(n x periods with a change). @pre equal lengths, probabilities in [0, 1] @throws Interrupted
[[nodiscard]] std::optional<double> circular_shift_p(std::span<const double> changes, std::span<const double> within,
                                                     const Work& work = {});

/// The p-value when the changes fall on any periods with equal probability: the hypergeometric upper tail for the
/// number of changes, of covered periods and of changes in covered periods. Unknown when a vector holds anything but 0
/// and 1, or there is no change. @pre equal lengths
[[nodiscard]] std::optional<double> uniform_placement_p(std::span<const double> changes,
                                                        std::span<const double> within);

/// What the two tests say of one series.
struct Attribution {
    double changes = 0;   ///< expected number of changes
    double hits = 0;      ///< expected number of changes with an event within the window
    double coverage = 0;  ///< mean of `within`: the share of periods near an event
    std::optional<double> p_circular, p_hypergeometric;
};

/// All of the above of one series. @pre as above @throws Interrupted
[[nodiscard]] Attribution attribution_of(std::span<const double> changes, std::span<const double> within,
                                         const Work& work = {});

}  // namespace tarazy
