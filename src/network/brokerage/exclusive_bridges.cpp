#include "network/brokerage/exclusive_bridges.hpp"

#include <algorithm>
#include <bit>

namespace tarazy {
namespace {

/// Calls `act(column)` for every bit that is set in both rows, in order.
template <typename Act>
void for_shared_bits(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, const Act& act) {
    for (std::size_t word = 0; word < a.size(); ++word)
        for (std::uint64_t bits = a[word] & b[word]; bits != 0; bits &= bits - 1)
            act(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace

BridgeCounter::BridgeCounter(Blocs blocs, std::size_t institutions)
    : blocs_(std::move(blocs)),
      pairs_(blocs_.pairs()),
      holding_(blocs_.names.size(), institutions),
      joining_(pairs_.size(), institutions),
      members_(institutions),
      inside_(blocs_.names.size() * institutions),
      share_(pairs_.size() * institutions) {}

void BridgeCounter::share_out(const BitMatrix& ties) {
    const std::size_t institutions = members_.size();
    holding_ = BitMatrix(blocs_.names.size(), institutions);
    std::ranges::fill(members_, 0U);
    std::ranges::fill(inside_, 0U);
    for (std::size_t actor = 0; actor < ties.rows(); ++actor) {
        const auto row = ties.row(actor);
        for_shared_bits(row, row, [&](std::size_t e) { ++members_[e]; });
        const std::uint32_t bloc = blocs_.bloc[actor];
        if (bloc == Blocs::none) continue;
        for (std::size_t word = 0; word < row.size(); ++word) holding_.row(bloc)[word] |= row[word];
        for_shared_bits(row, row, [&](std::size_t e) { ++inside_[bloc * institutions + e]; });
    }
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
        const std::uint32_t one = pairs_[pair].first, other = pairs_[pair].second;
        const auto a = holding_.row(one), b = holding_.row(other);
        for (std::size_t word = 0; word < a.size(); ++word) joining_.row(pair)[word] = a[word] & b[word];
        for_shared_bits(a, b, [&](std::size_t e) {
            const std::uint32_t holders =
                members_[e] - inside_[one * institutions + e] - inside_[other * institutions + e];
            share_[pair * institutions + e] = holders == 0 ? 0 : 1 / static_cast<double>(holders);
        });
    }
}

void BridgeCounter::weigh(const BitMatrix& ties, std::uint32_t state, std::span<double> row) const {
    const std::uint32_t own = blocs_.bloc[state];
    double total = 0;
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair) {
        double sum = 0;
        if (own == Blocs::none || (own != pairs_[pair].first && own != pairs_[pair].second)) {
            const double* share = share_.data() + pair * members_.size();
            for_shared_bits(joining_.row(pair), ties.row(state), [&](std::size_t e) { sum += share[e]; });
        }
        row[pair] = sum;
        total += sum;
    }
    row[pairs_.size()] = total;
}

void BridgeCounter::count(const BitMatrix& ties, std::span<double> weights) {
    share_out(ties);
    for (std::uint32_t state = 0; state < ties.rows(); ++state)
        weigh(ties, state, weights.subspan(state * columns(), columns()));
}

void BridgeCounter::count(const BitMatrix& ties, std::span<const std::uint32_t> states, std::span<double> weights) {
    share_out(ties);
    for (std::size_t at = 0; at < states.size(); ++at)
        weigh(ties, states[at], weights.subspan(at * columns(), columns()));
}

ExclusiveBridges exclusive_bridges(const TwoModeNetwork& network, const Blocs& blocs) {
    BridgeCounter counter(blocs, network.institutions.size());
    ExclusiveBridges bridges;
    bridges.columns = counter.columns();
    bridges.weights.resize(network.actors.size() * counter.columns());
    bridges.institutions.resize(network.actors.size() * counter.columns());
    counter.count(network.ties, bridges.weights);
    for (std::uint32_t state = 0; state < network.actors.size(); ++state) {
        std::vector<bool> any(network.institutions.size());
        const auto found = bridge_institutions(network, blocs, state);
        const auto pairs = blocs.pairs();
        for (const BridgeInstitution& bridge : found) {
            const auto pair = std::ranges::find(pairs, std::pair(bridge.one, bridge.other)) - pairs.begin();
            ++bridges.institutions[state * bridges.columns + static_cast<std::size_t>(pair)];
            any[bridge.institution] = true;
        }
        bridges.institutions[state * bridges.columns + pairs.size()] =
            static_cast<std::uint32_t>(std::ranges::count(any, true));
    }
    return bridges;
}

std::vector<BridgeInstitution> bridge_institutions(const TwoModeNetwork& network, const Blocs& blocs,
                                                   std::uint32_t state) {
    std::vector<BridgeInstitution> found;
    const std::uint32_t own = blocs.bloc[state];
    for (const auto& [one, other] : blocs.pairs()) {
        if (own != Blocs::none && (own == one || own == other)) continue;
        for (std::uint32_t e = 0; e < network.institutions.size(); ++e) {
            if (!network.ties(state, e)) continue;
            BridgeInstitution bridge{e, one, other, 0, {}, {}};
            for (std::uint32_t actor = 0; actor < network.actors.size(); ++actor) {
                if (!network.ties(actor, e)) continue;
                if (blocs.bloc[actor] == one)
                    bridge.in_one.push_back(actor);
                else if (blocs.bloc[actor] == other)
                    bridge.in_other.push_back(actor);
                else
                    ++bridge.holders;
            }
            if (!bridge.in_one.empty() && !bridge.in_other.empty()) found.push_back(std::move(bridge));
        }
    }
    return found;
}

}  // namespace tarazy
