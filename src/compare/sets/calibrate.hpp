#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Turns measurements into set memberships. NaN cells stay NaN in every method.

/// Anchors of full non-membership, crossover and full membership. Descending anchors calibrate a set that falls with x.
struct Anchors {
    double exclusion = 0, crossover = 0, inclusion = 0;
};

/// 1 / (1 + exp(-L (x - c) / (i - c))) above the crossover, with (c - e) below (Ragin 2008, ch. 5).
/// @param log_odds  L of the outer anchors: ln(0.95/0.05) = 2.944 by default in QCA, 3 in fsQCA
/// @throws UsageError unless the anchors strictly rise or fall
[[nodiscard]] std::vector<double> calibrate_direct(std::span<const double> x, const Anchors& anchors, double log_odds);

/// Straight (powers 1) or bent: 0.5 ((e-x)/(e-c))^below up to the crossover, 1 - 0.5 ((i-x)/(i-c))^above from it (Dusa
/// 2019, ch. 4). Powers of 2 give the s-shape.
[[nodiscard]] std::vector<double> calibrate_s_shaped(std::span<const double> x, const Anchors& anchors, double below,
                                                     double above);

/// Rising and falling: anchors e1 < c1 < i1 <= i2 < c2 < e2. With i1 < c1 < e1 <= e2 < c2 < i2 the set is high on both
/// sides and 0 between.
[[nodiscard]] std::vector<double> calibrate_bell(std::span<const double> x, const Anchors& left, const Anchors& right,
                                                 double below, double above);

/// Level = number of thresholds that x reaches. One threshold: a crisp set.
[[nodiscard]] std::vector<double> calibrate_levels(std::span<const double> x, std::span<const double> thresholds);

enum class IndirectModel {
    fractional_polynomial,  ///< logit on ln x, sqrt x, x, x^2, rounded to 6 digits (QCA); needs x > 0
    logit,                  ///< logit on x (SetMethods)
};

/// Indirect method (Ragin 2008, ch. 5): the thresholds sort cases into qualitative groups with memberships 0, 1/k, ...,
/// 1, and a fractional logit (Papke & Wooldridge 1996) predicts them from x, by iteratively reweighted least squares.
[[nodiscard]] std::vector<double> calibrate_indirect(std::span<const double> x, std::span<const double> thresholds,
                                                     IndirectModel model = IndirectModel::fractional_polynomial);

/// Totally fuzzy and relative: max(0, (F(x) - F(min)) / (1 - F(min))), F the shares of cases up to x (Cheli & Lemmi
/// 1995).
/// @param lowest  lowest category of the declared scale, which need not occur; nothing = the lowest value there is
[[nodiscard]] std::vector<double> calibrate_tfr(std::span<const double> x, std::optional<double> lowest = {});

/// Thresholds between groups of a complete-linkage clustering: midpoints of the gaps, ascending. O(n^2 log n) and less
/// for few distinct values. @pre 2 <= groups <= number of distinct values
[[nodiscard]] std::vector<double> cluster_thresholds(std::span<const double> x, std::size_t groups);

/// QCA 3.25.1 takes memberships below 0.0001 for 0 and above 0.9999 for 1, so that anchors look exact.
[[nodiscard]] std::vector<double> clamped_as_qca(std::vector<double> membership);

/// Says so when fewer than 20 % or more than 80 % of the cases lie above 0.5 (Schneider & Wagemann 2012 on skewed
/// sets).
[[nodiscard]] std::optional<std::string> skew_warning(std::span<const double> membership, const std::string& name);

}  // namespace tarazy
