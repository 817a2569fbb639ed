#include "align/ideal_points/session_moves.hpp"

#include "align/ideal_points/ordinal_probit.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// log probability of a vote that has c - slope theta = `from_first`.
double vote_value(std::uint8_t vote, double from_first, double gap, const LogNormalGrid& grid) {
    if (vote == 1) return log_normal_cdf(from_first, grid).log_cdf;
    if (vote == 3) return log_normal_cdf(-from_first - gap, grid).log_cdf;
    const NormalInterval interval = normal_interval(from_first, from_first + gap, grid);
    return interval.upper.log_cdf + std::log(interval.inside);
}

}  // namespace

/// What the priors say of c + a (theta - c) + b is quadratic in a, in 1/a (items) and in b.
struct SessionMoves::Sums {
    double inner = 0;                                 ///< squares of steps within the window, over their variances
    double square = 0, cross = 0;                     ///< of steps at its ends: u = theta - c, and u (c - end)
    double weight = 0, pull = 0;                      ///< of the same, for b: sums of weights, and of weighted steps
    double slopes = 0;                                ///< squares over their variance
    double cut_square = 0, cut_cross = 0;             ///< of the cut points as they follow a
    double cut_shift_square = 0, cut_shift_pull = 0;  ///< and b
    double volume = 0;                                ///< nodes less items

    [[nodiscard]] double by_scale(double a) const {
        const double t = 1 / a;
        return volume * std::log(a) - 0.5 * (a * a * (inner + square) + 2 * a * cross + t * t * (slopes + cut_square)) -
               t * cut_cross;
    }
    [[nodiscard]] double by_shift(double b) const {
        return -0.5 * b * b * (weight + cut_shift_square) - b * (pull + cut_shift_pull);
    }
};

SessionMoves::SessionMoves(const VotePanel& panel, const IdealPointVectors& around, const IdealPointPriors& priors)
    : panel_(panel) {
    const std::size_t sessions = panel.sessions.size();
    for (std::size_t length = 1; length < sessions; length *= 2) {
        for (std::size_t begin = 0; begin < sessions; begin += length) {
            windows_.push_back(window(begin, std::min(begin + length, sessions)));
            set_widths(windows_.back(), around, priors);
        }
    }
}

SessionMoves::Window SessionMoves::window(std::size_t begin, std::size_t end) const {
    Window window;
    window.first = panel_.sessions[begin];
    window.last = panel_.sessions[end - 1];
    const auto inside = [&](int session) { return session >= window.first && session <= window.last; };
    for (std::uint32_t k = 0; k < panel_.nodes.size(); ++k)
        if (inside(panel_.nodes[k].session)) window.nodes.push_back(k);
    for (std::uint32_t j = 0; j < panel_.items.size(); ++j) {
        const VoteItem& item = panel_.items[j];
        if (inside(item.first_session) && inside(item.last_session)) {
            window.items.push_back(j);
        } else if (item.first_session <= window.last && item.last_session >= window.first) {
            for (std::uint32_t v = panel_.item_begin[j]; v < panel_.item_begin[j + 1]; ++v)
                if (inside(panel_.nodes[panel_.vote_node[v]].session)) window.reaching.emplace_back(j, v);
        }
    }
    return window;
}

SessionMoves::Sums SessionMoves::sums(const Window& window, const IdealPointVectors& at, double omega2,
                                      const IdealPointPriors& priors) const {
    Sums sums;
    const auto end_of_window = [&](double theta, double end, double variance) {
        const double u = theta - window.centre;
        sums.square += u * u / variance;
        sums.cross += u * (window.centre - end) / variance;
        sums.weight += 1 / variance;
        sums.pull += (theta - end) / variance;
    };
    for (const std::uint32_t k : window.nodes) {
        const double theta = at.theta[k];
        if (!panel_.continues(k)) {
            end_of_window(theta, 0, priors.first_variance);
        } else {
            const double variance = omega2 * (panel_.nodes[k].session - panel_.nodes[k - 1].session);
            const double step = theta - at.theta[k - 1];
            if (panel_.nodes[k - 1].session >= window.first)
                sums.inner += step * step / variance;
            else
                end_of_window(theta, at.theta[k - 1], variance);
        }
        if (k + 1 < panel_.nodes.size() && panel_.continues(k + 1) && panel_.nodes[k + 1].session > window.last)
            end_of_window(theta, at.theta[k + 1], omega2 * (panel_.nodes[k + 1].session - panel_.nodes[k].session));
    }
    for (const std::uint32_t j : window.items) {
        const double slope = at.items[3 * j], cut = at.items[3 * j + 1];
        const double following = slope * window.centre, standing = cut - following;
        sums.slopes += slope * slope / priors.slope_variance;
        sums.cut_square += following * following / priors.cut_variance;
        sums.cut_cross += standing * following / priors.cut_variance;
        sums.cut_shift_square += slope * slope / priors.cut_variance;
        sums.cut_shift_pull += slope * cut / priors.cut_variance;
    }
    sums.volume = static_cast<double>(window.nodes.size()) - static_cast<double>(window.items.size());
    return sums;
}

double SessionMoves::reaching_votes(const Window& window, const IdealPointVectors& at, double scale,
                                    double shift) const {
    const LogNormalGrid& grid = log_normal_grid();
    const double place = window.centre * (1 - scale) + shift;
    double value = 0, gap = 0;
    std::uint32_t of = static_cast<std::uint32_t>(panel_.items.size());  // the item whose gap is at hand
    for (const auto& [item, vote] : window.reaching) {
        if (item != of) {
            of = item;
            gap = panel_.items[item].three_categories ? std::exp(at.items[3 * item + 2]) : 0;
        }
        const double theta = place + scale * at.theta[panel_.vote_node[vote]];
        value += vote_value(panel_.vote[vote], at.items[3 * item + 1] - at.items[3 * item] * theta, gap, grid);
    }
    return value;
}

void SessionMoves::set_widths(Window& window, const IdealPointVectors& around, const IdealPointPriors& priors) const {
    for (const std::uint32_t k : window.nodes)
        window.centre += around.theta[k] / static_cast<double>(window.nodes.size());
    const Sums at = sums(window, around, priors.omega2, priors);
    double scale = 2 * (at.inner + at.square + at.slopes + at.cut_square) + std::abs(at.cross) + std::abs(at.cut_cross),
           shift = at.weight + at.cut_shift_square;
    constexpr double information = 0.6;  // of a vote near a cut point
    for (const auto& [item, vote] : window.reaching) {
        const double slope = around.items[3 * item], u = around.theta[panel_.vote_node[vote]] - window.centre;
        scale += information * slope * slope * u * u;
        shift += information * slope * slope;
    }
    constexpr double best = 2.4;  // of a walk in one dimension (Gelman, Roberts & Gilks 1996)
    window.scale_width = best / std::sqrt(scale + 1);
    window.shift_width = best / std::sqrt(shift);
}

void SessionMoves::apply(const Window& window, IdealPointVectors& at, double scale, double shift) {
    const double place = window.centre * (1 - scale) + shift;
    for (const std::uint32_t k : window.nodes) at.theta[k] = place + scale * at.theta[k];
    for (const std::uint32_t j : window.items) {
        at.items[3 * j] /= scale;
        at.items[3 * j + 1] += at.items[3 * j] * place;
    }
}

void SessionMoves::move(IdealPointVectors& parameters, double log_omega, const IdealPointPriors& priors,
                        Random& random) const {
    const double omega2 = std::exp(2 * log_omega);
    for (const Window& window : windows_) {
        Sums now = sums(window, parameters, omega2, priors);
        double votes = reaching_votes(window, parameters, 1, 0);
        const double log_scale = window.scale_width * normal_quantile(random.uniform());
        const double scale = std::exp(log_scale);
        const double scaled_votes = reaching_votes(window, parameters, scale, 0);
        if (std::log(random.uniform()) < now.by_scale(scale) - now.by_scale(1) + scaled_votes - votes) {
            apply(window, parameters, scale, 0);
            now = sums(window, parameters, omega2, priors);
            votes = scaled_votes;
        }
        const double shift = window.shift_width * normal_quantile(random.uniform());
        const double shifted_votes = reaching_votes(window, parameters, 1, shift);
        if (std::log(random.uniform()) < now.by_shift(shift) + shifted_votes - votes)
            apply(window, parameters, 1, shift);
    }
}

}  // namespace tarazy
