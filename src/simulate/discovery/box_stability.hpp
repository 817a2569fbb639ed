#pragma once

#include "simulate/discovery/prim.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// One box of scenario discovery, and how far it would be found again.
struct DiscoveredBox {
    PrimResult found;
    double coverage = 0;  ///< share of all cases that lie in it
    std::vector<double> quasi_p;
    /// Of resamples of the runs, one an input: share that restrict it, and the middle 90 % of its ends where they do.
    std::vector<double> restricted_share;
    struct Ends {
        std::optional<double> lower_q05, lower_q95, upper_q05, upper_q95;
    };
    std::vector<Ends> ends;
    std::optional<double> overlap;  ///< mean share of the runs in either box that lie in both
};

struct DiscoveryOptions {
    PrimOptions prim = {};
    std::size_t boxes = 1;        ///< each from the runs that the ones before leave (covering, Friedman & Fisher 1999)
    std::size_t replicates = 50;  ///< resamples of the runs; 0 = none
    std::uint64_t seed = 1;
    unsigned threads = 0;
};

/// Boxes and, as Bryant & Lempert (2010) ask, whether resamples give the same: the runs are drawn anew with replacement
/// and the method is applied as before. Ends when a box holds no case or no runs are left. O(boxes x replicates) times
/// `prim`. @throws UsageError
[[nodiscard]] std::vector<DiscoveredBox> discover_boxes(const Design& design, const std::vector<bool>& cases,
                                                        const DiscoveryOptions& options);

}  // namespace tarazy
