#pragma once

#include "base/random.hpp"
#include "base/work.hpp"
#include "trace/causal_types/causal_cases.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tarazy {

/// Weights of a Dirichlet prior, one a type of each set; of the same shape as the shares.
using TypeWeights = std::vector<std::vector<double>>;

/// The posterior of the shares of one component: how the cases may fall on the types, with probabilities. Given the
/// counts the shares of each set are Dirichlet with the prior's weights plus the counts.
struct CountMixture {
    std::vector<std::size_t> sets;
    struct Counts {
        double probability = 0;
        std::vector<std::vector<unsigned>> cases;  ///< of each set of the component and type
    };
    std::vector<Counts> counts;      ///< ordered by the counts
    std::vector<double> cumulative;  ///< sums of their probabilities, for draws
};

/// Most different counts that an exact mixture may have.
inline constexpr std::size_t most_mixture_counts = 200000;

/// The posterior as an exact Dirichlet mixture: case after case, every combination of types that fits takes its
/// probability by Polya's urn (Blackwell & MacQueen 1973), equal counts being put together. Nothing when more than
/// `most_mixture_counts` different counts arise. The first value of the pair below is for each component.
/// O(cases x counts x fitting combinations) @throws Interrupted
[[nodiscard]] std::optional<std::vector<CountMixture>> dirichlet_mixture(const std::vector<TypeComponent>& components,
                                                                         const TypeWeights& prior,
                                                                         const Work& work = {});

/// log of the probability of the data in their order, with the shares integrated out; the same limits.
[[nodiscard]] std::optional<double> log_evidence(const std::vector<TypeComponent>& components, const TypeWeights& prior,
                                                 const Work& work = {});

/// Expectation of the query for the next case under the mixture, exactly. Nothing when the needed sets of several
/// components can come out in more ways than `most_mixture_counts`/10.
[[nodiscard]] std::optional<QueryValue> next_case(const CausalModel& model, const CompiledQuery& query,
                                                  const TypeWeights& prior, const std::vector<CountMixture>& mixture);

/// Weights of the Dirichlet after counts drawn from the mixture.
[[nodiscard]] TypeWeights drawn_weights(const TypeWeights& prior, const std::vector<CountMixture>& mixture,
                                        Random& random);

/// Expected shares under these weights.
[[nodiscard]] TypeShares mean_shares(const TypeWeights& weights);

}  // namespace tarazy
