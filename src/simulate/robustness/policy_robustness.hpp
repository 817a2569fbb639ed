#pragma once

#include "simulate/sensitivity/resampling.hpp"
#include "table/table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A condition on an outcome that is good enough: `y >= 0.5`, `cost <= 3`.
struct OutcomeThreshold {
    std::string outcome;
    bool at_least = true;
    double value = 0;

    [[nodiscard]] bool met(double number) const noexcept { return at_least ? number >= value : number <= value; }
};

/// Reads `y>=0.5`, `cost <= 3` (blanks do not count). @throws UsageError
[[nodiscard]] OutcomeThreshold parse_threshold(std::string_view text, std::string_view option);

/// What each policy brought about in each state of the world.
struct PolicyOutcomes {
    std::vector<std::string> policies, worlds;
    std::vector<double> outcome;         ///< policies x worlds; larger is better
    std::vector<bool> good_enough = {};  ///< the same, when thresholds were given: all are met
};

/// From a table with the columns `policy`, `run` (the state of the world) and outcomes: every policy in the same runs,
/// each once. @param larger_is_better  else the outcome's sign is turned
/// @throws InputError for combinations that are lacking or stand twice, cells without number, fewer than two policies
[[nodiscard]] PolicyOutcomes read_policy_outcomes(const Table& table, const std::string& outcome, bool larger_is_better,
                                                  const std::vector<OutcomeThreshold>& thresholds);

/// What policies are ranked by. Of regrets less is better, of the others more.
inline constexpr std::array<std::string_view, 6> policy_criteria = {"mean",       "worst",       "regret_max",
                                                                    "regret_q90", "regret_mean", "satisficing"};
[[nodiscard]] constexpr bool more_is_better(std::size_t criterion) noexcept {
    return criterion < 2 || criterion == 5;
}

/// All criteria of all policies: policies x criteria, over all states of the world and over each resample of them. The
/// same seed draws the same places among the states. Without thresholds the last criterion says nothing.
struct CriterionValues {
    std::vector<double> values;
    std::vector<std::vector<double>> replicates;
};
/// O(replicates x policies x worlds log worlds). @throws UsageError  options that do not fit
[[nodiscard]] CriterionValues criterion_values(const PolicyOutcomes& outcomes, const ResamplingOptions& options);

/// How a policy stands over all states of the world, none of which is more likely than another. Regret of a policy in
/// one of them is how much better the best policy does there (Savage 1951).
struct PolicyRobustness {
    IndexEstimate mean, worst;  ///< worst: maximin (Wald 1950)
    IndexEstimate regret_max, regret_q90, regret_mean;
    std::optional<IndexEstimate> satisficing;  ///< share of states that are good enough (Simon 1955, Starr 1962)
    double first_by_regret = 0;                ///< share of resamples where its largest regret is the smallest
    double first_by_regret_q90 = 0;
    std::optional<double> first_by_satisficing;
};

/// One a policy. States of the world are resampled, the same ones for all policies; ties share the first place.
/// O(replicates x policies x worlds log worlds).
[[nodiscard]] std::vector<PolicyRobustness> policy_robustness(const PolicyOutcomes& outcomes,
                                                              const ResamplingOptions& options);

}  // namespace tarazy
