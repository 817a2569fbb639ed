#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// Measures of who stands between others, of one node. Ties count without weights, but for the participation.
struct BrokerMeasures {
    std::uint32_t degree = 0;                     ///< ties; with directions those in and those out together
    std::uint32_t degree_in = 0, degree_out = 0;  ///< without directions both are the degree
    /// Pairs that the node lies between, each shortest path of a pair counting its share (Freeman 1977, Sociometry
    /// 40:35-41; Brandes 2001, Journal of Mathematical Sociology 25:163-177). Undirected pairs once.
    double betweenness = 0;
    /// Everett & Valente (2016, Social Networks 44:202-208): (2b + n - 1) / degree for two ties or more, otherwise 0;
    /// with directions the mean of (b + nodes that reach it) / ties in and (b + nodes that it reaches) / ties out,
    /// where b > 0, otherwise 0.
    double everett_valente = 0;
    /// 1 - sum over groups (s_ig / s_i)^2, s_ig weights of its ties with group g (Guimera & Amaral 2005, Nature
    /// 433:895-900); none without ties. Ties in and out together.
    std::optional<double> participation;
    std::optional<double> participation_norm;  ///< divided by its maximum 1 - 1/groups; none with one group
    /// Betweenness over pairs of nodes in different groups only.
    double cross_group = 0;
    /// Divided by the number of such pairs of others; none where there is no such pair.
    std::optional<double> cross_group_norm;
};

/// @param groups  the blocs: pairs of nodes in different ones are what is bridged
/// The same bytes at any number of threads. O(nodes x ties), memory O(32 nodes)
[[nodiscard]] std::vector<BrokerMeasures> broker_measures(const Network& network, const NodeGroups& groups,
                                                          unsigned threads = 0, const Work& work = {});

}  // namespace tarazy
