#pragma once

#include "table/table.hpp"
#include "trace/evidence/clue_planner.hpp"
#include "trace/evidence/posterior_bounds.hpp"
#include "trace/evidence/range_draws.hpp"
#include "trace/evidence/sensitivity.hpp"

#include <vector>

namespace tarazy {

/// Evidence weighed, with everything that tells how far the result can be trusted.
struct EvidenceResult {
    RivalExplanations rivals;
    Weighing weighing;
    std::vector<std::vector<ProbabilityBounds>> bounds;  ///< after each clue, of each hypothesis
    std::vector<ProbabilityBounds> prior;                ///< of each hypothesis
    std::vector<std::vector<double>> given_others;       ///< weight of each clue given all others, for each hypothesis
    RangeDraws draws;
    std::vector<TornadoBar> bars;
    std::vector<PlannedClue> plans;
};

/// @throws InputError as `weigh`; Interrupted
[[nodiscard]] EvidenceResult weigh_evidence(RivalExplanations rivals, const RangeDrawOptions& options);

/// Clues that count for the hypothesis (weight above 0 against all its rivals, given all other clues) or against it.
[[nodiscard]] std::size_t clues_for(const EvidenceResult& result, std::size_t hypothesis);
[[nodiscard]] std::size_t clues_against(const EvidenceResult& result, std::size_t hypothesis);

/// Decibels of evidence that would make the hypothesis change places: of the leader with the second, of any other with
/// the leader. 0 or more; infinite where one of the two is impossible.
[[nodiscard]] double decibels_to_reverse(const EvidenceResult& result, std::size_t hypothesis);

// Tables of the result. A weight that is infinite is missing: a certainty has no number of decibels.

/// clue,hypothesis,likelihood,weight_db,posterior,posterior_low,posterior_high,likelihood_low,likelihood_high,found,
/// counting,group,judged_by: a row for each clue and hypothesis. weight_db is the weight for the hypothesis against all
/// its rivals.
[[nodiscard]] Table evidence_table(const EvidenceResult& result);

/// clue,leader,runner_up,weight_db,weight_low,weight_high,cumulative_db,cumulative_low,cumulative_high,found,counting:
/// the prior odds and then a row for each clue with likelihoods that was sought, between the two leading hypotheses.
[[nodiscard]] Table ladder_table(const EvidenceResult& result);

/// hypothesis,rank,prior,prior_low,prior_high,posterior,posterior_low,posterior_high,mean,q05,q10,q50,q90,q95,p_leads,
/// rank_q05,rank_q10,rank_q50,rank_q90,rank_q95,decibels_to_reverse,clues_for,clues_against: a row a hypothesis. *_low
/// and *_high are exact, mean and quantiles those of the draws.
[[nodiscard]] Table scoreboard_table(const EvidenceResult& result);

/// kind,clue,hypothesis,low,high,posterior_at_low,posterior_at_high,swing,leader_at_low,leader_at_high
[[nodiscard]] Table tornado_table(const EvidenceResult& result);

/// clue,chance,expected_db,expected_db_q05,expected_db_q95,entropy_reduction,entropy_q05,entropy_q95,if_found_db,
/// if_not_found_db,group: the clues to look for, the most telling first.
[[nodiscard]] Table planner_table(const EvidenceResult& result);

/// clue,hypothesis,against,weight_db,weight_low,weight_high: each clue that counts between each two hypotheses; rows
/// without a clue are the posterior odds, with the quantiles of the draws in q05,q10,q50,q90,q95.
[[nodiscard]] Table weights_table(const EvidenceResult& result);

}  // namespace tarazy
