#pragma once

#include "trace/causal_types/dirichlet_mixture.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct CausalPosteriorOptions {
    std::size_t exact_cases = 12;  ///< up to so many cases the exact mixture is tried
    std::size_t draws = 4000;      ///< in all chains together, behind the warm-up
    std::size_t chains = 4;
    std::size_t warm_up = 500;  ///< of each chain
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// What a query is under a posterior.
struct CausalAnswer {
    /// Share in the population: mean over the posterior of the shares of P(query | given; shares). This is what
    /// CausalQueries calls the mean of a query with `using = "posteriors"`.
    std::optional<double> value, sd, q05, q95;
    std::optional<double> mcse;  ///< Monte Carlo standard error of `value`; 0 where it is exact
    /// Probability for the next case of which the given is known: E[P(query and given)]/E[P(given)].
    std::optional<double> next_case;
    std::optional<double> next_case_mcse;  ///< 0 where it is exact
    std::optional<double> rhat, ess;       ///< of the draws of `value`
    double given = 1;                      ///< probability of what is given, for the next case
    std::size_t draws = 0;                 ///< in which the given is possible
};

struct CausalAnswers {
    bool exact = false;                 ///< from the exact mixture; else from collapsed Gibbs sampling
    std::vector<CausalAnswer> answers;  ///< of each query
};

/// Posterior of queries after data.
///
/// Up to `exact_cases` cases by the exact Dirichlet mixture, from which shares are drawn independently; beyond that, or
/// when it grows too large, by collapsed Gibbs sampling (Liu 1994): the types of each case are drawn anew given those
/// of all others, with the shares integrated out. Monte Carlo errors after Vehtari et al. (2021); of `next_case` by the
/// delta method. O(draws x (cases x fitting types + queries)). The same at any number of threads.
/// @throws InputError, LimitError as `type_components`; Interrupted
[[nodiscard]] CausalAnswers posterior_answers(const CausalModel& model, const TypeWeights& prior,
                                              const CausalData& data, const std::vector<CompiledQuery>& queries,
                                              const CausalPosteriorOptions& options, const Problem& at = {});

}  // namespace tarazy
