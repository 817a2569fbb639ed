#pragma once

// For tests only: votes drawn from the model of dynamic ordinal ideal points.

#include "align/ideal_points/ideal_point_model.hpp"
#include "align/ideal_points/ideal_point_precision.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"

#include <cmath>

namespace tarazy {

struct SimulatedVotes {
    VoteData votes;
    RollCallPairs same_text;
    IdealPointParameters truth;  ///< theta state after state, session after session; items as the roll calls stand
    double log_omega = 0;
};

struct SimulationSize {
    int states = 12, sessions = 4, items = 10;
    int repeated = 2;  ///< items of a session that were asked in the session before
};

/// Draws parameters from their priors, then votes. With `cut_sd` below that of the model's prior votes differ more
/// often.
inline SimulatedVotes simulated_votes(std::uint64_t seed, const SimulationSize& size, const IdealPointPriors& priors,
                                      bool draw_omega = false) {
    Random random(seed, "simulated votes", 0);
    const auto normal = [&random] { return normal_quantile(random.uniform()); };
    SimulatedVotes simulated;
    simulated.log_omega = draw_omega ? std::log(0.5 * std::abs(normal())) : 0.5 * std::log(priors.omega2);
    const double omega = std::exp(simulated.log_omega);
    for (int s = 0; s < size.states; ++s) simulated.votes.states.push_back(s + 1);
    for (int s = 0; s < size.states; ++s) {
        double theta = 0;
        for (int t = 0; t < size.sessions; ++t) {
            theta = t == 0 ? std::sqrt(priors.first_variance) * normal() : theta + omega * normal();
            simulated.truth.theta.push_back(theta);
        }
    }
    std::vector<ItemParameters> before;
    for (int t = 0; t < size.sessions; ++t) {
        std::vector<ItemParameters> now;
        for (int j = 0; j < size.items; ++j) {
            const std::int64_t id = 1000 * (t + 1) + j;
            const bool repeated = t > 0 && j < size.repeated;
            ItemParameters item;
            if (repeated) {
                item = before[static_cast<std::size_t>(size.items - size.repeated + j)];
                simulated.same_text.emplace_back(id - 1000 + size.items - size.repeated, id);
            } else {
                item.slope = std::sqrt(priors.slope_variance) * normal();
                item.cut = std::sqrt(priors.cut_variance) * normal();
                item.log_gap = std::sqrt(priors.log_gap_variance) * normal();
                simulated.truth.items.push_back(item);
            }
            now.push_back(item);
            simulated.votes.roll_calls.push_back({id, t + 1, {}});
            for (int s = 0; s < size.states; ++s) {
                const double theta = simulated.truth.theta[static_cast<std::size_t>(s * size.sessions + t)];
                const double utility = item.slope * theta + normal();
                const double second = item.cut + std::exp(item.log_gap);
                simulated.votes.cells.push_back(utility <= item.cut ? VoteData::yes
                                                : utility <= second ? VoteData::abstain
                                                                    : VoteData::no);
            }
        }
        before = std::move(now);
    }
    return simulated;
}

/// Priors under which most items are contested.
inline IdealPointPriors contested_priors() {
    IdealPointPriors priors;
    priors.cut_variance = 0.5;
    priors.log_gap_variance = 0.25;
    return priors;
}

/// A panel of simulated votes, bridged where they were repeated, at the parameters they were drawn from.
struct SimulatedPanel {
    VotePanel panel;
    IdealPointPriors priors = contested_priors();
    IdealPointVectors parameters;
    double log_omega = 0;

    explicit SimulatedPanel(const SimulationSize& size) {
        const SimulatedVotes simulated = simulated_votes(9, size, priors);
        PanelOptions options;
        options.same_text = simulated.same_text;
        options.simulated = true;
        panel = vote_panel(simulated.votes, options);
        parameters.theta = simulated.truth.theta;
        for (const ItemParameters& item : simulated.truth.items)
            parameters.items.insert(parameters.items.end(), {item.slope, item.cut, item.log_gap});
        log_omega = simulated.log_omega;
    }
};

}  // namespace tarazy
