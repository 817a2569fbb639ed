#include "align/balance/composition_draws.hpp"

#include "align/balance/composition.hpp"
#include "stats/quantile.hpp"
#include "table/table.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

BalanceQuantity probability(std::string quantity, std::string poles, double value) {
    return {std::move(quantity),  std::move(poles),     value,
            Column::missing_real, Column::missing_real, Column::missing_real,
            Column::missing_real, Column::missing_real};
}

/// One figure of every draw.
template <typename Figure>
std::vector<double> each_draw(const CompositionDraws& composition, Figure figure) {
    std::vector<double> values(composition.draws());
    for (std::size_t d = 0; d < values.size(); ++d) values[d] = figure(composition.at(d));
    return values;
}

template <typename Figure>
double mean_of_draws(const CompositionDraws& composition, Figure figure) {
    double sum = 0;
    for (std::size_t d = 0; d < composition.draws(); ++d) sum += figure(composition.at(d));
    return sum / static_cast<double>(composition.draws());
}

double larger(double first, double second) {
    if (first == second) return 0.5;
    return first > second ? 1 : 0;
}

/// The part that pole p has in "is the largest": 1, 0, or its share of a tie.
double largest_share(std::span<const double> parts, std::size_t p) {
    const double largest = *std::ranges::max_element(parts);
    return parts[p] == largest ? 1.0 / static_cast<double>(std::ranges::count(parts, largest)) : 0;
}

}  // namespace

std::optional<CompositionDraws> composition_draws(std::span<const double> closeness, std::size_t poles) {
    assert(poles > 0 && closeness.size() % poles == 0);
    if (closeness.empty() || !std::ranges::all_of(closeness, [](double part) { return part > 0; })) {
        return std::nullopt;
    }
    CompositionDraws result;
    result.poles = poles;
    result.parts.reserve(closeness.size());
    for (std::size_t first = 0; first < closeness.size(); first += poles) {
        const auto closed = closure(closeness.subspan(first, poles));
        if (!closed) return std::nullopt;
        result.parts.insert(result.parts.end(), closed->begin(), closed->end());
    }
    return result;
}

std::size_t joint_draws(std::span<const CompositionDraws> compositions) {
    std::size_t most = 1;
    for (const CompositionDraws& one : compositions) {
        assert(one.draws() == 1 || most == 1 || one.draws() == most);
        most = std::max(most, one.draws());
    }
    return most;
}

CompositionDraws joint_centre(std::span<const CompositionDraws> compositions, std::span<const double> weights) {
    assert(!compositions.empty() && compositions.size() == weights.size());
    CompositionDraws result;
    result.poles = compositions.front().poles;
    const std::size_t draws = joint_draws(compositions);
    result.parts.reserve(draws * result.poles);
    std::vector<double> rows(compositions.size() * result.poles);
    for (std::size_t d = 0; d < draws; ++d) {
        for (std::size_t m = 0; m < compositions.size(); ++m) {
            std::ranges::copy(compositions[m].at(d), rows.begin() + static_cast<std::ptrdiff_t>(m * result.poles));
        }
        const auto centre = aitchison_centre(rows, result.poles, weights);
        result.parts.insert(result.parts.end(), centre.begin(), centre.end());
    }
    return result;
}

std::optional<std::size_t> largest_part(std::span<const double> composition) {
    const auto largest = std::ranges::max_element(composition);
    if (largest == composition.end() || std::ranges::count(composition, *largest) > 1) return std::nullopt;
    return static_cast<std::size_t>(largest - composition.begin());
}

BalanceQuantity spread(std::string quantity, std::string poles, std::span<const double> draws, bool is_signed) {
    BalanceQuantity result = probability(std::move(quantity), std::move(poles), Column::missing_real);
    const auto levels = quantiles(draws, std::array{0.05, 0.5, 0.95});
    if (!levels) return result;
    result.value = (*levels)[1];
    if (draws.size() > 1) {
        result.q05 = (*levels)[0];
        result.q95 = (*levels)[2];
    }
    if (is_signed) {
        const auto positive = std::ranges::count_if(draws, [](double draw) { return draw > 0; });
        result.p_positive = static_cast<double>(positive) / static_cast<double>(draws.size());
    }
    return result;
}

std::vector<std::string> tilt_names(std::span<const std::string> poles) {
    std::vector<std::string> names;
    std::string joined;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        if (p > 0) names.push_back(joined + '|' + poles[p]);
        joined += (p > 0 ? "," : "") + poles[p];
    }
    return names;
}

std::vector<BalanceQuantity> describe(const CompositionDraws& composition, std::span<const std::string> poles) {
    assert(poles.size() == composition.poles);
    std::vector<BalanceQuantity> result;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        result.push_back(spread("share", poles[p], each_draw(composition, [p](auto parts) { return parts[p]; })));
    }
    result.push_back(spread("evenness", "", each_draw(composition, [](auto parts) { return evenness(parts); })));
    const std::vector<std::string> names = tilt_names(poles);
    for (std::size_t k = 0; k < names.size(); ++k) {
        result.push_back(
            spread("tilt", names[k], each_draw(composition, [k](auto parts) { return ilr(parts)[k]; }), true));
    }
    for (std::size_t p = 0; p < poles.size(); ++p) {
        for (std::size_t q = p + 1; q < poles.size(); ++q) {
            const double closer = mean_of_draws(composition, [=](auto parts) { return larger(parts[p], parts[q]); });
            result.push_back(probability("closer", poles[p] + '-' + poles[q], closer));
        }
    }
    for (std::size_t p = 0; p < poles.size(); ++p) {
        const double nearest = mean_of_draws(composition, [p](auto parts) { return largest_share(parts, p); });
        result.push_back(probability("nearest", poles[p], nearest));
    }
    return result;
}

}  // namespace tarazy
