#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/measures/node_measures.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// Centralities of a node of a two-mode network as shares of the largest value that its mode allows (Borgatti & Everett
/// 1997, Soc. Networks 19: 243-269, sec. 5), with n nodes in its own mode and m in the other:
struct TwoModeCentrality {
    bool institution = false;
    std::optional<double> degree;       ///< degree / m
    std::optional<double> betweenness;  ///< by the centre of the most central two-mode network; nothing where that is 0
    std::optional<double> closeness;    ///< (m + 2 (n - 1)) / sum of distances; nothing unless all nodes are reached
};

struct TwoModeMeasures {
    /// The measures of the network whose nodes are actors and, behind them, institutions. Its names are in byte order
    /// within each mode, so that a name may stand in both.
    NodeMeasuresResult one_mode;
    std::vector<TwoModeCentrality> nodes;
};

/// The largest betweenness of a node with `own - 1` others in its own mode and `other` nodes in the other one (Borgatti
/// & Everett 1997, eq. 10).
[[nodiscard]] double largest_two_mode_betweenness(std::size_t own, std::size_t other);

/// O(nodes (nodes + ties)) @throws LimitError for more than 100,000 nodes
[[nodiscard]] TwoModeMeasures two_mode_measures(const TwoModeNetwork& network, const NodeMeasuresOptions& options = {});

/// `node_measures_table` of all nodes with mode, degree_two_mode, betweenness_two_mode and closeness_two_mode behind
/// it.
[[nodiscard]] Table two_mode_measures_table(const TwoModeMeasures& measures);

}  // namespace tarazy
