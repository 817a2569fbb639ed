#pragma once

#include "simulate/bargain/election.hpp"
#include "simulate/bargain/smp_options.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// A challenge as one actor sees it.
struct ChallengeView {
    double gain = 0;    ///< expected utility of challenging, less that of leaving things as they are
    double chance = 0;  ///< probability that the initiator prevails
};

/// What two actors may agree on: where each of them would go.
struct SmpBargain {
    std::size_t initiator = 0, receiver = 0;
    double gain = 0, chance = 0;  ///< of the challenge, as the initiator sees it
};

/// One turn of the spatial model of politics (KTAB's SMP; after Bueno de Mesquita 1997),
/// in memory that is taken once. Positions are scaled to 0..1 here.
///
/// distance      d_ij = sqrt(sum_d s_id^2 (x_id - x_jd)^2 / sum_d s_id^2), by i's saliences
/// utility       u(d, R) = (1 - d)(1 + d R)
/// risk          P = election over all positions with R = 0 and weights c; R_i = (P_i - lo)/(hi - lo), or scaled
///               otherwise (RiskRange); 0 where hi - lo < 1e-9. h takes (1 - f) R_h + f R_i for i's (RiskEstimate)
/// challenge     i on j: coalitions of the two, of weight S c, and of third parties, who compare what joining either
///               side gives them; chance = c_ij/(c_ij + c_ji),
///               gain = (1 - S_j) 2 u_ii + S_j (chance 2 u_ii + (1 - chance) 2 u_ij) - (u_ii + u_ij)
/// bargains      each actor challenges where its gain is largest and above 1e-5; the two would meet between their
///               positions, issue by issue, by salience and chance (Interpolation)
/// choice        every actor holds the status quo and the bargains it is part of; all actors vote on them by their mean
///               utility over all positions that would follow, with weights c; the most probable is taken, or one with
///               its probability
class SmpTurn {
public:
    SmpTurn(std::size_t actors, std::size_t issues, const SmpOptions& options);

    /// @param salience  actors x issues, shares
    void set_actors(std::span<const double> capability, std::span<const double> salience);

    /// Looks at positions (actors x issues, 0..1): distances, attitudes to risk, utilities. O(actors^3)
    void look(std::span<const double> position);
    /// Where actors go from the positions that were looked at. @param draw  uniform number for an actor, for stochastic
    /// transitions. O(actors^3); memory O(actors^2), none taken
    void bargain(std::span<double> next, const std::function<double(std::size_t actor)>& draw);

    // Of the positions that were looked at.
    [[nodiscard]] std::span<const double> risk() const noexcept { return risk_; }
    /// Probability of each actor's position in an election by capability, in which positions nearer than 1e-3 (0..1,
    /// Euclidean) to an earlier one count as that one. O(actors^3)
    void position_probabilities(std::span<double> probability);

    // Of the bargains that followed.
    [[nodiscard]] ChallengeView challenge(std::size_t initiator, std::size_t receiver) const {
        return {gain_[initiator * stride_ + receiver], chance_[initiator * stride_ + receiver]};
    }
    [[nodiscard]] std::span<const SmpBargain> bargains() const noexcept { return bargains_; }
    /// Where the two of a bargain would stand, 0..1: the issues of the initiator, then those of the receiver.
    [[nodiscard]] std::span<const double> terms(std::size_t bargain) const {
        return std::span(terms_).subspan(bargain * 2 * issues_, 2 * issues_);
    }
    /// The bargain an actor chose; nothing = its old position.
    [[nodiscard]] std::optional<std::size_t> chosen(std::size_t actor) const { return chosen_[actor]; }
    /// Probability of each of an actor's options: the status quo, then its bargains in their order.
    [[nodiscard]] std::span<const double> option_probabilities(std::size_t actor) const {
        return std::span(option_probability_).subspan(option_begin_[actor], options_[actor].size() + 1);
    }
    /// Elections whose Markov process had not settled.
    [[nodiscard]] std::size_t unsettled() const noexcept { return election_.unsettled(); }

private:
    [[nodiscard]] double estimated_risk(std::size_t of_whom, std::size_t by_whom) const {
        return (1 - known_share_) * risk_[by_whom] + known_share_ * risk_[of_whom];
    }
    [[nodiscard]] double utility_seen(std::size_t by_whom, std::size_t k, std::size_t j) const {
        return gap_[k * stride_ + j] * (1 + reach_[k * stride_ + j] * estimated_risk(k, by_whom));
    }
    [[nodiscard]] ChallengeView seen_by(std::size_t h, std::size_t i, std::size_t j) const;
    [[nodiscard]] ChallengeView weighed(double strength, double other, double utility, std::size_t receiver) const;
    void scale_risk();
    void find_challenges();
    void offer_bargains();
    void add_bargain(const SmpBargain& bargain);
    void interpolate(const SmpBargain& bargain, double chance, std::span<double> terms) const;
    void value_position(std::span<const double> position, std::span<double> utility) const;
    void value_bargains();
    void choose(std::size_t actor, std::span<double> next, const std::function<double(std::size_t)>& draw);

    SmpOptions options_of_model_;
    std::size_t actors_, issues_, stride_;
    double known_share_;
    std::vector<double> capability_, weight_, whole_, salience_, square_, square_sum_;
    std::vector<double> position_;       ///< actors x issues
    std::vector<double> gap_, reach_;    ///< 1 - d and min(d, 1), rows of whole lanes
    std::vector<double> risk_;           ///< of each actor
    std::vector<double> own_, before_;   ///< utility of position a to h in row a; sums of the rows before
    std::vector<double> gain_, chance_;  ///< of challenges
    std::vector<double> scratch_;        ///< rows that the search for challenges needs
    std::vector<SmpBargain> bargains_;
    std::vector<double> terms_, other_terms_;
    std::vector<double> value_;                      ///< status quo and bargains, a row each, to every actor
    std::vector<double> moved_;                      ///< two rows
    std::vector<std::vector<std::size_t>> options_;  ///< bargains of each actor
    std::vector<std::size_t> option_begin_;
    std::vector<double> option_probability_, ballot_, probability_;
    std::vector<std::optional<std::size_t>> chosen_;
    std::vector<std::size_t> distinct_, kind_;
    ProbabilisticCondorcet election_;
};

}  // namespace tarazy
