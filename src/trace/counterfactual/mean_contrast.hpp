#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct ContrastOptions {
    std::int64_t before_first = 0, before_last = 0, after_first = 0, after_last = 0;
    std::size_t least = 3;                ///< observations a window
    std::vector<std::string> units = {};  ///< those that are compared, the treated one among them; empty: all
    std::string unit = "unit", time = "time", outcome = "outcome";
};

struct UnitContrast {
    std::string unit;
    std::size_t n_before = 0, n_after = 0;
    double before = 0, after = 0;           ///< means
    double change = 0;                      ///< after - before
    std::optional<double> difference = {};  ///< the change less the mean change of all other units
    std::size_t rank = 0;                   ///< of the size of the difference among all units, 1 = the largest
    double p = 1;                           ///< rank / units
};

struct MeanContrast {
    std::vector<UnitContrast> units;    ///< sorted by name; without those left out
    std::vector<std::string> left_out;  ///< with fewer than `least` observations in a window
};

/// Difference in differences of means over two windows: what changed in a unit beyond what changed in the others; p by
/// dealing out the treatment among all units (the placebo distribution of Conley & Taber 2011, sec. II, with the
/// treated unit among them, as Abadie, Diamond & Hainmueller 2010 count). A rank among few units is coarse: with 8 of
/// them p is 1/8 at least. O(rows)
/// @throws InputError as `examine_donor_panel` for rows; UsageError for windows that are empty or overlap
[[nodiscard]] MeanContrast mean_contrast(const Table& table, const ContrastOptions& options);

}  // namespace tarazy
