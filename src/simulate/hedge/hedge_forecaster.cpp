#include "simulate/hedge/hedge_forecaster.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

/// What is known of a state at the origin: its last profile, how old it is, and its last drivers.
struct KnownState {
    bool usable = false;
    std::int64_t year = 0;
    std::vector<double> profile, drivers;
};

bool whole(std::span<const double> numbers) {
    return std::ranges::none_of(numbers, [](double number) { return std::isnan(number); });
}

KnownState known_at(const HedgePanel& panel, std::size_t state, std::int64_t origin,
                    const std::vector<HedgeTerm>& needed) {
    KnownState known;
    const std::size_t poles = panel.poles.size();
    known.drivers.assign(hedge_drivers * poles, std::numeric_limits<double>::quiet_NaN());
    for (std::int64_t year = panel.shares.first_year; year <= std::min(origin, panel.shares.last_year()); ++year) {
        if (const std::span<const double> profile = panel.shares.at(state, year); whole(profile)) {
            known.profile.assign(profile.begin(), profile.end());
            known.year = year;
        }
        const std::span<const double> drivers = panel.drivers.at(state, year);
        for (std::size_t d = 0; d < hedge_drivers; ++d)
            if (whole(drivers.subspan(d * poles, poles)))
                std::copy_n(drivers.begin() + static_cast<std::ptrdiff_t>(d * poles), poles,
                            known.drivers.begin() + static_cast<std::ptrdiff_t>(d * poles));
    }
    known.usable = !known.profile.empty() && std::ranges::all_of(needed, [&](HedgeTerm term) {
        return whole(std::span(known.drivers).subspan(static_cast<std::size_t>(term) * poles, poles));
    });
    return known;
}

/// The states that can be forecast, and the year of the oldest of their last profiles.
struct ForecastStart {
    std::vector<std::size_t> states;  ///< places in the panel
    std::vector<KnownState> known;
    std::vector<std::vector<WeightedNeighbour>> neighbours;  ///< among these
    std::int64_t first = 0;
};

ForecastStart start_at(const HedgePanel& panel, std::int64_t origin, const std::vector<HedgeTerm>& needed) {
    ForecastStart start;
    for (std::size_t s = 0; s < panel.shares.states.size(); ++s) {
        KnownState known = known_at(panel, s, origin, needed);
        if (!known.usable) continue;
        start.states.push_back(s);
        start.first = start.known.empty() ? known.year : std::min(start.first, known.year);
        start.known.push_back(std::move(known));
    }
    for (const std::size_t s : start.states) {
        start.neighbours.emplace_back();
        double sum = 0;
        for (const WeightedNeighbour& neighbour :
             panel.neighbours.empty() ? std::vector<WeightedNeighbour>() : panel.neighbours[s]) {
            const auto found = std::ranges::find(start.states, neighbour.state);
            if (found == start.states.end()) continue;
            start.neighbours.back().push_back(
                {static_cast<std::size_t>(found - start.states.begin()), neighbour.weight});
            sum += neighbour.weight;
        }
        for (WeightedNeighbour& neighbour : start.neighbours.back()) neighbour.weight /= sum;
    }
    return start;
}

/// One future of all states: fills in the draw. @return false where no mutually consistent profiles were found
bool draw_future(const HedgePanel& panel, const ForecastStart& start, const HedgeCoefficients& coefficients,
                 std::int64_t origin, Random& random, std::size_t draw, ForecastDraws& draws) {
    const std::size_t shares = panel.share_count(), states = start.states.size();
    std::vector<double> now, weights(shares), logs(shares);
    for (const KnownState& known : start.known) now.insert(now.end(), known.profile.begin(), known.profile.end());
    const auto last = origin + static_cast<std::int64_t>(draws.horizons.back());
    for (std::int64_t year = start.first + 1; year <= last; ++year) {
        const std::vector<double> before = now;
        NeighbourYear all;
        all.neighbours = start.neighbours;
        for (std::size_t i = 0; i < states; ++i)
            all.situations.push_back(
                {panel.poles.size(), start.known[i].drivers, std::span(before).subspan(i * shares, shares), {}});
        const NeighbourEquilibrium found = neighbour_equilibrium(all, coefficients, before);
        if (!found.converged) return false;
        for (std::size_t i = 0; i < states; ++i) {
            // A state whose profile of this year is known, or younger, stays where it is.
            if (year <= start.known[i].year) continue;
            for (std::size_t j = 0; j < shares; ++j)
                weights[j] = coefficients[HedgeTerm::precision] * std::max(found.expected[i * shares + j], 1e-9);
            log_dirichlet_draw(random, weights, logs);
            for (std::size_t j = 0; j < shares; ++j) now[i * shares + j] = std::exp(logs[j]);
        }
        for (std::size_t h = 0; h < draws.horizons.size(); ++h) {
            if (origin + static_cast<std::int64_t>(draws.horizons[h]) != year) continue;
            for (std::size_t i = 0; i < states; ++i)
                for (std::size_t j = 0; j < shares; ++j) draws.of(start.states[i], h, j)[draw] = now[i * shares + j];
        }
    }
    return true;
}

std::optional<HedgeFit> fit_at_origin(const HedgePanel& panel, const YearPanel& history, HedgeFitOptions options,
                                      const ForecastRequest& request, ForecastDraws& draws) {
    options.threads = 1;
    options.work = request.work.unheard();
    options.seed = request.seed;
    options.intervals = HedgeIntervals::wald;
    try {
        return fit_hedge(hedge_data(panel, drivers_needed(options), history.last_year()), options);
    } catch (const InputError&) {
        draws.notes.emplace_back("too few years in a row to estimate the alignment model");
    } catch (const LimitError& error) {
        draws.notes.emplace_back(error.what());
    }
    return std::nullopt;
}

}  // namespace

Forecaster hedge_forecaster(const HedgePanel& panel, const HedgeFitOptions& fit) {
    const auto shared = std::make_shared<const HedgePanel>(panel);
    const auto forecast = [shared, fit](const YearPanel& history, const ForecastRequest& request) {
        ForecastDraws draws = empty_draws(history, request);
        const std::optional<HedgeFit> found = fit_at_origin(*shared, history, fit, request, draws);
        if (!found) return draws;
        const ForecastStart start = start_at(*shared, history.last_year(), drivers_needed(fit));
        if (start.states.size() < shared->shares.states.size())
            draws.notes.push_back("no profile or no driver is known at the origin (" +
                                  std::to_string(shared->shares.states.size() - start.states.size()) + " states)");
        std::size_t failed = 0;
        for (std::size_t d = 0; d < request.draws; ++d) {
            if ((d & 63U) == 0) request.work.check();
            Random random(request.seed, "forecast hedge\n" + std::to_string(history.last_year()), d);
            const HedgeCoefficients drawn = drawn_coefficients(*found, random);
            if (!draw_future(*shared, start, drawn, history.last_year(), random, d, draws)) ++failed;
        }
        if (failed > 0) draws.notes.push_back("no mutually consistent profiles (" + std::to_string(failed) + " draws)");
        return draws;
    };
    return {"hedge", "the alignment model, estimated on the years up to the origin", false, forecast};
}

}  // namespace tarazy
