#pragma once

#include "base/work.hpp"
#include "simulate/bargain/actors.hpp"
#include "simulate/bargain/smp_run.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tarazy {

/// The two readings of the expected utility model of Bueno de Mesquita (1984, 1994) as Scholz, Calbert & Smith (2011)
/// reconstruct it.
enum class BdmVariant {
    paper,       ///< as the article describes it: the chances of the two in a contest sum to 1, actors capitulate, and
                 ///< take the offer that asks them to move least
    scholz_code  ///< as public programs compute it: one denominator for all contests, no capitulation, and among
                 ///< compromises the one with the lowest position
};
[[nodiscard]] std::string_view to_string(BdmVariant variant) noexcept;

struct BdmOptions {
    BdmVariant variant = BdmVariant::paper;
    double status_quo = 1;  ///< Q: probability that nothing changes without a challenge, 1 or 0.5 in the literature
    std::size_t rounds = 10;
    bool stop_early = true;  ///< when nobody moves any more, or positions repeat themselves
};

enum class BdmOfferKind { confrontation, compromise, capitulation };
[[nodiscard]] std::string_view to_string(BdmOfferKind kind) noexcept;

/// What an actor concedes to another in a round.
struct BdmOffer {
    std::size_t to = 0;
    BdmOfferKind kind = BdmOfferKind::confrontation;
    double eu = 0;        ///< of its own challenge, as it sees it
    double other_eu = 0;  ///< of the other's challenge, as it sees it
    double position = 0;  ///< where it goes
};

struct BdmRound {
    std::vector<double> position;  ///< at the end of the round; of round 0 as given
    double mean = 0, median = 0;   ///< weighted by capability x salience
    // Of the positions at the beginning; empty in round 0. Matrices are actors x actors.
    std::vector<double> risk_exponent = {};
    std::vector<double> probability = {};   ///< that i prevails over j
    std::vector<double> eu_own = {};        ///< of i challenging j, as i sees it; NaN where i = j
    std::vector<double> eu_perceived = {};  ///< of j challenging i, as i sees it; NaN where i = j
    std::vector<std::optional<BdmOffer>> offers = {};
};

struct BdmRun {
    std::vector<BdmRound> rounds;
    BargainEnd end = BargainEnd::max_turns;
    std::size_t cycle_length = 0;
    double range = 0;  ///< D: largest less smallest position of the beginning
};

/// Runs the model on one issue, w = capability x salience, r = exponent of risk, D = range of the first positions.
///
/// U_s = 2 - 4 (1/2 - |x_i - x_j|/2D)^r, U_f the same with +, U_sq = 2 - 4 (1/2)^r
/// P_ij = sum_k max(0, v_k) / S, v_k = w_k (|x_k - x_j|^r_k - |x_k - x_i|^r_k)/D^r_k; S = sum |v_k| of the contest
///        (paper), or of all ordered contests together (scholz_code)
/// E_ij = s_j (P_ij U_s + (1 - P_ij) U_f) + (1 - s_j) U_s - Q U_sq - (1 - Q)(T U_b + (1 - T) U_w), with the exponent of
///        who looks; T = 1 where |x_i - median| < |x_i - x_j|, U_b and U_w = 2 - 4 (1/2 -+ (|x_i - median| +
///        |x_i - x_j|)/4D)^r
/// risk: with r = 1, R_i = (2 S_i - max - min)/(max - min) of S_i = sum_j E_ji as i sees it; r_i = (1 - R_i/3)/(1 +
///        R_i/3); 1 where all are the same
/// offers to i: E_ji > E_ij > 0 confrontation, i goes to x_j; E_ji > 0 > E_ij with E_ji > |E_ij| compromise, i goes to
///        x_i + (x_j - x_i)|E_ij/E_ji|; with less capitulation, i goes to x_j (paper)
/// O(rounds x actors^3).
/// @pre one issue; actors as `read_actors` gives them
[[nodiscard]] BdmRun run_bdm(const BargainActors& actors, const BdmOptions& options, const Work& work = {});

}  // namespace tarazy
