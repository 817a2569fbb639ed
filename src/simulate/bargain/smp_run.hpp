#pragma once

#include "base/work.hpp"
#include "simulate/bargain/actors.hpp"
#include "simulate/bargain/smp_options.hpp"
#include "simulate/bargain/smp_turn.hpp"
#include "simulate/ensemble/model.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

/// Why a run of bargaining ended.
enum class BargainEnd {
    converged,   ///< hardly anybody moves any more
    max_turns,   ///< it has not settled: what it says of the end is what the last turn happened to be
    cycle,       ///< positions came back to those of an earlier turn, and would do so for ever
    no_conflict  ///< all stand at the same place from the beginning
};
[[nodiscard]] std::string_view to_string(BargainEnd end) noexcept;

struct SmpBargainRecord {
    SmpBargain bargain;
    std::vector<double> initiator_terms, receiver_terms;  ///< on the scale of the actors, an issue each
    bool initiator_takes = false, receiver_takes = false;
    double initiator_probability = 0, receiver_probability = 0;  ///< of this one among the options of each
};

/// One turn as it is told: positions at its beginning, and what was done then (nothing in the last).
struct SmpTurnRecord {
    std::vector<double> position;           ///< actors x issues, on their scale
    std::vector<double> probability;        ///< of each actor's position in an election by capability
    std::vector<double> risk;               ///< attitude of each actor
    std::vector<ChallengeView> challenges;  ///< actors x actors
    std::vector<SmpBargainRecord> bargains;
};

struct SmpRun {
    std::vector<SmpTurnRecord> turns;  ///< from turn 0, the positions given
    BargainEnd end = BargainEnd::max_turns;
    std::size_t cycle_length = 0;         ///< turns, where it ended in a cycle
    std::size_t unsettled_elections = 0;  ///< whose Markov process had not settled
};

/// Runs the spatial model from turn to turn until the movement of a turn, sum_i ||dx_i||, is below 2 % of that of the
/// first (and 1e-4), `max_turns`, or positions that have been there before (equal to 1e-6 of the scale; deterministic
/// transitions only). Stochastic transitions draw by turn and actor. O(turns x actors^3)
/// @pre actors are as `read_actors` gives them
[[nodiscard]] SmpRun run_smp(const BargainActors& actors, const SmpOptions& options, const RunDraws& draws,
                             const Work& work = {});

/// How a run ended.
struct SmpEnding {
    BargainEnd end = BargainEnd::max_turns;
    std::size_t turns = 0, cycle_length = 0;
};

/// The same run after run on the same number of actors and issues, without a record and with nothing allocated from
/// turn to turn: for ensembles. Gives the numbers of `run_smp`.
class SmpRunner {
public:
    SmpRunner(std::size_t actors, std::size_t issues, const SmpOptions& options);

    /// Called before a turn with the positions at its beginning, and after it with their successors.
    struct Listener {
        std::function<void(SmpTurn& turn, std::span<const double> position)> looked = {};
        std::function<void(const SmpTurn& turn)> bargained = {};
    };

    /// @param position  actors x issues on 0..1; holds those of the last turn afterwards
    SmpEnding run(std::span<const double> capability, std::span<const double> salience, std::span<double> position,
                  const RunDraws& draws, const Work& work, const Listener& listener);

    [[nodiscard]] const SmpTurn& turn() const noexcept { return turn_; }

private:
    [[nodiscard]] std::optional<std::size_t> seen_before(std::span<const double> position, std::size_t turn);

    SmpOptions options_;
    std::size_t actors_, issues_;
    SmpTurn turn_;
    std::vector<double> next_;
    std::vector<double> history_;       ///< positions turn by turn
    std::vector<std::uint64_t> marks_;  ///< of positions, turn by turn
};

}  // namespace tarazy
