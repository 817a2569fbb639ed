#include "align/balance/window_standings.hpp"

#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// Draw d, or the one number that stands for all of them.
double number_in_draw(const std::vector<double>& draws, double value, std::size_t d) {
    return draws.empty() ? value : draws[d];
}

auto key_of(const WindowQuantity& of) {
    return std::tuple(of.domain, of.window.first, of.window.last, of.quantity, of.poles);
}

}  // namespace

std::optional<std::string> quantity_of_standing(std::string_view quantity) {
    for (const std::string_view prefix : {standing_prefix, rank_prefix})
        if (quantity.starts_with(prefix)) return std::string(quantity.substr(prefix.size()));
    return std::nullopt;
}

void WindowStandings::add(const WindowQuantity& of, double value, std::vector<double> draws, bool is_median) {
    if (focus_.empty() || of.quantity == "tension" || std::isnan(value)) return;
    Number number{of, value, std::move(draws), is_median};
    if (of.quantity.starts_with("years_")) {
        const auto years = static_cast<double>(of.n_years);
        number.value /= years;
        for (double& draw : number.draws) draw /= years;
    }
    numbers_.push_back(std::move(number));
}

void WindowStandings::write_one(WindowSummary& summary, const Number& focus,
                                const std::vector<const Number*>& others) const {
    std::vector<double> values;
    std::size_t draws = focus.draws.size();
    for (const Number* other : others) {
        values.push_back(other->value);
        draws = std::max(draws, other->draws.size());
    }
    const Standing of_values = standing_among(focus.value, values);
    std::vector<double> shares, ranks;
    for (std::size_t d = 0; d < draws; ++d) {
        const double number = number_in_draw(focus.draws, focus.value, d);
        std::ranges::transform(others, values.begin(),
                               [&](const Number* other) { return number_in_draw(other->draws, other->value, d); });
        if (std::isnan(number) || std::ranges::any_of(values, [](double value) { return std::isnan(value); })) continue;
        const Standing standing = standing_among(number, values);
        shares.push_back(standing.share_below);
        ranks.push_back(standing.rank);
    }
    WindowQuantity row = focus.of;
    row.n_states = others.size();
    const auto add = [&](std::string_view prefix, double of_value, const std::vector<double>& of_draws) {
        row.quantity = std::string(prefix) + focus.of.quantity;
        const double value = focus.is_median ? quantile(of_draws, 0.5).value_or(of_value) : of_value;
        summary.add(row, value, of_draws);
    };
    add(standing_prefix, of_values.share_below, shares);
    add(rank_prefix, of_values.rank, ranks);
}

void WindowStandings::write(WindowSummary& summary, const Work& work) const {
    using Key = decltype(key_of(WindowQuantity{}));
    std::map<Key, std::map<std::string, const Number*>> others;  // by state: a state named twice counts once
    for (const Number& number : numbers_)
        if (number.of.state != focus_) others[key_of(number.of)].emplace(number.of.state, &number);
    for (const Number& number : numbers_) {
        if (number.of.state != focus_) continue;
        work.check();
        std::vector<const Number*> compared;
        for (const auto& [state, other] : others[key_of(number.of)])
            if (stands_beside(other->of.n_years, number.of.n_years)) compared.push_back(other);
        if (compared.size() >= least_compared_states) write_one(summary, number, compared);
    }
}

}  // namespace tarazy
