#pragma once

#include "base/number_text.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"
#include "simulate/hedge/hedge_data.hpp"
#include "stats/gamma_draws.hpp"

#include <cmath>
#include <string>

namespace tarazy {
namespace testing_hedge {

/// A panel of invented states with three poles and autonomy: trade shares that wander and a pressure that comes and
/// goes. Its profiles are all even: only the first year of each state matters where later ones are simulated.
inline std::string invented_panel(std::size_t states, std::size_t years, std::uint64_t seed = 1) {
    std::string text =
        "state,year,share_N,share_E,share_W,share_autonomy,trade_N,trade_E,trade_W,coercion_N,coercion_E,coercion_W\n";
    for (std::size_t s = 0; s < states; ++s) {
        Random random(seed, "invented panel", s);
        double pull[3] = {normal_draw(random), normal_draw(random), normal_draw(random)}, pressure = 0;
        for (std::size_t year = 0; year < years; ++year) {
            double whole = 0, trade[3];
            for (double& one : pull) one = 0.9 * one + 0.5 * normal_draw(random);
            for (std::size_t p = 0; p < 3; ++p) whole += trade[p] = std::exp(pull[p]);
            pressure = random.uniform() < 0.15 ? 1 : 0.6 * pressure;
            text += "S" + std::to_string(s) + "," + std::to_string(1992 + year) + ",0.3,0.25,0.25,0.2";
            for (const double one : trade) text += "," + number_text(one / whole);
            text += "," + number_text(pressure) + ",0,0\n";
        }
    }
    return text;
}

inline HedgePanel panel_of(const std::string& text) {
    return read_hedge_panel(read_csv(text, "panel.csv"));
}

/// Parameters that a panel of this size has something to say about.
inline HedgeCoefficients invented_truth() {
    HedgeCoefficients truth;
    truth[HedgeTerm::trade] = 15;
    truth[HedgeTerm::coercion] = 6;
    truth[HedgeTerm::entrapment] = 20;
    truth[HedgeTerm::inertia] = 60;
    truth[HedgeTerm::precision] = 80;
    return truth;
}

inline std::vector<HedgeTerm> invented_free() {
    return {HedgeTerm::trade, HedgeTerm::coercion, HedgeTerm::entrapment, HedgeTerm::inertia, HedgeTerm::precision};
}

inline HedgeData simulated_data(std::size_t states, std::size_t years, std::uint64_t number) {
    const HedgeData like = hedge_data(panel_of(invented_panel(states, years)), invented_free(), 9999);
    Random random(11, "test panel", number);
    return simulated_hedge_data(like, invented_truth(), random);
}

}  // namespace testing_hedge
}  // namespace tarazy
