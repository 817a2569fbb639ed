#include "align/ideal_point_sampler.hpp"

#include "align/ideal_point_precision.hpp"
#include "align/ordinal_probit.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tarazy {
namespace {

using Vector = std::vector<double>;

double walk_part(const VotePanel& panel, const IdealPointPriors& priors, double omega2, std::span<const double> theta,
                 std::span<double> gradient, double& omega_gradient) {
    double value = 0;
    for (std::size_t k = 0; k < theta.size(); ++k) {
        const bool continues = panel.continues(k);
        const double from = continues ? theta[k - 1] : 0;
        const double variance =
            continues ? omega2 * (panel.nodes[k].session - panel.nodes[k - 1].session) : priors.first_variance;
        const double step = theta[k] - from;
        value -= 0.5 * (step * step / variance + std::log(2 * std::numbers::pi * variance));
        gradient[k] -= step / variance;
        if (!continues) continue;
        gradient[k - 1] += step / variance;
        omega_gradient += step * step / variance - 1;  // by log omega
    }
    return value;
}

double item_prior(double x, double variance, double& gradient) {
    gradient -= x / variance;
    return -0.5 * (x * x / variance + std::log(2 * std::numbers::pi * variance));
}

/// log posterior of an item's parameters given theta.
double item_value(const VotePanel& panel, std::size_t j, std::span<const double> theta, const ItemParameters& item,
                  const IdealPointPriors& priors) {
    const LogNormalGrid& grid = log_normal_grid();
    const bool three = panel.items[j].three_categories;
    const double gap = three ? std::exp(item.log_gap) : 0;
    double value = -0.5 * (item.slope * item.slope / priors.slope_variance + item.cut * item.cut / priors.cut_variance +
                           item.log_gap * item.log_gap / (three ? priors.log_gap_variance : 1));
    for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
        const double a = item.cut - item.slope * theta[panel.vote_node[v]];
        value += ordinal_probit(panel.vote[v], a, a + gap, grid).log_probability;
    }
    return value;
}

/// A point of one chain: whitened position of everything, its momentum-free energy and gradient.
struct Point {
    IdealPointVectors z;
    double log_omega_z = 0;
    IdealPointVectors parameters;
    double log_omega = 0;
    double log_posterior = 0;
    IdealPointVectors gradient;  ///< of the log posterior by z
    double omega_gradient = 0;
};

/// Votes of the rarest kind from which on an item's posterior is normal enough to move with the trajectory.
constexpr std::int64_t well_known = 8;

struct Momentum {
    std::vector<double> theta, items;
};

class Chain {
public:
    Chain(const VotePanel& panel, const IdealPointParameters& mode, const IdealPointPrecision& precision,
          const SamplerOptions& options, std::size_t number)
        : panel_(panel),
          precision_(precision),
          options_(options),
          random_(options.seed, "ideal point chains", number),
          nodes_(panel.nodes.size()),
          items_(3 * panel.items.size()),
          omega_scale_(1 / std::sqrt(2.0 * static_cast<double>(std::max<std::size_t>(steps_of_walk(), 1)) / 16 + 1)) {
        centre_.theta = mode.theta;
        for (const VoteItem& item : panel.items) {
            std::int64_t rarest = 0;
            for (const std::int64_t votes : item.votes)
                if (votes > 0 && (rarest == 0 || votes < rarest)) rarest = votes;
            moving_.push_back(rarest >= well_known);
        }
        for (const ItemParameters& item : mode.items)
            centre_.items.insert(centre_.items.end(), {item.slope, item.cut, item.log_gap});
        here_ = at_rest();
        // Spread wider than the posterior, so that chains which have not met can be told.
        for (double& z : here_.z.theta) z = 1.5 * normal();
        for (double& z : here_.z.items) z = 0.5 * normal();  // a rare vote makes a steep wall on one side
        here_.log_omega_z = options.sample_omega2 ? 1.5 * normal() : 0;
        evaluate(here_);
    }

    void warm_up() {
        // Dual averaging of log step.
        constexpr double target = 0.8, shrink = 0.05, delay = 10, decay = 0.75;
        double log_step = std::log(0.3), average = log_step, error = 0;
        const double centre = std::log(1.0);
        for (std::size_t m = 1; m <= options_.warmup; ++m) {
            step_ = std::exp(log_step);
            const double accepted = transition();
            const double weight = 1 / (static_cast<double>(m) + delay);
            error = (1 - weight) * error + weight * (target - accepted);
            log_step = std::clamp(centre - std::sqrt(static_cast<double>(m)) / shrink * error, -6.0, 0.7);
            const double share = std::pow(static_cast<double>(m), -decay);
            average = share * log_step + (1 - share) * average;
        }
        step_ = std::exp(average);
    }

    /// One trajectory of theta and omega, then the items. @returns the probability that the trajectory is accepted
    double transition() {
        Point there = here_;
        Momentum momentum{Vector(nodes_), Vector(items_)};
        for (double& p : momentum.theta) p = normal();
        for (std::size_t i = 0; i < items_; ++i) momentum.items[i] = moving_[i / 3] ? normal() : 0;
        double omega_momentum = options_.sample_omega2 ? normal() : 0;
        const double before = energy(there, momentum, omega_momentum);
        const double length = std::numbers::pi * (0.35 + 0.3 * random_.uniform());
        const double steps = std::max(1.0, std::ceil(length / step_));
        const double step = length / steps;
        for (double s = 0; s < steps; ++s) {
            kick(there, momentum, omega_momentum, step / 2);
            rotate(there, momentum, omega_momentum, step);
            evaluate(there);
            kick(there, momentum, omega_momentum, step / 2);
            if (!std::isfinite(there.log_posterior)) break;
        }
        const double change = before - energy(there, momentum, omega_momentum);
        const double probability = std::isfinite(change) ? std::min(1.0, std::exp(change)) : 0;
        if (random_.uniform() < probability) here_ = std::move(there);
        move_items();
        return probability;
    }

    [[nodiscard]] const Point& here() const { return here_; }

private:
    std::size_t steps_of_walk() const {
        std::size_t count = 0;
        for (std::size_t k = 0; k < panel_.nodes.size(); ++k) count += panel_.continues(k) ? 1 : 0;
        return count;
    }
    double normal() { return normal_quantile(random_.uniform()); }

    Point at_rest() const {
        Point point;
        point.z = {Vector(nodes_), Vector(items_), 1};
        point.parameters = point.z;
        point.gradient = point.z;
        return point;
    }

    void evaluate(Point& point) {
        point.parameters.theta = point.z.theta;
        point.parameters.items = point.z.items;
        precision_.unwhiten(point.parameters);
        for (std::size_t k = 0; k < nodes_; ++k) point.parameters.theta[k] += centre_.theta[k];
        for (std::size_t i = 0; i < items_; ++i) point.parameters.items[i] += centre_.items[i];
        point.log_omega = 0.5 * std::log(options_.priors.omega2) + omega_scale_ * point.log_omega_z;
        point.omega_gradient = 0;
        point.log_posterior =
            log_posterior(panel_, options_.priors, point.log_omega, point.parameters.theta, point.parameters.items,
                          point.gradient.theta, point.gradient.items, point.omega_gradient);
        point.omega_gradient *= options_.sample_omega2 ? omega_scale_ : 0;
        precision_.whiten_gradient(point.gradient);
    }

    double energy(const Point& point, const Momentum& momentum, double omega_momentum) const {
        double kinetic = omega_momentum * omega_momentum;
        for (const double p : momentum.theta) kinetic += p * p;
        for (const double p : momentum.items) kinetic += p * p;
        return 0.5 * kinetic - point.log_posterior;
    }

    /// The gradient of the log posterior but for its normal part, -z. The items' whitened coordinates stand still: the
    /// items follow theta along, as the precision couples them.
    void kick(const Point& point, Momentum& momentum, double& omega_momentum, double step) const {
        for (std::size_t k = 0; k < nodes_; ++k)
            momentum.theta[k] += step * (point.gradient.theta[k] + point.z.theta[k]);
        for (std::size_t i = 0; i < items_; ++i)
            if (moving_[i / 3]) momentum.items[i] += step * (point.gradient.items[i] + point.z.items[i]);
        omega_momentum += step * (point.omega_gradient + point.log_omega_z);
    }

    void rotate(Point& point, Momentum& momentum, double& omega_momentum, double angle) const {
        const double c = std::cos(angle), s = std::sin(angle);
        const auto turn = [&](double& z, double& p) {
            const double turned = c * z + s * p;
            p = c * p - s * z;
            z = turned;
        };
        for (std::size_t k = 0; k < nodes_; ++k) turn(point.z.theta[k], momentum.theta[k]);
        for (std::size_t i = 0; i < items_; ++i)
            if (moving_[i / 3]) turn(point.z.items[i], momentum.items[i]);
        if (options_.sample_omega2) turn(point.log_omega_z, omega_momentum);
    }

    /// Random walk Metropolis for each item while theta stands still (Cowles 1996), with steps of four sizes; many for
    /// the items that do not move with the trajectory.
    void move_items() {
        constexpr std::array<double, 4> sizes = {1.2, 2.4, 0.5, 5};
        const std::span<double> items = here_.parameters.items;
        for (std::uint32_t j = 0; j < panel_.items.size(); ++j) {
            ItemParameters item{items[3 * j], items[3 * j + 1], items[3 * j + 2]};
            double value = item_value(panel_, j, here_.parameters.theta, item, options_.priors);
            const int steps = moving_[j] ? 1 : 16;
            for (int s = 0; s < steps; ++s) {
                const double size = sizes[static_cast<std::size_t>(s) % sizes.size()];
                std::array<double, 3> step = {size * normal(), size * normal(), size * normal()};
                precision_.unwhiten_item(j, step);
                const ItemParameters there{item.slope + step[0], item.cut + step[1], item.log_gap + step[2]};
                const double other = item_value(panel_, j, here_.parameters.theta, there, options_.priors);
                if (std::log(random_.uniform()) >= other - value) continue;
                item = there;
                value = other;
            }
            items[3 * j] = item.slope;
            items[3 * j + 1] = item.cut;
            items[3 * j + 2] = item.log_gap;
        }
        for (std::size_t k = 0; k < nodes_; ++k) here_.z.theta[k] = here_.parameters.theta[k] - centre_.theta[k];
        for (std::size_t i = 0; i < items_; ++i) here_.z.items[i] = items[i] - centre_.items[i];
        precision_.whiten(here_.z);
        evaluate(here_);
    }

    const VotePanel& panel_;
    const IdealPointPrecision& precision_;
    const SamplerOptions& options_;
    Random random_;
    std::size_t nodes_, items_;
    double omega_scale_;
    IdealPointVectors centre_;
    std::vector<bool> moving_;
    Point here_;
    double step_ = 0.3;
};

}  // namespace

double log_posterior(const VotePanel& panel, const IdealPointPriors& priors, double log_omega,
                     std::span<const double> theta, std::span<const double> items, std::span<double> theta_gradient,
                     std::span<double> item_gradient, double& omega_gradient) {
    const LogNormalGrid& grid = log_normal_grid();
    std::ranges::fill(theta_gradient, 0.0);
    std::ranges::fill(item_gradient, 0.0);
    const double omega = std::exp(log_omega);
    double value = walk_part(panel, priors, omega * omega, theta, theta_gradient, omega_gradient);
    // omega ~ half-normal(0, 0.5), with the Jacobian of log omega
    constexpr double omega_variance = 0.25;
    value += -0.5 * omega * omega / omega_variance + log_omega;
    omega_gradient += 1 - omega * omega / omega_variance;
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        const double slope = items[3 * j], cut = items[3 * j + 1];
        const bool three = panel.items[j].three_categories;
        const double gap = three ? std::exp(items[3 * j + 2]) : 0;
        double g_slope = 0, g_cut = 0, g_second = 0;
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            const double a = cut - slope * theta[k];
            const VoteTerm term = ordinal_probit(panel.vote[v], a, a + gap, grid);
            value += term.log_probability;
            const double sum = term.da + term.db;
            theta_gradient[k] -= slope * sum;
            g_slope -= theta[k] * sum;
            g_cut += sum;
            g_second += term.db;
        }
        value += item_prior(slope, priors.slope_variance, g_slope) + item_prior(cut, priors.cut_variance, g_cut);
        double g_gap = gap * g_second;
        // With one cut point delta is no parameter: a standard normal of its own keeps the coordinates whitened.
        value += item_prior(items[3 * j + 2], three ? priors.log_gap_variance : 1, g_gap);
        item_gradient[3 * j] = g_slope;
        item_gradient[3 * j + 1] = g_cut;
        item_gradient[3 * j + 2] = g_gap;
    }
    return value;
}

SampledIdealPoints sample_ideal_points(const VotePanel& panel, const IdealPointParameters& mode,
                                       const SamplerOptions& options) {
    const IdealPointPrecision precision(panel, mode, options.priors, IdealPointPrecision::Curvature::observed);
    SampledIdealPoints result;
    const std::size_t nodes = panel.nodes.size(), all = options.chains * options.draws;
    result.draws = {panel.nodes, options.chains, options.draws, std::vector<float>(nodes * all)};
    result.log_posterior.resize(all);
    result.omega2.resize(all);
    parallel_chunks(options.chains, 1, options.threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            Chain chain(panel, mode, precision, options, c);
            chain.warm_up();
            for (std::size_t d = 0; d < options.draws; ++d) {
                (void)chain.transition();
                const Point& point = chain.here();
                const Standardisation standard = options.standardise
                                                     ? standardisation(panel, point.parameters.theta,
                                                                       options.positive_anchor, options.negative_anchor)
                                                     : Standardisation{};
                for (std::size_t k = 0; k < nodes; ++k) {
                    result.draws.values[(k * options.chains + c) * options.draws + d] =
                        static_cast<float>(standard(point.parameters.theta[k]));
                }
                result.log_posterior[c * options.draws + d] = point.log_posterior;
                result.omega2[c * options.draws + d] =
                    std::exp(2 * point.log_omega) / (standard.scale * standard.scale);
            }
        }
    });
    return result;
}

}  // namespace tarazy
