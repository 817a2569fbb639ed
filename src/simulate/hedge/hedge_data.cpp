#include "simulate/hedge/hedge_data.hpp"

#include "base/error.hpp"
#include "stats/gamma.hpp"
#include "stats/gamma_draws.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// Expected shares below are taken as this: the observation then costs much, and not infinitely much.
constexpr double least_expected = 1e-9;

bool all_known(std::span<const double> numbers) {
    return std::ranges::none_of(numbers, [](double number) { return std::isnan(number); });
}

bool drivers_known(std::span<const double> drivers, std::span<const HedgeTerm> needed, std::size_t poles) {
    return std::ranges::all_of(needed, [&](HedgeTerm term) {
        const auto driver = static_cast<std::size_t>(term);
        return driver >= hedge_drivers || all_known(drivers.subspan(driver * poles, poles));
    });
}

void add_pair(const HedgePanel& panel, std::size_t state, std::int64_t year, HedgeData& data) {
    const std::span<const double> before = panel.shares.at(state, year - 1), now = panel.shares.at(state, year),
                                  drivers = panel.drivers.at(state, year);
    data.earlier.push_back(HedgeData::from_panel);
    for (std::size_t i = 0; i < data.size(); ++i)
        if (data.state[i] == state && data.year[i] == year - 1) data.earlier.back() = i;
    data.state.push_back(state);
    data.year.push_back(year);
    data.previous.insert(data.previous.end(), before.begin(), before.end());
    data.log_share.insert(data.log_share.end(), now.begin(), now.end());
    data.drivers.insert(data.drivers.end(), drivers.begin(), drivers.end());
}

/// Shares to logarithms, drawn inwards where there is a zero.
void take_logarithms(HedgeData& data) {
    const bool zero = std::ranges::any_of(data.log_share, [](double share) { return share <= 0; });
    const auto n = static_cast<double>(data.size()), parts = static_cast<double>(data.shares);
    for (double& share : data.log_share) share = std::log(zero ? (share * (n - 1) + 1 / parts) / n : share);
    if (zero)
        data.notes.emplace_back("there are shares of 0: all were drawn inwards, (y (n - 1) + 1/K)/n with n = " +
                                std::to_string(data.size()) + " (Smithson & Verkuilen 2006)");
}

void find_neighbours(const HedgePanel& panel, HedgeData& data) {
    data.neighbours.assign(data.size(), {});
    if (panel.neighbours.empty()) return;
    for (std::size_t y = 0; y + 1 < data.year_begin.size(); ++y) {
        const std::size_t begin = data.year_begin[y], end = data.year_begin[y + 1];
        for (std::size_t i = begin; i < end; ++i) {
            double sum = 0;
            for (const WeightedNeighbour& neighbour : panel.neighbours[data.state[i]])
                for (std::size_t j = begin; j < end; ++j)
                    if (data.state[j] == neighbour.state) {
                        data.neighbours[i].push_back({j - begin, neighbour.weight});
                        sum += neighbour.weight;
                    }
            for (WeightedNeighbour& neighbour : data.neighbours[i]) neighbour.weight /= sum;
            data.has_neighbours = data.has_neighbours || !data.neighbours[i].empty();
        }
    }
}

/// The states of one year. @param previous  of all pairs
NeighbourYear year_of_pairs(const HedgeData& data, std::size_t begin, std::size_t end) {
    NeighbourYear year;
    for (std::size_t i = begin; i < end; ++i) year.situations.push_back(data.situation(i));
    year.neighbours.assign(data.neighbours.begin() + static_cast<std::ptrdiff_t>(begin),
                           data.neighbours.begin() + static_cast<std::ptrdiff_t>(end));
    return year;
}

/// Expected profiles of the pairs of one year. @return whether they agree with one another
bool expect_year(const HedgeData& data, std::size_t begin, std::size_t end, const HedgeCoefficients& coefficients,
                 std::span<double> expected) {
    const std::size_t shares = data.shares;
    if (!data.has_neighbours || coefficients[HedgeTerm::neighbours] == 0) {
        for (std::size_t i = begin; i < end; ++i) {
            const ProfileChoice choice = choose_profile(hedge_utility(data.situation(i), coefficients));
            std::copy_n(choice.expected.begin(), shares,
                        expected.begin() + static_cast<std::ptrdiff_t>((i - begin) * shares));
        }
        return true;
    }
    const NeighbourEquilibrium found =
        neighbour_equilibrium(year_of_pairs(data, begin, end), coefficients,
                              std::span(data.previous).subspan(begin * shares, (end - begin) * shares));
    std::ranges::copy(found.expected, expected.begin());
    return found.converged;
}

}  // namespace

HedgeData hedge_data(const HedgePanel& panel, std::span<const HedgeTerm> needed, std::int64_t last_year) {
    HedgeData data;
    data.poles = panel.poles.size();
    data.shares = panel.share_count();
    data.states = panel.shares.states;
    std::size_t without_previous = 0, without_drivers = 0;
    for (std::int64_t year = panel.shares.first_year; year <= std::min(last_year, panel.shares.last_year()); ++year) {
        data.year_begin.push_back(data.size());
        for (std::size_t s = 0; s < data.states.size(); ++s) {
            if (!all_known(panel.shares.at(s, year))) continue;
            if (year == panel.shares.first_year || !all_known(panel.shares.at(s, year - 1)))
                ++without_previous;
            else if (!drivers_known(panel.drivers.at(s, year), needed, data.poles))
                ++without_drivers;
            else
                add_pair(panel, s, year, data);
        }
        if (data.size() == data.year_begin.back()) data.year_begin.pop_back();
    }
    data.year_begin.push_back(data.size());
    if (without_previous > 0)
        data.notes.push_back(std::to_string(without_previous) +
                             " profiles have none in the year before and only serve as such; nothing is interpolated");
    if (without_drivers > 0)
        data.notes.push_back(std::to_string(without_drivers) + " profiles were left out: a driver is not known");
    take_logarithms(data);
    find_neighbours(panel, data);
    return data;
}

HedgeExpectation hedge_expectation(const HedgeData& data, const HedgeCoefficients& coefficients) {
    HedgeExpectation all;
    all.expected.resize(data.size() * data.shares);
    for (std::size_t y = 0; y + 1 < data.year_begin.size(); ++y) {
        const std::size_t begin = data.year_begin[y], end = data.year_begin[y + 1];
        const std::span<double> of_year =
            std::span(all.expected).subspan(begin * data.shares, (end - begin) * data.shares);
        all.converged = expect_year(data, begin, end, coefficients, of_year) && all.converged;
    }
    return all;
}

double hedge_log_likelihood_at(const HedgeData& data, std::span<const double> expected, double precision) {
    double sum = static_cast<double>(data.size()) * log_gamma(precision);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double weight = precision * std::max(expected[i], least_expected);
        sum += (weight - 1) * data.log_share[i] - log_gamma(weight);
    }
    return sum;
}

double hedge_log_likelihood(const HedgeData& data, const HedgeCoefficients& coefficients) {
    const HedgeExpectation all = hedge_expectation(data, coefficients);
    if (!all.converged) return std::numeric_limits<double>::quiet_NaN();
    return hedge_log_likelihood_at(data, all.expected, coefficients[HedgeTerm::precision]);
}

void log_dirichlet_draw(Random& random, std::span<const double> weights, std::span<double> logs) {
    // Gamma(w) is Gamma(w + 1) times a power of a uniform number (Marsaglia & Tsang 2000, section 6).
    double greatest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const double gamma = gamma_draw(random, weights[j] + 1);
        logs[j] = std::log(gamma) + std::log(random.uniform()) / weights[j];
        greatest = std::max(greatest, logs[j]);
    }
    double sum = 0;
    for (const double log : logs) sum += std::exp(log - greatest);
    for (double& log : logs) log -= greatest + std::log(sum);
}

HedgeData simulated_hedge_data(const HedgeData& like, const HedgeCoefficients& truth, Random& random) {
    HedgeData data = like;
    data.notes.clear();
    const std::size_t shares = data.shares;
    std::vector<double> expected, weights(shares);
    for (std::size_t y = 0; y + 1 < data.year_begin.size(); ++y) {
        const std::size_t begin = data.year_begin[y], end = data.year_begin[y + 1];
        for (std::size_t i = begin; i < end; ++i) {
            if (data.earlier[i] == HedgeData::from_panel) continue;
            for (std::size_t j = 0; j < shares; ++j)
                data.previous[i * shares + j] = std::exp(data.log_share[data.earlier[i] * shares + j]);
        }
        expected.resize((end - begin) * shares);
        if (!expect_year(data, begin, end, truth, expected))
            throw LimitError("no mutually consistent profiles were found for " + std::to_string(data.year[begin]) +
                             "; take a smaller b_N");
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = 0; j < shares; ++j)
                weights[j] = truth[HedgeTerm::precision] * std::max(expected[(i - begin) * shares + j], least_expected);
            log_dirichlet_draw(random, weights, std::span(data.log_share).subspan(i * shares, shares));
        }
    }
    return data;
}

}  // namespace tarazy
