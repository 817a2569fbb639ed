#include "network/signed_balance/signed_triads.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Who is tied to whom, a matrix a sign: `out[0]` positive, `out[1]` negative.
struct SignedBits {
    std::array<BitMatrix, 2> out;
};

SignedBits signed_bits(const Network& network, bool turned) {
    SignedBits bits{{BitMatrix(network.size(), network.size()), BitMatrix(network.size(), network.size())}};
    for (const NetworkTie& tie : network.ties) {
        BitMatrix& matrix = bits.out[tie.sign < 0 ? 1 : 0];
        if (!turned || !network.directed) matrix.set(tie.from, tie.to);
        if (turned || !network.directed) matrix.set(tie.to, tie.from);
    }
    return bits;
}

/// Counts the triads that close over a tie, the third node being in a row of each of the two, and tells each of them.
template <typename Third>
void triads_over(const NetworkTie& tie, const SignedBits& at_first, std::uint32_t first, const SignedBits& at_second,
                 std::uint32_t second, TriadCounts& counts, Third third) {
    const std::size_t own = tie.sign < 0 ? 1 : 0;
    for (std::size_t a = 0; a < 2; ++a) {
        for (std::size_t b = 0; b < 2; ++b) {
            const auto row_a = at_first.out[a].row(first), row_b = at_second.out[b].row(second);
            for (std::size_t word = 0; word < row_a.size(); ++word) {
                std::uint64_t shared = row_a[word] & row_b[word];
                counts.by_negative[own + a + b] += static_cast<std::uint64_t>(std::popcount(shared));
                for (; shared != 0; shared &= shared - 1)
                    third(word * 64 + static_cast<std::size_t>(std::countr_zero(shared)), own + a + b);
            }
        }
    }
}

void divide(TriadCounts& counts, std::uint64_t by) {
    for (std::uint64_t& count : counts.by_negative) count /= by;
}

SignedTriads undirected_triads(const Network& network) {
    SignedTriads triads;
    triads.of_node.resize(network.size());
    const SignedBits near = signed_bits(network, false);
    for (const NetworkTie& tie : network.ties) {
        TriadCounts here;
        triads_over(tie, near, tie.from, near, tie.to, here, [](std::size_t, std::size_t) {});
        for (std::size_t k = 0; k < 4; ++k) {
            triads.all.by_negative[k] += here.by_negative[k];
            triads.of_node[tie.from].by_negative[k] += here.by_negative[k];
            triads.of_node[tie.to].by_negative[k] += here.by_negative[k];
        }
    }
    divide(triads.all, 3);
    for (TriadCounts& counts : triads.of_node) divide(counts, 2);
    return triads;
}

SignedTriads directed_triads(const Network& network) {
    SignedTriads triads;
    triads.of_node.resize(network.size());
    const SignedBits out = signed_bits(network, false), in = signed_bits(network, true);
    for (const NetworkTie& tie : network.ties) {
        triads_over(tie, out, tie.from, in, tie.to, triads.transitive, [&](std::size_t third, std::size_t negative) {
            for (const std::size_t node : {static_cast<std::size_t>(tie.from), static_cast<std::size_t>(tie.to), third})
                ++triads.of_node[node].by_negative[negative];
        });
        // A cycle is met at each of its three ties: the first node's part of it is counted there.
        triads_over(tie, in, tie.from, out, tie.to, triads.cyclic,
                    [&](std::size_t, std::size_t negative) { ++triads.of_node[tie.from].by_negative[negative]; });
    }
    divide(triads.cyclic, 3);
    for (std::size_t k = 0; k < 4; ++k)
        triads.all.by_negative[k] = triads.transitive.by_negative[k] + triads.cyclic.by_negative[k];
    return triads;
}

/// Sign between two nodes in either direction.
std::optional<int> sign_between(const Network& network, std::uint32_t a, std::uint32_t b) {
    std::optional<int> sign;
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
        const auto at = std::ranges::lower_bound(network.ties, std::pair(from, to), {},
                                                 [](const NetworkTie& tie) { return std::pair(tie.from, tie.to); });
        if (at == network.ties.end() || at->from != from || at->to != to) continue;
        sign = sign && *sign != at->sign ? 0 : at->sign;
    }
    return sign;
}

}  // namespace

std::optional<double> TriadCounts::balanced_share() const {
    if (total() == 0) return std::nullopt;
    return static_cast<double>(by_negative[0] + by_negative[2]) / static_cast<double>(total());
}

std::optional<double> TriadCounts::weakly_balanced_share() const {
    if (total() == 0) return std::nullopt;
    return static_cast<double>(total() - by_negative[1]) / static_cast<double>(total());
}

SignedTriads signed_triads(const Network& network) {
    return network.directed ? directed_triads(network) : undirected_triads(network);
}

std::optional<int> PoleTriad::product() const {
    if (!to_first || !to_second || !between) return std::nullopt;
    return *to_first * *to_second * *between;
}

std::vector<PoleTriad> pole_triads(const Network& network, const std::vector<std::uint32_t>& poles) {
    std::vector<PoleTriad> triads;
    for (std::uint32_t node = 0; node < network.size(); ++node) {
        if (std::ranges::find(poles, node) != poles.end()) continue;
        for (std::size_t a = 0; a < poles.size(); ++a) {
            for (std::size_t b = a + 1; b < poles.size(); ++b)
                triads.push_back({node,
                                  {poles[a], poles[b]},
                                  sign_between(network, node, poles[a]),
                                  sign_between(network, node, poles[b]),
                                  sign_between(network, poles[a], poles[b])});
        }
    }
    return triads;
}

}  // namespace tarazy
