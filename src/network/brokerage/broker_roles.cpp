#include "network/brokerage/broker_roles.hpp"

#include "base/error.hpp"

#include <bit>
#include <cmath>
#include <string>

// The popcnt instruction is not part of plain x86-64; the compiler makes both versions and the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TARAZY_ROLE_COUNT_VERSIONS __attribute__((target_clones("popcnt", "default")))
#else
#define TARAZY_ROLE_COUNT_VERSIONS
#endif

namespace tarazy {
namespace {

/// Possible triads of a role around one node, and ordered pairs of them that share an arc.
struct PossibleTriads {
    double triads = 0, sharing = 0;
};

/// @param n  size of the node's own group; @param sizes  of all groups, `own` being its place
std::array<PossibleTriads, broker_roles> possible_triads(std::span<const std::uint32_t> sizes, std::size_t own) {
    double all = 0;
    for (const std::uint32_t size : sizes) all += size;
    const double n = sizes[own], in = n - 1, out = all - n;
    std::array<PossibleTriads, broker_roles> possible;
    const auto of = [&](BrokerRole role) -> PossibleTriads& { return possible[static_cast<std::size_t>(role)]; };
    of(BrokerRole::coordinator) = {in * (in - 1), 2 * in * (in - 1) * (in - 2)};
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        if (group == own) continue;
        const double m = sizes[group], beyond = out - m;
        of(BrokerRole::itinerant).triads += m * (m - 1);
        of(BrokerRole::itinerant).sharing += 2 * m * (m - 1) * (m - 2);
        of(BrokerRole::liaison).triads += m * beyond;
        of(BrokerRole::liaison).sharing += 2 * m * beyond * (beyond - 1);
    }
    const PossibleTriads across{in * out, in * out * (out - 1) + out * in * (in - 1)};
    of(BrokerRole::representative) = of(BrokerRole::gatekeeper) = across;
    of(BrokerRole::total) = {(all - 1) * (all - 2), 2 * (all - 1) * (all - 2) * (all - 3)};
    return possible;
}

}  // namespace

BitMatrix group_bits(std::span<const std::uint32_t> group, std::size_t groups) {
    BitMatrix members(groups, group.size());
    for (std::size_t node = 0; node < group.size(); ++node) members.set(group[node], node);
    return members;
}

TARAZY_ROLE_COUNT_VERSIONS
void count_broker_roles(const BitMatrix& ties, std::span<const std::uint32_t> group, const BitMatrix& members,
                        std::span<std::uint32_t> counts) {
    const std::size_t words = ties.words();
    std::vector<std::uint64_t> beyond(words);  // nodes that the source does not reach, without the source itself
    for (std::size_t source = 0; source < ties.rows(); ++source) {
        const std::uint64_t* const reached = ties.row(source).data();
        for (std::size_t word = 0; word < words; ++word) beyond[word] = ~reached[word];
        beyond[source / 64] &= ~(std::uint64_t{1} << (source % 64));
        const std::uint64_t* const source_group = members.row(group[source]).data();
        for (std::size_t word = 0; word < words; ++word) {
            for (std::uint64_t bits = reached[word]; bits != 0; bits &= bits - 1) {
                const std::size_t broker = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                const std::uint64_t* const ends = ties.row(broker).data();
                const std::uint64_t* const broker_group = members.row(group[broker]).data();
                std::uint32_t all = 0, own = 0, back = 0;  // ends; those in the broker's, in the source's group
                for (std::size_t at = 0; at < words; ++at) {
                    const std::uint64_t end = ends[at] & beyond[at];
                    all += static_cast<std::uint32_t>(__builtin_popcountll(end));
                    own += static_cast<std::uint32_t>(__builtin_popcountll(end & broker_group[at]));
                    back += static_cast<std::uint32_t>(__builtin_popcountll(end & source_group[at]));
                }
                std::uint32_t* const count = counts.data() + broker * broker_roles;
                if (group[source] == group[broker]) {
                    count[0] += own;
                    count[2] += all - own;
                } else {
                    count[1] += back;
                    count[3] += own;
                    count[4] += all - own - back;
                }
                count[5] += all;
            }
        }
    }
}

std::vector<std::uint32_t> broker_role_counts(const Network& network, const NodeGroups& groups) {
    if (network.size() > most_broker_nodes)
        throw LimitError("the network has " + std::to_string(network.size()) + " nodes; brokerage is counted for " +
                         std::to_string(most_broker_nodes) + " at most");
    std::vector<std::uint32_t> counts(network.size() * broker_roles);
    count_broker_roles(adjacency_bits(network), groups.group, group_bits(groups.group, groups.names.size()), counts);
    return counts;
}

std::vector<std::uint32_t> group_sizes(std::span<const std::uint32_t> group, std::size_t groups) {
    std::vector<std::uint32_t> sizes(groups);
    for (const std::uint32_t one : group) ++sizes[one];
    return sizes;
}

std::vector<RoleExpectation> role_expectations(std::span<const std::uint32_t> sizes, std::size_t arcs) {
    double nodes = 0;
    for (const std::uint32_t size : sizes) nodes += size;
    const double density = nodes < 2 ? 0 : static_cast<double>(arcs) / (nodes * (nodes - 1));
    const double triad = density * density * (1 - density);
    const double shared = std::pow(density * (1 - density), 3);
    std::vector<RoleExpectation> expectations(sizes.size());
    for (std::size_t own = 0; own < sizes.size(); ++own) {
        const auto possible = possible_triads(sizes, own);
        for (std::size_t role = 0; role < broker_roles; ++role) {
            expectations[own].expected[role] = possible[role].triads * triad;
            expectations[own].sd[role] =
                std::sqrt(possible[role].triads * triad * (1 - triad) + possible[role].sharing * shared);
        }
    }
    return expectations;
}

}  // namespace tarazy
