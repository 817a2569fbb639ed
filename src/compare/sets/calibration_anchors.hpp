#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The names that anchors have, in the order of the plain list: three of direct, linear and s-shaped calibration, six
/// of a bell.
inline constexpr std::string_view anchor_names[] = {"e", "c", "i"};
inline constexpr std::string_view bell_anchor_names[] = {"e1", "c1", "i1", "i2", "c2", "e2"};

/// Reads anchors: numbers in the order of `names`, `2500,5000,20000`, or all of them by name in any order,
/// `e=2500,c=5000,i=20000` (also `exclusion=`, `crossover=`, `inclusion=`, and `x` for `c`). Without names there are
/// thresholds, as many as are given, `t1=..,t2=..` among them; these must rise.
/// @returns the numbers in the order of `names`
/// @throws UsageError naming what is lacking, twice there, or no number
[[nodiscard]] std::vector<double> read_anchors(std::string_view text, std::span<const std::string_view> names = {});

/// "anchors fall: the set falls with GNI (40110 -> 0.0009)": said of three anchors that fall, with the case whose value
/// is largest; nothing of others. A list that fsQCA's `calibrate` would take, full membership first, falls unmeant.
/// @pre x and membership have one entry a case
[[nodiscard]] std::optional<std::string> falling_note(std::span<const double> anchors, const std::string& variable,
                                                      std::span<const double> x, std::span<const double> membership);

}  // namespace tarazy
