#pragma once

#include "simulate/ensemble/model.hpp"
#include "simulate/ensemble/scenario.hpp"
#include "simulate/hedge/hedge_model.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What the alignment model of a scenario takes: numbers that are given or drawn, for each pole and for the state.
struct HedgeRunModel {
    std::vector<std::string> poles;
    bool has_autonomy = false;
    bool profile_is_drawn = false;              ///< a profile is drawn each year instead of taking the expected one
    std::vector<GivenOrDrawn> start = {};       ///< shares before the first year; divided by their sum
    std::vector<GivenOrDrawn> neighbours = {};  ///< mean profile of the neighbours, by share; empty where there is none
    std::array<std::vector<GivenOrDrawn>, hedge_drivers> drivers = {};  ///< by pole
    std::array<GivenOrDrawn, hedge_terms> coefficients = {};
    GivenOrDrawn decay = {}, gain = {};
    std::vector<std::optional<GivenOrDrawn>> targets = {};   ///< by pole: of its pressure
    std::vector<std::optional<GivenOrDrawn>> failures = {};  ///< by pole: chance a year that its guarantee fails
    std::vector<bool> may_press = {};                        ///< by pole: crises with it are looked at
    GivenOrDrawn crisis_base = {.given = -5}, crisis_pressure = {}, crisis_shock = {}, shock_now = {};
    std::size_t crisis_within = 0;  ///< years; 0 = since the first

    [[nodiscard]] std::size_t shares() const noexcept { return poles.size() + (has_autonomy ? 1 : 0); }
    [[nodiscard]] std::vector<std::string> outcomes() const;
};

/// One run, as `Model::compute` wants it. @param inputs  number of inputs a year in `values`
void compute_hedge_run(const HedgeRunModel& model, std::size_t inputs, const RunDraws& draws,
                       std::span<const double> values, std::span<double> results);

}  // namespace tarazy
