#include "network/brokerage/role_nulls.hpp"

#include "network/brokerage/exclusive_bridges.hpp"
#include "network/brokerage/rewiring.hpp"
#include "network/projection/curveball.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

/// Counts roles as numbers of a draw; owns its memory.
class DrawnRoles {
public:
    explicit DrawnRoles(const NodeGroups& groups)
        : groups_(groups),
          members_(group_bits(groups.group, groups.names.size())),
          counts_(groups.group.size() * broker_roles) {}

    void count(const BitMatrix& ties, std::span<double> numbers) { count(ties, groups_.group, members_, numbers); }
    void count(const BitMatrix& ties, std::span<const std::uint32_t> group, const BitMatrix& members,
               std::span<double> numbers) {
        std::ranges::fill(counts_, 0U);
        count_broker_roles(ties, group, members, counts_);
        std::ranges::copy(counts_, numbers.begin());
    }

private:
    const NodeGroups& groups_;
    const BitMatrix members_;
    std::vector<std::uint32_t> counts_;
};

std::vector<double> as_reals(std::span<const std::uint32_t> counts) {
    return {counts.begin(), counts.end()};
}

}  // namespace

NullDraws role_label_null(const BitMatrix& ties, const NodeGroups& groups, std::span<const std::uint32_t> counts,
                          const NullOptions& options) {
    return hold_against_null(as_reals(counts), options, "labels dealt anew", [&]() -> NullDraw {
        auto roles = std::make_shared<DrawnRoles>(groups);
        return [&, roles](std::uint64_t draw, std::span<double> numbers) {
            Random random(options.seed, "labels of brokerage", draw);
            std::vector<std::uint32_t> group = groups.group;
            for (std::size_t left = group.size(); left > 1; --left)
                std::swap(group[left - 1], group[random.below(left)]);
            roles->count(ties, group, group_bits(group, groups.names.size()), numbers);
        };
    });
}

NullDraws role_rewiring_null(const Network& network, const NodeGroups& groups, std::span<const std::uint32_t> counts,
                             std::size_t tries_per_tie, const NullOptions& options) {
    return hold_against_null(as_reals(counts), options, "networks with the same degrees", [&]() -> NullDraw {
        auto roles = std::make_shared<DrawnRoles>(groups);
        auto rewiring = std::make_shared<Rewiring>(network);
        return [&, roles, rewiring, tries_per_tie](std::uint64_t draw, std::span<double> numbers) {
            Random random(options.seed, "rewiring of brokerage", draw);
            rewiring->reset();
            rewiring->tries(tries_per_tie * rewiring->size(), random);
            roles->count(rewiring->ties(), numbers);
        };
    });
}

NullDraws role_margin_null(const TwoModeNetwork& network, const CriticalCounts& critical, const NodeGroups& groups,
                           std::span<const std::uint32_t> counts, const BitMatrix& cannot_join,
                           const NullOptions& options) {
    return hold_against_null(as_reals(counts), options, "networks with the same margins", [&]() -> NullDraw {
        auto roles = std::make_shared<DrawnRoles>(groups);
        return [&, roles](std::uint64_t draw, std::span<double> numbers) {
            Random random(options.seed, "curveball", draw);
            BitMatrix drawn = network.ties;
            curveball_trades(drawn, cannot_join, 5 * drawn.rows(), random);
            roles->count(backbone_bits(drawn, critical), numbers);
        };
    });
}

NullDraws bridge_margin_null(const TwoModeNetwork& network, const Blocs& blocs, std::span<const double> weights,
                             const BitMatrix& cannot_join, const NullOptions& options) {
    return hold_against_null(weights, options, "networks with the same margins", [&]() -> NullDraw {
        auto bridges = std::make_shared<BridgeCounter>(blocs, network.institutions.size());
        return [&, bridges](std::uint64_t draw, std::span<double> numbers) {
            Random random(options.seed, "curveball", draw);
            BitMatrix drawn = network.ties;
            curveball_trades(drawn, cannot_join, 5 * drawn.rows(), random);
            bridges->count(drawn, numbers);
        };
    });
}

}  // namespace tarazy
