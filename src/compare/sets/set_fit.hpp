#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

// Sums run over the cases; with weights each case counts so many times. Weights are as many as cases, or none. The
// order of the cases is no matter, to the last digit.

/// How well a set x is sufficient for y. A share with denominator 0 is unknown.
struct SufficiencyFit {
    std::optional<double> consistency;  ///< inclS = S min(x,y) / S x (Ragin 2006, eq. 1)
    std::optional<double> pri;  ///< (S min(x,y) - S min(x,y,1-y)) / (S x - S min(x,y,1-y)) (Schneider & Wagemann 2012)
    std::optional<double> coverage;  ///< covS = S min(x,y) / S y
};
[[nodiscard]] SufficiencyFit sufficiency(std::span<const double> x, std::span<const double> y,
                                         std::span<const double> weights = {});

/// Unique coverage of each set of a union: what of y is covered by it and by no other (Ragin 2006).
/// covU_i = (S min(x_i,y) - S min(x_i, y, max over j != i of min(x_j,y))) / S y. O(sets x cases)
[[nodiscard]] std::vector<std::optional<double>> unique_coverage(const std::vector<std::vector<double>>& sets,
                                                                 std::span<const double> y,
                                                                 std::span<const double> weights = {});

/// Consistency that weighs large inconsistencies more: S min / S (min + sqrt(max(x-y,0) x)) (Haesebrouck 2015).
[[nodiscard]] std::optional<double> haesebrouck_consistency(std::span<const double> x, std::span<const double> y,
                                                            std::span<const double> weights = {});

/// How well x is necessary for y.
struct NecessityFit {
    std::optional<double> inclusion;  ///< inclN = S min(x,y) / S y
    std::optional<double> relevance;  ///< RoN = S (1-x) / S (1 - min(x,y)) (Schneider & Wagemann 2012, ch. 9)
    std::optional<double> coverage;   ///< covN = S min(x,y) / S x (Goertz 2006)
};
[[nodiscard]] NecessityFit necessity(std::span<const double> x, std::span<const double> y,
                                     std::span<const double> weights = {});

}  // namespace tarazy
