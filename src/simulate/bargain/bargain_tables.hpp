#pragma once

#include "simulate/bargain/bdm_run.hpp"
#include "simulate/bargain/smp_run.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

// Runs of the two models as tables. `turn` is the number of turns done: 0 is the beginning.

/// turn,actor,dim,position,prob,issue: `prob` is the probability of the actor's whole position, the same in its issues.
[[nodiscard]] Table smp_position_table(const BargainActors& actors, const SmpRun& run);
/// turn,actor,prob,risk
[[nodiscard]] Table smp_election_table(const BargainActors& actors, const SmpRun& run);
/// turn,initiator,receiver,gain,chance,made
[[nodiscard]] Table smp_challenge_table(const BargainActors& actors, const SmpRun& run);
/// turn,initiator,receiver,gain,chance,issue,initiator_from,initiator_to,receiver_from,receiver_to,
/// initiator_probability,receiver_probability,initiator_takes,receiver_takes
[[nodiscard]] Table smp_bargain_table(const BargainActors& actors, const SmpRun& run);

/// turn,actor,dim,position,risk_exponent,issue
[[nodiscard]] Table bdm_position_table(const BargainActors& actors, const BdmRun& run);
/// turn,actor,other,probability,eu_own,eu_perceived
[[nodiscard]] Table bdm_contest_table(const BargainActors& actors, const BdmRun& run);
/// turn,actor,to,kind,eu,other_eu,from,position
[[nodiscard]] Table bdm_offer_table(const BargainActors& actors, const BdmRun& run);

/// Weighted middles of a run: turn by turn, issue by issue, and how it ended.
struct BargainCourse {
    std::string model;  ///< "smp", "bdm paper", "bdm scholz-code"
    std::vector<std::string> issues;
    std::vector<std::vector<WeightedMiddle>> middles;  ///< turns x issues
    BargainEnd end = BargainEnd::max_turns;
    std::size_t cycle_length = 0;
    std::vector<std::vector<double>> positions = {};  ///< turns x (actors x issues), on the scale of the actors

    /// Turns over which the end is told: those of the cycle; the last ten where it has not settled; else the last.
    [[nodiscard]] std::size_t last_turns() const noexcept;
};
[[nodiscard]] BargainCourse smp_course(const BargainActors& actors, const SmpRun& run);
[[nodiscard]] BargainCourse bdm_course(const BargainActors& actors, const BdmRun& run);

/// turn,issue,mean,median
[[nodiscard]] Table forecast_table(const BargainCourse& course);
/// A row a course and issue:
/// model,issue,end,turns,cycle_length,mean_first,mean,mean_least,mean_most,median_first,median,
/// median_least,median_most: at the beginning, at the end, and between which they lie over `last_turns`.
[[nodiscard]] Table course_table(const std::vector<BargainCourse>& courses);

/// turn,issue,actor,position of a course of these actors (with its issues).
[[nodiscard]] Table course_position_table(const BargainActors& actors, const BargainCourse& course);

/// What each model says of the same actors: the spatial model on all issues together (where there are three actors),
/// both variants of the expected utility model on each issue alone. Where they differ nobody knows which is right: it
/// is part of what is uncertain.
[[nodiscard]] std::vector<BargainCourse> courses_by_model(const BargainActors& actors, const SmpOptions& smp,
                                                          const BdmOptions& bdm, const RunDraws& draws,
                                                          const Work& work = {});

}  // namespace tarazy
