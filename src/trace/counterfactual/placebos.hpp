#pragma once

#include "base/work.hpp"
#include "trace/counterfactual/synthetic_control.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A donor as if it had been treated.
struct SpacePlacebo {
    std::string unit;
    ControlFit control;
    std::vector<std::string> donors;  ///< in the order of its weights
    bool kept = true;                 ///< did it pass the pre-fit filter?
};

struct SpacePlacebos {
    std::vector<SpacePlacebo> units;  ///< the treated unit first, then the donors
    std::size_t kept = 0;             ///< units that are ranked, the treated one with them
    std::size_t rank = 0;             ///< of the treated unit by the ratio, 1 = the largest; 0 without a ratio
    /// rank / kept: how often a ratio as large would come about if the treatment were dealt out at random (Abadie,
    /// Diamond & Hainmueller 2010, sec. 3.5). Nothing when the treated unit is met exactly: then no ratio is known.
    std::optional<double> p;
};

struct PlaceboOptions {
    ControlOptions control = {};
    /// Placebos whose mean square error before the treatment is more than this multiple of the treated unit's are not
    /// ranked (Abadie, Diamond & Hainmueller 2010: 20, 5, 2).
    std::optional<double> pre_fit = {};
    unsigned threads = 0;
};

/// The treated unit and every donor in its place, the treated unit among the donors then. Units with an exact fit have
/// an unbounded ratio. Predictors must hold all units. O(units x fit), in parallel; the same at any number of threads.
[[nodiscard]] SpacePlacebos placebos_in_space(const DonorPanel& panel, const PlaceboOptions& options = {});

/// The treatment as if it had come earlier.
struct TimePlacebo {
    std::int64_t from = 0;
    std::size_t pre = 0;  ///< periods before it
    ControlFit control;
};

/// Every earlier period with at least `least_pre` periods before it, the periods of the real treatment left out
/// (Abadie, Diamond & Hainmueller 2015, "in-time placebos"). With predictors of their own the outcomes before the
/// earlier period stand in for them, since averages over later periods would know the future.
[[nodiscard]] std::vector<TimePlacebo> placebos_in_time(const DonorPanel& panel, const PlaceboOptions& options = {},
                                                        std::size_t least_pre = 3);

}  // namespace tarazy
