#pragma once

#include "simulate/robustness/policy_robustness.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What the same policies brought about in one model.
struct ModelOutcomes {
    std::string model;
    PolicyOutcomes outcomes;
};

/// How far two models put the policies in the same order, by one criterion.
struct OrderAgreement {
    std::size_t criterion = 0, first = 0, second = 0;  ///< of `policy_criteria`; models
    std::optional<double> tau;                         ///< nothing where a model has all policies on a par
    std::optional<double> lower, upper;                ///< over resamples of the states of the world
    std::size_t reversed = 0, tied = 0;  ///< pairs of policies in the opposite order; on a par in either model
};

/// How the order of two policies holds over the models, by one criterion.
struct PairStability {
    std::optional<std::size_t> criterion;  ///< of `policy_criteria`; nothing: by the outcome, run by run
    std::size_t one = 0, other = 0;        ///< policies
    std::size_t one_better = 0, other_better = 0, tied = 0;  ///< models; all 0 run by run
    double changes = 0;                       ///< share of pairs of models in which the order is the opposite one
    std::optional<double> changes_resampled;  ///< its mean over resamples; nothing without any, and run by run
};

struct RankingStability {
    std::vector<std::string> models, policies;
    std::vector<OrderAgreement> agreements;  ///< criterion by criterion, pair by pair of models
    std::vector<PairStability> pairs;        ///< criterion by criterion, pair by pair of policies
    /// Are the states of the world those of every model? Then pairs are compared run by run, too, last.
    bool same_worlds = false;
};

/// Kendall's tau-b (Kendall 1945): pairs in the same order less those in the opposite one, over the geometric mean of
/// the pairs that are not on a par in each. Nothing where all of one are. O(n^2)
[[nodiscard]] std::optional<double> kendall_tau_b(std::span<const double> one, std::span<const double> other);

/// How stable the ranking of the policies is over the models. Only orders are compared: models may have outcomes in
/// different units. By all criteria, satisficing where there are thresholds. O(models x what `criterion_values` takes +
/// replicates x models^2 x policies^2).
/// @pre outcomes of all were read alike: larger is better, thresholds in all or none
/// @throws UsageError for fewer than two models; InputError naming the policies that a model lacks
[[nodiscard]] RankingStability ranking_stability(std::vector<ModelOutcomes> models, const ResamplingOptions& options);

/// criterion,model_1,model_2,tau,tau_lower,tau_upper,policies,pairs,reversed,tied
[[nodiscard]] Table agreement_table(const RankingStability& stability);
/// criterion,policy_1,policy_2,models,first_better,second_better,tied,changes,changes_resampled
[[nodiscard]] Table pair_stability_table(const RankingStability& stability);

/// Sentences on the criteria by which the models put different policies first, and on the least agreement.
[[nodiscard]] std::vector<std::string> stability_notes(const RankingStability& stability);

}  // namespace tarazy
