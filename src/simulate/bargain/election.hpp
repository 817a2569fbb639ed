#pragma once

#include "simulate/bargain/smp_options.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// How strongly and in which direction a voter of this weight votes between two options that are worth `first` and
/// `second` to it: above 0 for the first.
[[nodiscard]] double vote_of(VotingRule rule, double weight, double first, double second) noexcept;

/// Probability that a coalition of this strength prevails over another. @pre both above 0
[[nodiscard]] double victory_probability(VictoryModel model, double strength, double other) noexcept;

struct ElectionRules {
    VictoryModel victory = VictoryModel::linear;
    ElectionModel election = ElectionModel::conditional;
    VotingRule voting = VotingRule::proportional;
};

/// Probabilistic Condorcet elections, one after the other, in memory that is taken once.
///
/// Every pair of options is voted on. c_ij = 1e-8 + the votes for i against j; p_ij by the victory model; p_ii = 1/2.
/// Then (n options)
///   conditional       P_i in proportion to prod_{j != i} p_ij
///   markov_uniform    P = Q(P), Q_i = 1/n sum_j p_ij (P_i + P_j), by halves until max |Q - P| <= 1e-6
///   markov_incentive  the same with challenges k_ij = c_ij p_ij (1e-10 where i = j), each column scaled to 1:
///                     Q_i = sum_j p_ij (P_i k_ji + P_j k_ij), until max |Q - P| <= 1e-8
/// The elections of KTAB (its program SMP 0.1.1), whose numbers it gives.
/// @example  ProbabilisticCondorcet election(rules, options); election.run(weight, utility, options, out);
class ProbabilisticCondorcet {
public:
    ProbabilisticCondorcet(const ElectionRules& rules, std::size_t most_options);

    /// Row length of `utility` for so many options.
    [[nodiscard]] static std::size_t stride(std::size_t options) noexcept;

    /// @param utility  voters x stride(options): what each option is worth to each voter; the rest of a row is any
    /// finite number
    /// @param probability  of each option; they sum to 1. O(options^2 x voters), Markov models x their steps
    void run(std::span<const double> weight, std::span<const double> utility, std::size_t options,
             std::span<double> probability);

    /// Elections whose Markov process had not settled after 10,000 steps, which was then taken as it stood.
    [[nodiscard]] std::size_t unsettled() const noexcept { return unsettled_; }

private:
    void count_votes(std::span<const double> weight, std::span<const double> utility, std::size_t options);
    void conditional(std::size_t options, std::span<double> probability);
    void markov_uniform(std::size_t options, std::span<double> probability);
    void markov_incentive(std::size_t options, std::span<double> probability);
    template <typename Next>
    void settle(std::size_t options, double tolerance, std::span<double> probability, Next next);

    ElectionRules rules_;
    std::vector<double> coalition_;  ///< c_ij, row by row
    std::vector<double> victory_;    ///< p_ij
    std::vector<double> next_;
    std::size_t stride_ = 0, unsettled_ = 0;
};

/// One such election. @param utility  voters x options
[[nodiscard]] std::vector<double> probabilistic_condorcet(const ElectionRules& rules, std::span<const double> weight,
                                                          std::span<const double> utility, std::size_t options);

}  // namespace tarazy
