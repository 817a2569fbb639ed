#include "network/bridging/bridge_standing.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "network/bridging/bridge_contributions.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/projection/critical_counts.hpp"
#include "network/projection/curveball.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>

namespace tarazy {
namespace {

constexpr std::size_t trades_a_row =
    10;  // twice the rule of Strona et al., which leaves a little of the observed network

/// Bridges that differ by less are equal: they are sums of the same shares in another order.
constexpr double bridge_rounding = 1e-9;

/// @param all  bridges of every actor
double share_exceeded(const BridgeStanding& standing, std::span<const double> all) {
    double below = 0;
    for (const std::uint32_t peer : standing.peers) {
        const double difference = all[standing.state] - all[peer];
        below += difference > bridge_rounding ? 1 : difference < -bridge_rounding ? 0 : 0.5;
    }
    return below / static_cast<double>(standing.peers.size());
}

/// What the standings are when institutions count as often as they are drawn.
void draw_institutions(const TwoModeNetwork& network, const BridgeContributions& contributions,
                       const InstitutionDraws& draws, const BridgeOptions& options,
                       std::vector<BridgeStanding>& standings) {
    for (BridgeStanding& standing : standings) {
        standing.bridge_draws.assign(contributions.pairs() + 1, std::vector<double>(draws.draws()));
        if (!standing.peers.empty()) standing.exceeds.resize(draws.draws());
    }
    WorkStep step(options.work, "institutions drawn with replacement", draws.draws());
    const auto chunk = [&](std::size_t begin, std::size_t end) {
        std::vector<double> all(network.actors.size());
        for (std::size_t draw = begin; draw < end; ++draw) {
            const std::vector<double> times = draws.times(draw, network.institutions);
            for (std::uint32_t actor = 0; actor < all.size(); ++actor)
                all[actor] = contributions.all_bridges(actor, times);
            for (BridgeStanding& standing : standings) {
                for (std::size_t pair = 0; pair < contributions.pairs(); ++pair)
                    standing.bridge_draws[pair][draw] = contributions.bridges(pair, standing.state, times);
                standing.bridge_draws.back()[draw] = all[standing.state];
                if (!standing.peers.empty()) standing.exceeds[draw] = share_exceeded(standing, all);
            }
        }
    };
    parallel_chunks(draws.draws(), 32, options.threads, chunk, step);
}

/// Liaisons of all states in one network. Ties of the states and of the members of blocs decide about them, so that the
/// backbone is taken among these alone.
class LiaisonNumbers {
public:
    LiaisonNumbers(const TwoModeNetwork& network, const Blocs& blocs, std::span<const std::uint32_t> states,
                   const CriticalCounts& critical)
        : blocs_{blocs.names, {}}, critical_(critical) {
        critical_.actor_class.clear();
        std::vector<std::uint32_t> place(network.actors.size());
        for (std::uint32_t actor = 0; actor < network.actors.size(); ++actor) {
            if (blocs.bloc[actor] == Blocs::none && std::ranges::find(states, actor) == states.end()) continue;
            place[actor] = static_cast<std::uint32_t>(actors_.size());
            actors_.push_back(actor);
            blocs_.bloc.push_back(blocs.bloc[actor]);
            critical_.actor_class.push_back(critical.actor_class[actor]);
        }
        for (const std::uint32_t state : states) states_.push_back(place[state]);
        ties_ = BitMatrix(actors_.size(), network.ties.columns());
    }

    void count(const BitMatrix& ties, std::span<double> liaisons) {
        for (std::size_t i = 0; i < actors_.size(); ++i) std::ranges::copy(ties.row(actors_[i]), ties_.row(i).begin());
        const BitMatrix backbone = backbone_bits(ties_, critical_);
        for (std::size_t s = 0; s < states_.size(); ++s)
            liaisons[s] = static_cast<double>(liaisons_between(backbone, blocs_, states_[s]));
    }

private:
    std::vector<std::uint32_t> actors_, states_;  ///< among all actors; among these
    Blocs blocs_;
    CriticalCounts critical_;
    BitMatrix ties_;
};

/// Bridges, then liaisons, of all states in one network.
class BridgeNumbers {
public:
    BridgeNumbers(const TwoModeNetwork& network, const Blocs& blocs, std::span<const std::uint32_t> states,
                  const CriticalCounts& critical)
        : states_(states),
          liaisons_(network, blocs, states, critical),
          counter_(blocs, network.institutions.size()),
          weights_(states.size() * counter_.columns()) {}

    void count(const BitMatrix& ties, std::span<double> numbers) {
        counter_.count(ties, states_, weights_);
        for (std::size_t s = 0; s < states_.size(); ++s) numbers[s] = weights_[(s + 1) * counter_.columns() - 1];
        liaisons_.count(ties, numbers.subspan(states_.size()));
    }

private:
    std::span<const std::uint32_t> states_;
    LiaisonNumbers liaisons_;
    BridgeCounter counter_;
    std::vector<double> weights_;
};

void hold_bridges_against_null(const TwoModeNetwork& network, const Blocs& blocs, std::span<const std::uint32_t> states,
                               const BridgeOptions& options, std::vector<BridgeStanding>& standings) {
    const CriticalCounts critical =
        critical_counts(network, {0.05, BackboneKind::positive}, {}, options.threads, options.work);
    std::vector<double> observed(2 * states.size());
    BridgeNumbers(network, blocs, states, critical).count(network.ties, observed);
    const NullDraws null =
        hold_against_null(observed, {options.draws, options.seed, options.threads, {}, options.work},
                          "networks with the same margins", [&]() -> NullDraw {
                              auto numbers = std::make_shared<BridgeNumbers>(network, blocs, states, critical);
                              return [&, numbers](std::uint64_t draw, std::span<double> found) {
                                  BitMatrix ties = network.ties;
                                  Random random(options.seed, "bridges of networks with the same margins", draw);
                                  curveball_trades(ties, {}, trades_a_row * ties.rows(), random);
                                  numbers->count(ties, found);
                              };
                          });
    for (std::size_t s = 0; s < states.size(); ++s) {
        standings[s].bridges_null = null.standings[s];
        standings[s].liaisons = static_cast<std::size_t>(observed[states.size() + s]);
        standings[s].liaisons_null = null.standings[states.size() + s];
    }
}

}  // namespace

InstitutionDraws::InstitutionDraws(std::vector<std::string> names, std::size_t draws, std::uint64_t seed)
    : names_(std::move(names)), draws_(draws) {
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    times_.resize(draws * names_.size());
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Random random(seed, "institutions drawn with replacement", draw);
        for (std::size_t k = 0; k < names_.size(); ++k) ++times_[draw * names_.size() + random.below(names_.size())];
    }
}

std::vector<double> InstitutionDraws::times(std::size_t draw, std::span<const std::string> institutions) const {
    std::vector<double> result;
    result.reserve(institutions.size());
    for (const std::string& name : institutions) {
        const auto at = std::ranges::lower_bound(names_, name);
        assert(at != names_.end() && *at == name);
        result.push_back(times_[draw * names_.size() + static_cast<std::size_t>(at - names_.begin())]);
    }
    return result;
}

std::vector<std::uint32_t> states_of_equal_degree(std::span<const std::size_t> memberships, const Blocs& blocs,
                                                  std::uint32_t state, std::size_t least) {
    const auto apart = [&](std::uint32_t other) {
        return memberships[other] > memberships[state] ? memberships[other] - memberships[state]
                                                       : memberships[state] - memberships[other];
    };
    std::vector<std::uint32_t> others;
    for (std::uint32_t other = 0; other < memberships.size(); ++other)
        if (other != state && blocs.bloc[other] == Blocs::none) others.push_back(other);
    std::ranges::stable_sort(others, {}, apart);
    if (others.size() > least && least > 0) {
        const std::size_t furthest = apart(others[least - 1]);
        std::erase_if(others, [&](std::uint32_t other) { return apart(other) > furthest; });
    }
    std::ranges::sort(others);
    return others;
}

std::size_t liaisons_between(const BitMatrix& backbone, const Blocs& blocs, std::uint32_t state) {
    std::vector<std::uint32_t> tied;
    for (std::uint32_t actor = 0; actor < blocs.bloc.size(); ++actor) {
        const bool of_another_bloc = blocs.bloc[actor] != Blocs::none && blocs.bloc[actor] != blocs.bloc[state];
        if (actor != state && of_another_bloc && backbone(state, actor)) tied.push_back(actor);
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < tied.size(); ++i)
        for (std::size_t j = i + 1; j < tied.size(); ++j)
            count += blocs.bloc[tied[i]] != blocs.bloc[tied[j]] && !backbone(tied[i], tied[j]) ? 1 : 0;
    return count;
}

std::vector<BridgeStanding> bridge_standings(const TwoModeNetwork& network, const Blocs& blocs,
                                             std::span<const std::uint32_t> states, const InstitutionDraws& draws,
                                             const BridgeOptions& options) {
    if (blocs.names.size() < 2) throw UsageError("a bridge needs two blocs or more");
    std::vector<std::size_t> memberships;
    for (std::size_t actor = 0; actor < network.actors.size(); ++actor)
        memberships.push_back(count_bits(network.ties.row(actor)));
    const BridgeContributions contributions(network.ties, blocs);
    const std::vector<double> once(network.institutions.size(), 1);
    std::vector<BridgeStanding> standings;
    for (const std::uint32_t state : states) {
        BridgeStanding& standing = standings.emplace_back();
        standing.state = state;
        standing.memberships = memberships[state];
        standing.peers = states_of_equal_degree(memberships, blocs, state, options.peers);
        for (const std::uint32_t peer : standing.peers)
            standing.apart = std::max(standing.apart, memberships[peer] > memberships[state]
                                                          ? memberships[peer] - memberships[state]
                                                          : memberships[state] - memberships[peer]);
        standing.institutions = contributions.bridging_institutions(state);
        for (std::size_t pair = 0; pair < contributions.pairs(); ++pair)
            standing.bridges.push_back(contributions.bridges(pair, state, once));
        standing.bridges.push_back(contributions.all_bridges(state, once));
    }
    draw_institutions(network, contributions, draws, options, standings);
    hold_bridges_against_null(network, blocs, states, options, standings);
    return standings;
}

}  // namespace tarazy
