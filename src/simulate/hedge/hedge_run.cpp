#include "simulate/hedge/hedge_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

// Purposes of draws of the ensemble engine, apart from those of its shocks.
constexpr std::uint64_t guarantee_purpose = 0x6867'0001, profile_purpose = 0x6867'0002;

/// What a run remembers from one year to the next.
struct HedgeRunState {
    std::array<double, most_profile_shares> profile = {}, added_pressure = {};
    std::array<bool, most_profile_shares> failed = {};
    std::array<double, hedge_drivers* most_profile_shares> drivers = {};
    bool defined = true;
};

/// The shares that stand in `numbers`, divided by their sum. @return false where they are no profile
bool take_profile(const std::vector<GivenOrDrawn>& numbers, std::span<const double> now, std::span<double> profile) {
    double whole = 0;
    for (std::size_t j = 0; j < numbers.size(); ++j) {
        profile[j] = numbers[j].of(now);
        if (!(profile[j] >= 0)) return false;
        whole += profile[j];
    }
    if (!(whole > 0) || !std::isfinite(whole)) return false;
    for (std::size_t j = 0; j < numbers.size(); ++j) profile[j] /= whole;
    return true;
}

/// @return nothing where one lies outside of its bounds
std::optional<HedgeCoefficients> coefficients_now(const HedgeRunModel& model, std::span<const double> now) {
    HedgeCoefficients coefficients;
    for (const HedgeParameter& parameter : hedge_parameters()) {
        const double value = model.coefficients[static_cast<std::size_t>(parameter.term)].of(now);
        if (parameter.term != HedgeTerm::precision && !(value >= parameter.least && value <= parameter.most))
            return std::nullopt;
        coefficients[parameter.term] = value;
    }
    return coefficients;
}

/// Guarantees that fail this year, then the drivers of the year: what is given, and the pressure that was added.
bool take_drivers(const HedgeRunModel& model, std::span<const double> now, std::size_t year, const RunDraws& draws,
                  HedgeRunState& state) {
    const std::size_t poles = model.poles.size();
    for (std::size_t p = 0; p < poles; ++p) {
        if (!model.failures[p] || state.failed[p]) continue;
        state.failed[p] = draws.uniform(guarantee_purpose, year, p) < model.failures[p]->of(now);
    }
    for (std::size_t d = 0; d < hedge_drivers; ++d) {
        for (std::size_t p = 0; p < poles; ++p) {
            double& driver = state.drivers[d * poles + p];
            driver = model.drivers[d].empty() ? 0 : model.drivers[d][p].of(now);
            if (static_cast<HedgeTerm>(d) == HedgeTerm::coercion) driver += state.added_pressure[p];
            if (static_cast<HedgeTerm>(d) == HedgeTerm::assurance && state.failed[p]) driver = 0;
            if (!std::isfinite(driver)) return false;
        }
    }
    return true;
}

/// The chance of a crisis with any pole this year. @param before  profile of the year before
double crisis_chance(const HedgeRunModel& model, std::span<const double> now, std::span<const double> before,
                     const HedgeRunState& state) {
    const CrisisHazard hazard{model.crisis_base.of(now), model.crisis_pressure.of(now), model.crisis_shock.of(now)};
    const double* const coercion =
        state.drivers.data() + static_cast<std::size_t>(HedgeTerm::coercion) * model.poles.size();
    double none = 1;
    for (std::size_t p = 0; p < model.poles.size(); ++p) {
        if (model.may_press[p])
            none *= 1 - hazard.chance(coercion[p], state.profile[p] - before[p], model.shock_now.of(now));
    }
    return 1 - none;
}

/// One year: choice, measures, adaptation. The last two outcomes are the crisis' chance in the year, and, to be filled
/// in by the caller, within some years.
void compute_year(const HedgeRunModel& model, std::span<const double> now, std::size_t year, const RunDraws& draws,
                  HedgeRunState& state, std::span<double> results) {
    const std::size_t poles = model.poles.size(), shares = model.shares();
    std::ranges::fill(results, std::numeric_limits<double>::quiet_NaN());
    const std::optional<HedgeCoefficients> coefficients = coefficients_now(model, now);
    std::array<double, most_profile_shares> neighbours = {}, uniforms = {};
    const std::array<double, most_profile_shares> before = state.profile;
    state.defined = state.defined && coefficients && take_drivers(model, now, year, draws, state) &&
                    (model.neighbours.empty() || take_profile(model.neighbours, now, neighbours));
    if (!state.defined) return;
    const HedgeSituation situation{
        poles, std::span<const double>(state.drivers).first(hedge_drivers * poles),
        std::span<const double>(before).first(shares),
        model.neighbours.empty() ? std::span<const double>() : std::span<const double>(neighbours).first(shares)};
    const ProfileUtility utility = hedge_utility(situation, *coefficients);
    const ProfileChoice choice = choose_profile(utility);
    state.profile = choice.expected;
    if (model.profile_is_drawn) {
        for (std::size_t j = 0; j + 1 < shares; ++j) uniforms[j] = draws.uniform(profile_purpose, year, j);
        draw_profile(utility, std::span<const double>(uniforms).first(shares - 1),
                     std::span<double>(state.profile).first(shares));
    }

    const HedgeMeasures measures = hedge_measures(std::span<const double>(state.profile).first(shares), poles);
    std::size_t at = 0;
    for (std::size_t p = 0; p < poles; ++p) results[at++] = state.profile[p];
    if (model.has_autonomy) results[at++] = measures.autonomy;
    for (const double value : {measures.balance, measures.hhi, measures.max_share, room_for_manoeuvre(choice, shares)})
        results[at++] = value;
    const std::size_t coercion = static_cast<std::size_t>(HedgeTerm::coercion) * poles;
    for (std::size_t p = 0; p < poles; ++p)
        if (model.may_press[p]) results[at++] = state.drivers[coercion + p];
    for (std::size_t p = 0; p < poles; ++p)
        if (model.failures[p]) results[at++] = state.failed[p] ? 0 : 1;
    results[at] = crisis_chance(model, now, before, state);

    for (std::size_t p = 0; p < poles; ++p) {
        if (!model.targets[p]) continue;
        const PoleAdaptation adaptation{model.decay.of(now), model.gain.of(now), model.targets[p]->of(now)};
        state.added_pressure[p] = adaptation.next(state.added_pressure[p], state.profile[p]);
    }
}

}  // namespace

std::vector<std::string> HedgeRunModel::outcomes() const {
    std::vector<std::string> names;
    for (const std::string& pole : poles) names.push_back("share_" + pole);
    if (has_autonomy) names.emplace_back("autonomy");
    for (const char* name : {"balance", "hhi", "max_share", "room"}) names.emplace_back(name);
    for (std::size_t p = 0; p < poles.size(); ++p)
        if (may_press[p]) names.push_back("coercion_" + poles[p]);
    for (std::size_t p = 0; p < poles.size(); ++p)
        if (failures[p]) names.push_back("guarantee_" + poles[p]);
    names.emplace_back("crisis_year");
    names.emplace_back("crisis");
    return names;
}

void compute_hedge_run(const HedgeRunModel& model, std::size_t inputs, const RunDraws& draws,
                       std::span<const double> values, std::span<double> results) {
    const std::size_t width = model.outcomes().size(), years = results.size() / width;
    HedgeRunState state;
    state.defined = take_profile(model.start, values.first(inputs), state.profile);
    for (std::size_t year = 0; year < years; ++year) {
        const std::span<double> now = results.subspan(year * width, width);
        compute_year(model, values.subspan(year * inputs, inputs), year, draws, state, now);
        const std::size_t within = model.crisis_within == 0 ? year + 1 : std::min(model.crisis_within, year + 1);
        double none = 1;
        for (std::size_t back = 0; back < within; ++back) none *= 1 - results[(year - back) * width + width - 2];
        now[width - 1] = 1 - none;
    }
}

}  // namespace tarazy
