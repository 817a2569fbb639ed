#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// The choices of the spatial model of politics, in KTAB's order, so that the number of a choice is KTAB's code.

/// vpm: how the ratio of two coalitions becomes the probability that one prevails: f(a)/(f(a)+f(b)) with f(a) = a, a^2,
/// a^4, a^8; binary: the stronger by a tenth prevails, with a ramp between.
enum class VictoryModel { linear, square, quartic, octic, binary };
/// pce: how the probabilities of pairs become those of all options. conditional: in proportion to the product of the
/// pairs an option wins; the others: the state that a Markov process settles to, whose challenges are as likely as they
/// promise (incentive), or all alike (uniform).
enum class ElectionModel { conditional, markov_incentive, markov_uniform };
/// vr: how a difference of utilities becomes a vote. KTAB's "ASymProsp" is left out: KTAB's own runs differ with it.
enum class VotingRule { binary, proportional_binary, proportional, proportional_cubic, cubic };
/// BigRAdjust: which share of what an actor takes for another's risk attitude is the other's own; the rest is its own.
enum class RiskEstimate { none, third, half, two_thirds, full };
/// BigRRange: risk attitudes lie between 0 and 1, -1/2 and 1, or -1 and 1.
enum class RiskRange { least, middle, most };
/// tpc: is a third party that joins a side bound to its position when that side wins or loses? semi: only when it
/// loses. With none and full nothing depends on which side it joins, so that third parties have no effect.
enum class ThirdParties { none, semi, full };
/// ivb: how a bargain on one issue weighs the two: salience x chance, its square, or salience^2 with no rounding.
enum class Interpolation { s1p1, s2p2, s2pmax };
/// bm: whose view of the chances a bargain follows: the initiator's, both as two offers, or both weighed by power.
enum class BargainModel { initiator, both, power_weighted };
/// An actor takes the most probable of its bargains, or each with its probability.
enum class Transitions { deterministic, stochastic };

struct SmpOptions {
    VictoryModel victory = VictoryModel::linear;
    ElectionModel election = ElectionModel::conditional;
    VotingRule voting = VotingRule::proportional;
    RiskEstimate risk_estimate = RiskEstimate::third;
    RiskRange risk_range = RiskRange::middle;
    ThirdParties third_parties = ThirdParties::semi;
    Interpolation interpolation = Interpolation::s2p2;
    BargainModel bargain = BargainModel::initiator;
    Transitions transitions = Transitions::deterministic;
    /// Defects of KTAB that change results are reproduced: risk attitudes scaled by a range that is rounding noise; the
    /// receiver's view of a bargain weighed by a gain where a probability is meant; its power weighed by the
    /// initiator's capability. And a run goes on where positions repeat themselves.
    bool ktab_compat = false;
    std::size_t max_turns = 100;
};

/// One of the choices, under the names that a user may give.
struct SmpChoice {
    std::string name;                 ///< "election"
    std::string peer_name;            ///< KTAB's: "pce"
    std::vector<std::string> values;  ///< in the order of KTAB's codes
    std::vector<std::string> peer_values;
    std::string meaning;
};
[[nodiscard]] std::span<const SmpChoice> smp_choices();

/// Sets a choice by its name and value: ours (`election`, `markov-uniform`), KTAB's (`pce`, `MarkovUniform`) or KTAB's
/// code (`2`); letter case does not count. @throws UsageError that says the nearest name
void set_smp_choice(SmpOptions& options, std::string_view name, std::string_view value);

/// The value of every choice, `name=value`, in the order of `smp_choices`.
[[nodiscard]] std::vector<std::string> smp_choice_texts(const SmpOptions& options);

}  // namespace tarazy
