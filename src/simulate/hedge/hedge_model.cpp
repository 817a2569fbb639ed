#include "simulate/hedge/hedge_model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {

ProfileUtility hedge_utility(const HedgeSituation& situation, const HedgeCoefficients& coefficients) noexcept {
    const std::size_t poles = situation.poles, shares = situation.previous.size();
    assert(shares == poles || shares == poles + 1);
    assert(situation.drivers.size() == hedge_drivers * poles);
    const double inertia = coefficients[HedgeTerm::inertia], neighbours = coefficients[HedgeTerm::neighbours];
    ProfileUtility utility;
    utility.shares = shares;
    for (std::size_t j = 0; j < shares; ++j) {
        utility.linear[j] = inertia * situation.previous[j];
        if (!situation.neighbours.empty()) utility.linear[j] += neighbours * situation.neighbours[j];
        utility.quadratic[j] = inertia;
    }
    for (std::size_t driver = 0; driver < hedge_drivers; ++driver) {
        const double coefficient = coefficients[static_cast<HedgeTerm>(driver)];
        // A driver that is not known (NaN) does not matter where its coefficient is 0.
        if (coefficient == 0) continue;
        for (std::size_t p = 0; p < poles; ++p)
            utility.linear[p] += coefficient * situation.drivers[driver * poles + p];
    }
    for (std::size_t p = 0; p < poles; ++p) utility.quadratic[p] += coefficients[HedgeTerm::entrapment];
    return utility;
}

HedgeMeasures hedge_measures(std::span<const double> profile, std::size_t poles) noexcept {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    HedgeMeasures measures{unknown, profile.size() > poles ? profile[poles] : unknown, 0, 0};
    double whole = 0;
    for (std::size_t p = 0; p < poles; ++p) {
        whole += profile[p];
        measures.hhi += profile[p] * profile[p];
        measures.max_share = std::max(measures.max_share, profile[p]);
    }
    if (poles < 2 || !(whole > 0)) return measures;
    measures.balance = 0;
    for (std::size_t p = 0; p < poles; ++p) {
        const double part = profile[p] / whole;
        if (part > 0) measures.balance -= part * std::log(part) / std::log(static_cast<double>(poles));
    }
    return measures;
}

double room_for_manoeuvre(const ProfileChoice& choice, std::size_t shares) noexcept {
    return std::exp(choice.entropy) / profile_count(shares);
}

double PoleAdaptation::next(double pressure, double expected_share) const noexcept {
    return (1 - decay) * pressure + gain * std::max(0.0, target - expected_share);
}

double CrisisHazard::chance(double coercion, double change, double shock_now) const noexcept {
    return 1 / (1 + std::exp(-(base + pressure * coercion * std::max(0.0, -change) + shock * shock_now)));
}

}  // namespace tarazy
