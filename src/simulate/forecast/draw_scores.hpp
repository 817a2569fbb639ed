#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

// Proper scores of a forecast that is given as draws, against what happened. Less is better in all of them. Draws and
// outcome are finite.

/// Fair: what an endless sample of the same distribution would be expected to have (Ferro 2014); ordinary: the score of
/// the draws taken as the distribution itself, which favours few draws that lie close together.
enum class CrpsKind { fair, ordinary };

/// Continuous ranked probability score (Matheson & Winkler 1976): mean |x - y| less half the mean distance of two draws
/// (Gneiting & Raftery 2007), over all m^2 pairs, or over m (m - 1) for the fair one. In units of y; for one draw
/// |x - y|. O(m) for sorted draws. @pre sorted in ascending order, not empty
[[nodiscard]] double crps_of_sorted(std::span<const double> sorted, double outcome, CrpsKind kind = CrpsKind::fair);
/// The same of draws in any order. O(m log m)
[[nodiscard]] double crps(std::span<const double> draws, double outcome, CrpsKind kind = CrpsKind::fair);

/// Energy score of a vector (Gneiting & Raftery 2007): mean |X - y| less half the mean distance of two draws, fair as
/// above. O(m^2 width). @param draws  width x m: all draws of the first number, then of the second, ...
[[nodiscard]] double energy_score(std::span<const double> draws, std::span<const double> outcome,
                                  CrpsKind kind = CrpsKind::fair);

/// Interval score (Gneiting & Raftery 2007) of the central interval of the draws with the given coverage: its width,
/// and 2 / (1 - coverage) times the distance by which the outcome lies outside. Quantiles of type 7. @pre as above
[[nodiscard]] double interval_score_of_sorted(std::span<const double> sorted, double outcome, double coverage = 0.9);

/// Binned ignorance in bits, as in the conflict forecasts of ViEWS (Hegre et al. 2024): -log2 of (draws in the bin of
/// the outcome + 1) / (draws + bins), so that a bin without a draw costs much and not infinitely much. Bin b is
/// [edges[b-1], edges[b]), the outer ones are open: n edges make n + 1 bins. Only scores by the same edges can be
/// compared. @pre edges ascend; draws sorted
[[nodiscard]] double binned_ignorance_of_sorted(std::span<const double> sorted, double outcome,
                                                std::span<const double> edges);

/// Minus the natural logarithm of the density at the outcome, by a normal kernel with the bandwidth 0.9 min(sd,
/// IQR / 1.34) m^(-1/5) (Silverman 1986). None when the draws have no spread: they name no density. An outcome far
/// from all draws costs a lot, and how much hangs on the bandwidth. O(m)
[[nodiscard]] std::optional<double> kernel_log_score_of_sorted(std::span<const double> sorted, double outcome);

/// How many draws are less than the outcome, plus a place drawn among those that equal it: uniform on {0, ..., m} where
/// the forecast is calibrated (Dawid 1984; Czado, Gneiting & Held 2009 for the drawn place).
/// @param place  uniform on (0, 1)
[[nodiscard]] std::uint32_t rank_among_sorted(std::span<const double> sorted, double outcome, double place);

}  // namespace tarazy
