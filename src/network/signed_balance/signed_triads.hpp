#pragma once

#include "network/graphs/network.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Triads by the number of negative ties among their three: +++, ++-, +--, ---.
struct TriadCounts {
    std::array<std::uint64_t, 4> by_negative{};

    [[nodiscard]] std::uint64_t total() const noexcept {
        return by_negative[0] + by_negative[1] + by_negative[2] + by_negative[3];
    }
    /// Share with an even number of negative ties (Cartwright & Harary 1956). Nothing without a triad.
    [[nodiscard]] std::optional<double> balanced_share() const;
    /// Share of those that are no ++-: three enemies are consistent with more than two camps (Davis 1967).
    [[nodiscard]] std::optional<double> weakly_balanced_share() const;
    bool operator==(const TriadCounts&) const = default;
};

/// Triads of a signed network. In a directed network a triad is a semicycle of length three, one tie between each two
/// of three nodes in whatever direction (Cartwright & Harary 1956): transitive (a->b, b->c, a->c) or a cycle (a->b,
/// b->c, c->a). Three nodes with mutual ties carry several.
struct SignedTriads {
    TriadCounts all;
    TriadCounts transitive, cyclic;    ///< of directed networks
    std::vector<TriadCounts> of_node;  ///< those in which the node takes part
};

/// O(ties x nodes / 64)
[[nodiscard]] SignedTriads signed_triads(const Network& network);

/// How a node stands between two poles.
struct PoleTriad {
    std::uint32_t node = 0;
    std::array<std::uint32_t, 2> poles{};
    /// Sign of the tie to the first pole, to the second, between the poles; 0 = the two directions contradict each
    /// other; nothing = no tie.
    std::optional<int> to_first, to_second, between;

    /// Product of the three signs; nothing while one of them is lacking.
    [[nodiscard]] std::optional<int> product() const;
};

/// For each node that is none of the poles and each two of them. @pre poles are places of nodes, each once
[[nodiscard]] std::vector<PoleTriad> pole_triads(const Network& network, const std::vector<std::uint32_t>& poles);

}  // namespace tarazy
