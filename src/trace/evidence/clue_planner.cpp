#include "trace/evidence/clue_planner.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// Largest ratio between two hypotheses, as a difference of logarithms.
double outcome_strength(std::span<const double> probabilities) {
    const auto [least, most] = std::ranges::minmax(probabilities);
    return most > 0 ? std::log(most) - std::log(least) : 0;
}

/// What one outcome changes.
struct OutcomeEffect {
    double weight = 0;   ///< between the two
    double entropy = 0;  ///< afterwards
};

OutcomeEffect effect_of_outcome(std::span<const double> posterior, std::span<const double> outcome,
                                std::span<const double> counted, std::size_t leader, std::size_t runner_up) {
    const bool replaces = counted.empty() || outcome_strength(outcome) > outcome_strength(counted);
    if (!replaces) return {0, entropy_bits(posterior)};
    std::vector<double> after;
    double sum = 0;
    for (std::size_t h = 0; h < posterior.size(); ++h) {
        const double before = counted.empty() ? 1 : counted[h];
        after.push_back(before > 0 ? posterior[h] / before * outcome[h] : 0);
        sum += after.back();
    }
    if (!(sum > 0)) return {0, entropy_bits(posterior)};  // an outcome that no hypothesis allows does not come
    for (double& p : after) p /= sum;
    double weight = decibels(outcome[leader], outcome[runner_up]);
    if (!counted.empty()) weight -= decibels(counted[leader], counted[runner_up]);
    return {weight, entropy_bits(after)};
}

}  // namespace

double entropy_bits(std::span<const double> probabilities) {
    double bits = 0;
    for (const double p : probabilities)
        if (p > 0) bits -= p * std::log2(p);
    return bits;
}

CluePlan plan_clue(std::span<const double> posterior, std::span<const double> likelihood,
                   std::span<const double> counted, std::size_t leader, std::size_t runner_up) {
    CluePlan plan;
    std::vector<double> lacking;
    for (std::size_t h = 0; h < posterior.size(); ++h) {
        plan.chance += posterior[h] * likelihood[h];
        lacking.push_back(1 - likelihood[h]);
    }
    const OutcomeEffect found = effect_of_outcome(posterior, likelihood, counted, leader, runner_up);
    const OutcomeEffect not_found = effect_of_outcome(posterior, lacking, counted, leader, runner_up);
    plan.if_found = found.weight;
    plan.if_not_found = not_found.weight;
    const double missing = 1 - plan.chance;
    plan.decibels = (plan.chance > 0 ? plan.chance * std::abs(found.weight) : 0) +
                    (missing > 0 ? missing * std::abs(not_found.weight) : 0);
    plan.entropy_reduction = entropy_bits(posterior) - plan.chance * found.entropy - missing * not_found.entropy;
    if (std::abs(plan.entropy_reduction) < 1e-14) plan.entropy_reduction = 0;  // a rounding of equal entropies
    return plan;
}

std::optional<std::size_t> counted_of_group(const RivalExplanations& rivals, std::span<const ClueCounting> counting,
                                            std::size_t clue) {
    if (rivals.clues[clue].group.empty()) return std::nullopt;
    for (std::size_t c = 0; c < rivals.clues.size(); ++c)
        if (counting[c] == ClueCounting::counted && rivals.clues[c].group == rivals.clues[clue].group) return c;
    return std::nullopt;
}

std::vector<PlannedClue> plan_clues(const RivalExplanations& rivals, const Weighing& weighing) {
    const std::vector<ClueCounting> counting = clue_counting(rivals);
    std::vector<PlannedClue> plans;
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        const Clue& clue = rivals.clues[c];
        if (clue.found != ClueFound::not_sought || clue.likelihoods.empty()) continue;
        std::vector<double> likelihood;
        for (const ClueLikelihood& one : clue.likelihoods) likelihood.push_back(one.probability.value);
        PlannedClue planned{c};
        const auto counted = counted_of_group(rivals, counting, c);
        planned.group_counts = counted.has_value();
        if (counted && rivals.clues[*counted].joint) {
            for (std::size_t h = 0; h < likelihood.size(); ++h)
                planned.plan.chance += weighing.posterior[h] * likelihood[h];
        } else {
            planned.plan = plan_clue(
                weighing.posterior, likelihood,
                counted ? std::span<const double>(weighing.steps[*counted].probability) : std::span<const double>(),
                weighing.leader, weighing.runner_up);
        }
        plans.push_back(planned);
    }
    std::ranges::sort(plans, [&](const PlannedClue& a, const PlannedClue& b) {
        if (a.plan.entropy_reduction != b.plan.entropy_reduction)
            return a.plan.entropy_reduction > b.plan.entropy_reduction;
        return rivals.clues[a.clue].id < rivals.clues[b.clue].id;
    });
    return plans;
}

}  // namespace tarazy
