#include "trace/evidence/posterior_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace tarazy {
namespace {

/// Least value of sum of weight_j p_j over p_low <= p <= p_high for all but one hypothesis, with sum `mass`: the
/// cheapest are filled first. With `sign` -1, minus the greatest value.
double least_sum_of_rivals(const std::vector<RivalHypothesis>& hypotheses, std::span<const double> weights,
                           std::size_t without, double mass, double sign) {
    std::vector<std::size_t> order;
    double sum = 0;
    for (std::size_t j = 0; j < hypotheses.size(); ++j) {
        if (j == without) continue;
        order.push_back(j);
        mass -= hypotheses[j].prior.low;
        sum += sign * weights[j] * hypotheses[j].prior.low;
    }
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return sign * weights[a] < sign * weights[b]; });
    for (const std::size_t j : order) {
        const double more = std::clamp(mass, 0.0, hypotheses[j].prior.high - hypotheses[j].prior.low);
        sum += sign * weights[j] * more;
        mass -= more;
    }
    return sum;
}

/// Ends of the prior of one hypothesis that the ranges of the others leave.
ProbabilityBounds prior_ends(const std::vector<RivalHypothesis>& hypotheses, std::size_t h) {
    double low = 1, high = 1;
    for (std::size_t j = 0; j < hypotheses.size(); ++j) {
        if (j == h) continue;
        low -= hypotheses[j].prior.high;
        high -= hypotheses[j].prior.low;
    }
    const ElicitedProbability& own = hypotheses[h].prior;
    // The value itself is always allowed; a sum that is off by a rounding must not exclude it.
    return {std::min(std::max(own.low, low), own.value), std::max(std::min(own.high, high), own.value)};
}

/// exp(log) of all relative to the largest, so that long evidence does not underflow.
std::vector<double> relative_weights(std::vector<double> logs) {
    const double most = *std::ranges::max_element(logs);
    if (!(most > -std::numeric_limits<double>::infinity())) return std::vector<double>(logs.size(), 0);
    for (double& one : logs) one = std::exp(one - most);
    return logs;
}

/// The extremes of one hypothesis, from sums of logs of the low and high probabilities of what was found.
ProbabilityBounds bounds_of(const std::vector<RivalHypothesis>& hypotheses, std::span<const double> low,
                            std::span<const double> high, std::size_t h) {
    const ProbabilityBounds ends = prior_ends(hypotheses, h);
    const auto weights_with = [&](std::span<const double> own, std::span<const double> rivals) {
        std::vector<double> logs(rivals.begin(), rivals.end());
        logs[h] = own[h];
        return relative_weights(std::move(logs));
    };
    ProbabilityBounds bounds;
    const std::vector<double> up = weights_with(high, low), down = weights_with(low, high);
    const double most = ends.high * up[h];
    const double few = least_sum_of_rivals(hypotheses, up, h, 1 - ends.high, 1);
    bounds.high = most > 0 ? most / (most + std::max(few, 0.0)) : 0;
    const double least = ends.low * down[h];
    const double many = -least_sum_of_rivals(hypotheses, down, h, 1 - ends.low, -1);
    bounds.low = many > 0 ? least / (least + many) : (most > 0 ? 1 : 0);
    return bounds;
}

double weight_log10(double p) {
    return 10 * std::log10(p);
}

}  // namespace

std::vector<std::vector<ProbabilityBounds>> posterior_bounds(const RivalExplanations& rivals) {
    const std::size_t count = rivals.hypotheses.size();
    std::vector<double> low(count, 0), high(count, 0);
    const std::vector<ClueCounting> counting = clue_counting(rivals);
    std::vector<std::vector<ProbabilityBounds>> all;
    std::vector<ProbabilityBounds> now = prior_bounds(rivals);
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        if (counting[c] == ClueCounting::counted) {
            const Clue& clue = rivals.clues[c];
            for (std::size_t h = 0; h < count; ++h) {
                const ElicitedProbability found = probability_found(clue.found, clue.likelihoods[h].probability);
                low[h] += std::log(found.low);
                high[h] += std::log(found.high);
            }
            for (std::size_t h = 0; h < count; ++h) now[h] = bounds_of(rivals.hypotheses, low, high, h);
        }
        all.push_back(now);
    }
    return all;
}

std::vector<ProbabilityBounds> prior_bounds(const RivalExplanations& rivals) {
    std::vector<ProbabilityBounds> bounds;
    for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h) bounds.push_back(prior_ends(rivals.hypotheses, h));
    return bounds;
}

WeightRange pair_weight(const Clue& clue, std::size_t a, std::size_t b) {
    const ElicitedProbability p = probability_found(clue.found, clue.likelihoods[a].probability);
    const ElicitedProbability q = probability_found(clue.found, clue.likelihoods[b].probability);
    return {weight_log10(p.value) - weight_log10(q.value), weight_log10(p.low) - weight_log10(q.high),
            weight_log10(p.high) - weight_log10(q.low)};
}

WeightRange prior_weight(const RivalExplanations& rivals, std::size_t a, std::size_t b) {
    const std::vector<RivalHypothesis>& all = rivals.hypotheses;
    std::vector<double> only_b(all.size(), 0);
    only_b[b] = 1;
    const ProbabilityBounds ends = prior_ends(all, a);
    // The ratio p_a/p_b rises in p_a for the least and for the greatest p_b that it leaves.
    const double least_b = least_sum_of_rivals(all, only_b, a, 1 - ends.high, 1);
    const double most_b = -least_sum_of_rivals(all, only_b, a, 1 - ends.low, -1);
    WeightRange weight{decibels(all[a].prior.value, all[b].prior.value), decibels(ends.low, most_b),
                       decibels(ends.high, least_b)};
    weight.low = std::min(weight.low, weight.value);
    weight.high = std::max(weight.high, weight.value);
    return weight;
}

}  // namespace tarazy
