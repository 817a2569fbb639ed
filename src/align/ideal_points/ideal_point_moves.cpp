#include "align/ideal_points/ideal_point_moves.hpp"

#include "align/ideal_points/ordinal_probit.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tarazy {
namespace {

double standard_normal(Random& random) {
    return normal_quantile(random.uniform());
}

/// log posterior of an item's parameters given theta; any number below `enough` if it lies below. Votes only lower it.
double item_value(const VotePanel& panel, std::size_t j, std::span<const double> theta, const ItemParameters& item,
                  const IdealPointPriors& priors, double enough = -std::numeric_limits<double>::infinity()) {
    const LogNormalGrid& grid = log_normal_grid();
    const bool three = panel.items[j].three_categories;
    const double gap = three ? std::exp(item.log_gap) : 0;
    double value = -0.5 * (item.slope * item.slope / priors.slope_variance + item.cut * item.cut / priors.cut_variance +
                           item.log_gap * item.log_gap / (three ? priors.log_gap_variance : 1));
    std::uint32_t v = panel.item_begin[j];
    const std::uint32_t end = panel.item_begin[j + 1];
    for (; v < end && panel.vote[v] == 1 && value >= enough; ++v)
        value += log_normal_cdf(item.cut - item.slope * theta[panel.vote_node[v]], grid).log_cdf;
    SumOfLogs abstentions;
    for (; v < end && panel.vote[v] == 2 && value >= enough; ++v) {
        const double a = item.cut - item.slope * theta[panel.vote_node[v]];
        const NormalInterval interval = normal_interval(a, a + gap, grid);
        value += interval.upper.log_cdf;
        abstentions.add(interval.inside);
    }
    value += abstentions.total();
    for (; v < end && value >= enough; ++v)
        value += log_normal_cdf(item.slope * theta[panel.vote_node[v]] - item.cut - gap, grid).log_cdf;
    return value;
}

/// Votes of the rarest kind.
std::int64_t rarest_votes(const VoteItem& item) {
    std::int64_t rarest = 0;
    for (const std::int64_t votes : item.votes)
        if (votes > 0 && (rarest == 0 || votes < rarest)) rarest = votes;
    return rarest;
}

/// Sums of the priors that a common factor of theta changes.
struct ScaleSums {
    double first = 0, walk = 0, slopes = 0;
    double firsts = 0, steps = 0, nodes = 0, items = 0;
};

ScaleSums scale_sums(const VotePanel& panel, const IdealPointPriors& priors, const IdealPointVectors& at,
                     double omega2) {
    ScaleSums sums;
    for (std::size_t k = 0; k < at.theta.size(); ++k) {
        if (panel.continues(k)) {
            const double step = at.theta[k] - at.theta[k - 1];
            sums.walk += step * step / (omega2 * (panel.nodes[k].session - panel.nodes[k - 1].session));
            sums.steps += 1;
        } else {
            sums.first += at.theta[k] * at.theta[k] / priors.first_variance;
            sums.firsts += 1;
        }
    }
    for (std::size_t j = 0; j < panel.items.size(); ++j)
        sums.slopes += at.items[3 * j] * at.items[3 * j] / priors.slope_variance;
    sums.nodes = static_cast<double>(at.theta.size());
    sums.items = static_cast<double>(panel.items.size());
    return sums;
}

/// log a from the density exp(f(log a)) by random walk Metropolis, started at 0.
template <class LogDensity>
double draw_log_factor(LogDensity f, double width, Random& random) {
    constexpr int steps = 24;
    double x = 0, value = f(0);
    for (int s = 0; s < steps; ++s) {
        const double there = x + (s % 2 == 0 ? 1.5 : 4) * width * standard_normal(random);
        const double other = f(there);
        if (std::log(random.uniform()) >= other - value) continue;
        x = there;
        value = other;
    }
    return x;
}

void scale_by(IdealPointVectors& parameters, double factor) {
    for (double& theta : parameters.theta) theta *= factor;
    for (std::size_t i = 0; i < parameters.items.size(); i += 3) parameters.items[i] /= factor;
}

}  // namespace

ItemMoves::ItemMoves(const VotePanel& panel)
    : panel_(panel),
      mean_(panel.items.size()),
      moments_(panel.items.size()),
      factor_(panel.items.size(), {1, 0, 1, 0, 0, 1}) {
    for (const VoteItem& item : panel.items) rarest_.push_back(rarest_votes(item));
}

bool ItemMoves::in_trajectory(std::size_t item) const {
    // Errors of all items add up, so that among very many each must be smoother.
    const std::int64_t smooth_enough = panel_.items.size() > 1000 ? 30 : 4;
    return rarest_[item] >= smooth_enough;
}

void ItemMoves::learn(std::span<const double> z, std::size_t m) {
    constexpr std::size_t ignored = 10, refreshed = 10;
    if (m <= ignored) return;
    ++seen_;
    constexpr double prior_weight = 5;
    const double weight = 1 / (seen_ + prior_weight);
    for (std::size_t j = 0; j < panel_.items.size(); ++j) {
        std::array<double, 3> before, after;
        for (std::size_t i = 0; i < 3; ++i) {
            before[i] = z[3 * j + i] - mean_[j][i];
            mean_[j][i] += before[i] / seen_;
            after[i] = z[3 * j + i] - mean_[j][i];
        }
        auto& c = moments_[j];
        c[0] += before[0] * after[0];
        c[1] += before[1] * after[0];
        c[2] += before[1] * after[1];
        c[3] += before[2] * after[0];
        c[4] += before[2] * after[1];
        c[5] += before[2] * after[2];
        if (m % refreshed != 0) continue;
        auto& l = factor_[j];
        l[0] = std::sqrt(weight * (c[0] + prior_weight));
        l[1] = weight * c[1] / l[0];
        l[2] = std::sqrt(weight * (c[2] + prior_weight) - l[1] * l[1]);
        l[3] = weight * c[3] / l[0];
        l[4] = (weight * c[4] - l[3] * l[1]) / l[2];
        l[5] = std::sqrt(weight * (c[5] + prior_weight) - l[3] * l[3] - l[4] * l[4]);
    }
}

void ItemMoves::move(IdealPointVectors& parameters, const IdealPointPrecision& metric, const IdealPointPriors& priors,
                     Random& random) {
    constexpr std::array<double, 3> sizes = {1.4, 0.7, 2.5};
    ++turn_;
    for (std::uint32_t j = 0; j < panel_.items.size(); ++j) {
        double* const at = parameters.items.data() + 3 * j;
        ItemParameters item{at[0], at[1], at[2]};
        double value = item_value(panel_, j, parameters.theta, item, priors);
        const auto& l = factor_[j];
        const std::size_t steps = in_trajectory(j) ? 1 : 8;
        for (std::size_t s = 0; s < steps; ++s) {
            const double size = sizes[(s + turn_) % sizes.size()];
            const std::array<double, 3> n = {size * standard_normal(random), size * standard_normal(random),
                                             size * standard_normal(random)};
            std::array<double, 3> step = {l[0] * n[0], l[1] * n[0] + l[2] * n[1],
                                          l[3] * n[0] + l[4] * n[1] + l[5] * n[2]};
            metric.unwhiten_item(j, step);
            const ItemParameters there{item.slope + step[0], item.cut + step[1], item.log_gap + step[2]};
            const double enough = value + std::log(random.uniform());
            const double other = item_value(panel_, j, parameters.theta, there, priors, enough);
            if (!(other > enough)) continue;
            item = there;
            value = other;
        }
        at[0] = item.slope;
        at[1] = item.cut;
        at[2] = item.log_gap;
    }
}

WalkMoves::WalkMoves(const VotePanel& panel) : panel_(panel), paths_(path_begins(panel)) {}

double WalkMoves::value(const IdealPointVectors& at, double log_omega, const IdealPointPriors& priors) const {
    double value = -0.5 * std::exp(2 * log_omega) / omega_prior_variance + log_omega;
    for (std::size_t path = 0; path + 1 < paths_.size(); ++path)
        value -= 0.5 * at.theta[paths_[path]] * at.theta[paths_[path]] / priors.first_variance;
    for (std::size_t j = 0; j < panel_.items.size(); ++j) {
        const double* const item = at.items.data() + 3 * j;
        value += item_value(panel_, j, at.theta, {item[0], item[1], item[2]}, priors);
    }
    return value;
}

void WalkMoves::move(IdealPointVectors& parameters, double& log_omega, const IdealPointPriors& priors, Random& random) {
    constexpr int steps = 8;
    double here = value(parameters, log_omega, priors);
    accepted_ = 0;
    IdealPointVectors moved = parameters;
    for (int s = 0; s < steps; ++s) {
        const double log_factor = std::exp(log_width_) * standard_normal(random);
        const double factor = std::exp(log_factor);
        for (std::size_t path = 0; path + 1 < paths_.size(); ++path) {
            double mean = 0;
            const std::size_t begin = paths_[path], end = paths_[path + 1];
            for (std::size_t k = begin; k < end; ++k) mean += parameters.theta[k] / static_cast<double>(end - begin);
            for (std::size_t k = begin; k < end; ++k) moved.theta[k] = mean + factor * (parameters.theta[k] - mean);
        }
        const double there = value(moved, log_omega + log_factor, priors);
        const double probability = std::isfinite(there) ? std::min(1.0, std::exp(there - here)) : 0;
        accepted_ += probability / steps;
        if (random.uniform() >= probability) continue;
        std::swap(parameters.theta, moved.theta);
        log_omega += log_factor;
        here = there;
    }
}

void WalkMoves::learn(std::size_t m) {
    constexpr double target = 0.44, decay = 0.6;  // of a walk in one dimension (Gelman, Roberts & Gilks 1996)
    log_width_ += std::pow(static_cast<double>(m), -decay) * 2 * (accepted_ - target);
    log_width_ = std::clamp(log_width_, -7.0, 1.0);
}

void affine_moves(const VotePanel& panel, const IdealPointPriors& priors, bool sample_omega,
                  IdealPointVectors& parameters, double& log_omega, Random& random) {
    const ScaleSums s = scale_sums(panel, priors, parameters, std::exp(2 * log_omega));
    // Volume: nodes log a for theta, -items log a for the slopes.
    const double width = 1 / std::sqrt(2 * (s.first + s.walk + s.slopes) + 1);
    const double log_a = draw_log_factor(
        [&](double x) {
            return (s.nodes - s.items) * x - 0.5 * std::exp(2 * x) * (s.first + s.walk) -
                   0.5 * std::exp(-2 * x) * s.slopes;
        },
        width, random);
    const double a = std::exp(log_a);
    scale_by(parameters, a);
    if (sample_omega) {
        const ScaleSums t = scale_sums(panel, priors, parameters, std::exp(2 * log_omega));
        const double omega2 = std::exp(2 * log_omega);
        const double log_b = draw_log_factor(
            [&](double x) {
                return (t.firsts - t.items + 1) * x -
                       0.5 * std::exp(2 * x) * (t.first + omega2 / omega_prior_variance) -
                       0.5 * std::exp(-2 * x) * t.slopes;
            },
            1 / std::sqrt(2 * (t.first + t.slopes) + 1), random);
        scale_by(parameters, std::exp(log_b));
        log_omega += log_b;
    }
    double precision = 0, pull = 0;
    for (std::size_t k = 0; k < parameters.theta.size(); ++k) {
        if (panel.continues(k)) continue;
        precision += 1 / priors.first_variance;
        pull -= parameters.theta[k] / priors.first_variance;
    }
    for (std::size_t i = 0; i < parameters.items.size(); i += 3) {
        precision += parameters.items[i] * parameters.items[i] / priors.cut_variance;
        pull -= parameters.items[i] * parameters.items[i + 1] / priors.cut_variance;
    }
    const double shift = pull / precision + standard_normal(random) / std::sqrt(precision);
    for (double& theta : parameters.theta) theta += shift;
    for (std::size_t i = 0; i < parameters.items.size(); i += 3) parameters.items[i + 1] += parameters.items[i] * shift;
}

}  // namespace tarazy
