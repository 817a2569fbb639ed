#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Fit of a set relation within one group of cases. A share with denominator 0 is unknown.
struct GroupFit {
    std::string group;
    std::size_t cases = 0;
    std::optional<double> consistency, coverage;
};

/// Fit of a set relation in all cases, and group by group.
struct ClusterFit {
    GroupFit pooled;               ///< its group is empty
    std::vector<GroupFit> groups;  ///< in the order of their names
    /// How far the groups' consistencies differ: sqrt(S_j (c_j / S c - 1/J)^2) over the J groups that have one
    /// (Garcia-Castro & Arino 2016); unknown without any
    std::optional<double> distance;
};

/// Consistency and coverage of x for y, pooled and by group: between clusters (years) when the groups are the clusters,
/// within units when they are the units. Sufficiency: S min / S x and S min / S y; necessity the other way round. A
/// group in which no case has x has no consistency. @param added  to both sums of a group's shares: the peer's 1e-10,
/// with which such a group has a consistency of 1. @param weights  for how many cases each one stands; empty: for one.
/// O(cases log groups) @pre the three have one entry a case
[[nodiscard]] ClusterFit cluster_consistency(std::span<const double> x, std::span<const double> y,
                                             std::span<const std::string> groups, bool necessity = false,
                                             double added = 0, std::span<const double> weights = {});

}  // namespace tarazy
