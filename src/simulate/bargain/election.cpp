#include "simulate/bargain/election.hpp"

#include "simulate/bargain/vote_lanes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_markov_steps = 10'000;

/// Votes on options [first, first + lanes) against one other, over all voters in their order.
template <VotingRule rule>
[[gnu::always_inline]] inline void count_four(const double* weight, const double* utility, std::size_t voters,
                                              std::size_t stride, std::size_t option, std::size_t first,
                                              double* for_option, double* against) {
    VoteLanes won{1e-8, 1e-8, 1e-8, 1e-8}, lost = won;
    for (std::size_t voter = 0; voter < voters; ++voter) {
        const double* row = utility + voter * stride;
        VoteLanes others;
        load_votes(others, row + first);
        VoteLanes vote = row[option] - others;
        shape_vote<rule>(vote);
        vote *= weight[voter];
        add_vote(won, lost, vote);
    }
    store_votes(for_option + first, won);
    store_votes(against + first, lost);
}

/// Every option against those before it: coalitions for it in row `option` of `won`, against it in that of `lost`.
template <VotingRule rule>
[[gnu::always_inline]] inline void count_pairs(const double* weight, const double* utility, std::size_t voters,
                                               std::size_t options, std::size_t stride, double* won, double* lost) {
    for (std::size_t option = 1; option < options; ++option)
        for (std::size_t first = 0; first < option; first += vote_lanes)
            count_four<rule>(weight, utility, voters, stride, option, first, won + option * stride,
                             lost + option * stride);
}

TARAZY_VOTE_VERSIONS
void count_pairs_by(VotingRule rule, const double* weight, const double* utility, std::size_t voters,
                    std::size_t options, std::size_t stride, double* won, double* lost) {
    switch (rule) {
        case VotingRule::binary:
            return count_pairs<VotingRule::binary>(weight, utility, voters, options, stride, won, lost);
        case VotingRule::proportional_binary:
            return count_pairs<VotingRule::proportional_binary>(weight, utility, voters, options, stride, won, lost);
        case VotingRule::proportional:
            return count_pairs<VotingRule::proportional>(weight, utility, voters, options, stride, won, lost);
        case VotingRule::proportional_cubic:
            return count_pairs<VotingRule::proportional_cubic>(weight, utility, voters, options, stride, won, lost);
        case VotingRule::cubic:
            return count_pairs<VotingRule::cubic>(weight, utility, voters, options, stride, won, lost);
    }
}

/// What `victory_probability` puts in the place of the two strengths.
std::pair<double, double> strengths_of(VictoryModel model, double a, double b) noexcept {
    constexpr double enough = 1.1, least = 1e-6;
    const double a2 = a * a, b2 = b * b;
    switch (model) {
        case VictoryModel::linear: return {a, b};
        case VictoryModel::square: return {a2, b2};
        case VictoryModel::quartic: return {a2 * a2, b2 * b2};
        case VictoryModel::octic: return {(a2 * a2) * (a2 * a2), (b2 * b2) * (b2 * b2)};
        case VictoryModel::binary: break;
    }
    if (a >= enough * b) return {1, least};
    if (b >= enough * a) return {least, 1};
    const double ramp = ((1 + enough) * (a / (a + b)) - 1) / (enough - 1);
    return {ramp, 1 - ramp};
}

}  // namespace

double vote_of(VotingRule rule, double weight, double first, double second) noexcept {
    double vote = first - second;
    switch (rule) {
        case VotingRule::binary: shape_vote<VotingRule::binary>(vote); break;
        case VotingRule::proportional_binary: shape_vote<VotingRule::proportional_binary>(vote); break;
        case VotingRule::proportional: break;
        case VotingRule::proportional_cubic: shape_vote<VotingRule::proportional_cubic>(vote); break;
        case VotingRule::cubic: shape_vote<VotingRule::cubic>(vote); break;
    }
    return vote * weight;
}

double victory_probability(VictoryModel model, double strength, double other) noexcept {
    const auto [a, b] = strengths_of(model, strength, other);
    return a / (a + b);
}

ProbabilisticCondorcet::ProbabilisticCondorcet(const ElectionRules& rules, std::size_t most_options)
    : rules_(rules),
      coalition_(most_options * stride(most_options)),
      victory_(most_options * stride(most_options)),
      next_(most_options) {}

std::size_t ProbabilisticCondorcet::stride(std::size_t options) noexcept {
    return padded_to_lanes(options);
}

void ProbabilisticCondorcet::count_votes(std::span<const double> weight, std::span<const double> utility,
                                         std::size_t options) {
    stride_ = stride(options);
    count_pairs_by(rules_.voting, weight.data(), utility.data(), weight.size(), options, stride_, coalition_.data(),
                   victory_.data());
    for (std::size_t i = 0; i < options; ++i) {
        coalition_[i * stride_ + i] = 1e-8;
        victory_[i * stride_ + i] = 0.5;
        for (std::size_t j = 0; j < i; ++j) {
            const double won = coalition_[i * stride_ + j], lost = victory_[i * stride_ + j];
            coalition_[j * stride_ + i] = lost;
            const auto [a, b] = strengths_of(rules_.victory, won, lost);
            victory_[i * stride_ + j] = a / (a + b);
            victory_[j * stride_ + i] = b / (b + a);
        }
    }
}

void ProbabilisticCondorcet::conditional(std::size_t options, std::span<double> probability) {
    double sum = 0;
    for (std::size_t i = 0; i < options; ++i) {
        double product = 1;
        for (std::size_t j = 0; j < options; ++j)
            if (j != i) product *= victory_[i * stride_ + j];
        probability[i] = product;
        sum += product;
    }
    if (!(sum > 0)) {  // hundreds of options: the products are too small for a number, their ratios are not
        double largest = -HUGE_VAL;
        for (std::size_t i = 0; i < options; ++i) {
            double logarithm = 0;
            for (std::size_t j = 0; j < options; ++j)
                if (j != i) logarithm += std::log(victory_[i * stride_ + j]);
            probability[i] = logarithm;
            largest = std::max(largest, logarithm);
        }
        for (std::size_t i = 0; i < options; ++i) sum += probability[i] = std::exp(probability[i] - largest);
    }
    for (std::size_t i = 0; i < options; ++i) probability[i] /= sum;
}

template <typename Next>
void ProbabilisticCondorcet::settle(std::size_t options, double tolerance, std::span<double> probability, Next next) {
    std::ranges::fill(probability, 1.0 / static_cast<double>(options));
    for (std::size_t step = 0; step < most_markov_steps; ++step) {
        double change = 0;
        for (std::size_t i = 0; i < options; ++i) {
            next_[i] = next(i);
            change = std::max(change, std::abs(next_[i] - probability[i]));
        }
        for (std::size_t i = 0; i < options; ++i) probability[i] = (probability[i] + next_[i]) / 2;
        if (change <= tolerance) return;
    }
    ++unsettled_;
}

void ProbabilisticCondorcet::markov_uniform(std::size_t options, std::span<double> probability) {
    settle(options, 1e-6, probability, [&](std::size_t i) {
        double sum = 0;
        for (std::size_t j = 0; j < options; ++j) sum += victory_[i * stride_ + j] * (probability[i] + probability[j]);
        return sum / static_cast<double>(options);
    });
}

void ProbabilisticCondorcet::markov_incentive(std::size_t options, std::span<double> probability) {
    // Coalitions are not needed any more: their place is that of the challenges.
    std::vector<double>& challenge = coalition_;
    for (std::size_t j = 0; j < options; ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < options; ++i) {
            double& one = challenge[i * stride_ + j];
            one = i == j ? 1e-10 : one * victory_[i * stride_ + j];
            sum += one;
        }
        for (std::size_t i = 0; i < options; ++i) challenge[i * stride_ + j] /= sum;
    }
    settle(options, 1e-8, probability, [&](std::size_t i) {
        double sum = 0;
        for (std::size_t j = 0; j < options; ++j)
            sum += victory_[i * stride_ + j] *
                   (probability[i] * challenge[j * stride_ + i] + probability[j] * challenge[i * stride_ + j]);
        return sum;
    });
}

void ProbabilisticCondorcet::run(std::span<const double> weight, std::span<const double> utility, std::size_t options,
                                 std::span<double> probability) {
    if (options == 1) {
        probability[0] = 1;
        return;
    }
    count_votes(weight, utility, options);
    switch (rules_.election) {
        case ElectionModel::conditional: return conditional(options, probability);
        case ElectionModel::markov_uniform: return markov_uniform(options, probability);
        case ElectionModel::markov_incentive: return markov_incentive(options, probability);
    }
}

std::vector<double> probabilistic_condorcet(const ElectionRules& rules, std::span<const double> weight,
                                            std::span<const double> utility, std::size_t options) {
    const std::size_t voters = weight.size(), stride = ProbabilisticCondorcet::stride(options);
    std::vector<double> padded(voters * stride), probability(options);
    for (std::size_t voter = 0; voter < voters; ++voter)
        std::copy_n(utility.begin() + static_cast<std::ptrdiff_t>(voter * options), options,
                    padded.begin() + static_cast<std::ptrdiff_t>(voter * stride));
    ProbabilisticCondorcet(rules, options).run(weight, padded, options, probability);
    return probability;
}

}  // namespace tarazy
