#include "trace/evidence/weighing.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace tarazy {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

/// Largest ratio of what was found between two hypotheses, as a difference of logarithms.
double clue_strength(const Clue& clue) {
    double least = std::numeric_limits<double>::infinity(), most = impossible;
    for (const ClueLikelihood& one : clue.likelihoods) {
        const double log_p = std::log(probability_found(clue.found, one.probability.value));
        least = std::min(least, log_p);
        most = std::max(most, log_p);
    }
    return most == impossible ? std::numeric_limits<double>::infinity() : most - least;
}

/// log of the sum of exp of all but one.
double log_sum_of_rivals(std::span<const double> logs, std::size_t without) {
    double most = impossible;
    for (std::size_t j = 0; j < logs.size(); ++j)
        if (j != without) most = std::max(most, logs[j]);
    if (most == impossible) return impossible;
    double sum = 0;
    for (std::size_t j = 0; j < logs.size(); ++j)
        if (j != without) sum += std::exp(logs[j] - most);
    return most + std::log(sum);
}

constexpr double decibels_of_log = 4.342944819032518;  // 10/log(10)

}  // namespace

std::string_view to_string(ClueCounting counting) noexcept {
    switch (counting) {
        case ClueCounting::counted: return "counted";
        case ClueCounting::weaker: return "weaker in its group";
        case ClueCounting::in_joint: return "in a joint item";
        case ClueCounting::not_sought: return "not sought";
    }
    return "";
}

double probability_found(ClueFound found, double likelihood) noexcept {
    return found == ClueFound::no ? 1 - likelihood : likelihood;
}

ElicitedProbability probability_found(ClueFound found, const ElicitedProbability& likelihood) noexcept {
    if (found != ClueFound::no) return likelihood;
    return {1 - likelihood.value, 1 - likelihood.high, 1 - likelihood.low};
}

double decibels(double a, double b) noexcept {
    return 10 * std::log10(a / b);
}

std::vector<ClueCounting> clue_counting(const RivalExplanations& rivals) {
    std::vector<ClueCounting> counting(rivals.clues.size(), ClueCounting::counted);
    std::map<std::string, std::size_t> strongest;
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        const Clue& clue = rivals.clues[c];
        if (clue.found == ClueFound::not_sought) {
            counting[c] = ClueCounting::not_sought;
            continue;
        }
        if (clue.group.empty()) continue;
        const auto [at, first] = strongest.emplace(clue.group, c);
        if (first) continue;
        const Clue& other = rivals.clues[at->second];
        const auto beats = [](const Clue& a, const Clue& b) {
            if (a.joint != b.joint) return a.joint;
            const double x = clue_strength(a), y = clue_strength(b);
            return x != y ? x > y : a.id < b.id;
        };
        if (beats(clue, other)) at->second = c;
    }
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        const auto group = strongest.find(rivals.clues[c].group);
        if (counting[c] != ClueCounting::counted || group == strongest.end() || group->second == c) continue;
        counting[c] = rivals.clues[group->second].joint ? ClueCounting::in_joint : ClueCounting::weaker;
    }
    return counting;
}

std::optional<std::vector<double>> normalised(std::span<const double> log_weights) {
    const double most = *std::ranges::max_element(log_weights);
    if (!(most > impossible)) return std::nullopt;
    std::vector<double> shares;
    double sum = 0;
    for (const double log_weight : log_weights) {
        shares.push_back(std::exp(log_weight - most));
        sum += shares.back();
    }
    for (double& share : shares) share /= sum;
    return shares;
}

std::vector<std::size_t> ranking(const RivalExplanations& rivals, std::span<const double> probabilities) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return probabilities[a] != probabilities[b] ? probabilities[a] > probabilities[b]
                                                    : rivals.hypotheses[a].id < rivals.hypotheses[b].id;
    });
    return order;
}

std::vector<std::vector<double>> weights_given_others(const RivalExplanations& rivals, const Weighing& weighing) {
    const std::size_t count = rivals.hypotheses.size();
    std::vector<std::vector<double>> weights(rivals.clues.size(), std::vector<double>(count, 0));
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        if (weighing.steps[c].counting != ClueCounting::counted) continue;
        std::vector<double> without(count), with(count);
        for (std::size_t h = 0; h < count; ++h) {
            without[h] = std::log(weighing.prior[h]);
            for (std::size_t other = 0; other < rivals.clues.size(); ++other) {
                if (other != c && weighing.steps[other].counting == ClueCounting::counted)
                    without[h] += std::log(weighing.steps[other].probability[h]);
            }
            with[h] = without[h] + std::log(weighing.steps[c].probability[h]);
        }
        for (std::size_t h = 0; h < count; ++h) {
            if (without[h] == impossible) continue;  // what is impossible anyhow
            const double rivals_before = log_sum_of_rivals(without, h), rivals_after = log_sum_of_rivals(with, h);
            if (rivals_before == impossible) continue;
            weights[c][h] =
                decibels_of_log * (std::log(weighing.steps[c].probability[h]) - (rivals_after - rivals_before));
        }
    }
    return weights;
}

Weighing weigh(const RivalExplanations& rivals) {
    Weighing result;
    std::vector<double> logs;
    for (const RivalHypothesis& one : rivals.hypotheses) {
        result.prior.push_back(one.prior.value);
        logs.push_back(std::log(one.prior.value));
    }
    result.posterior = result.prior;
    const std::vector<ClueCounting> counting = clue_counting(rivals);
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        const Clue& clue = rivals.clues[c];
        WeighedClue step;
        step.counting = counting[c];
        if (clue.found != ClueFound::not_sought)
            for (const ClueLikelihood& one : clue.likelihoods)
                step.probability.push_back(probability_found(clue.found, one.probability.value));
        step.weight.assign(rivals.hypotheses.size(), 0);
        if (step.counting == ClueCounting::counted) {
            const std::vector<double> before = logs;
            for (std::size_t h = 0; h < logs.size(); ++h) logs[h] += std::log(step.probability[h]);
            const auto posterior = normalised(logs);
            if (!posterior) {
                throw InputError(Problem{clue.place.file, clue.place.line, clue.place.column,
                                         "what was found of '" + clue.id +
                                             "' is, with the clues before it, impossible under every hypothesis",
                                         "a likelihood of 0 (of 1 for a clue that was not found) forbids a hypothesis "
                                         "for good; write how likely a surprise is, or add the hypothesis that is "
                                         "lacking"});
            }
            for (std::size_t h = 0; h < logs.size(); ++h) {
                step.weight[h] = decibels_of_log * (std::log(step.probability[h]) -
                                                    (log_sum_of_rivals(logs, h) - log_sum_of_rivals(before, h)));
            }
            result.posterior = *posterior;
        }
        step.posterior = result.posterior;
        result.steps.push_back(std::move(step));
    }
    const std::vector<std::size_t> order = ranking(rivals, result.posterior);
    result.leader = order[0];
    result.runner_up = order[1];
    return result;
}

}  // namespace tarazy
