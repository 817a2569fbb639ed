#include "align/ideal_points/ideal_point_sampler.hpp"

#include "align/ideal_points/ideal_point_moves.hpp"
#include "align/ideal_points/ideal_point_precision.hpp"
#include "align/ideal_points/ordinal_probit.hpp"
#include "align/ideal_points/session_moves.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

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

struct RunningMean {
    IdealPointVectors parameters;
    double log_omega = 0, count = 0;

    void add(const IdealPointVectors& draw, double draw_log_omega) {
        ++count;
        for (std::size_t k = 0; k < draw.theta.size(); ++k)
            parameters.theta[k] += (draw.theta[k] - parameters.theta[k]) / count;
        for (std::size_t i = 0; i < draw.items.size(); ++i)
            parameters.items[i] += (draw.items[i] - parameters.items[i]) / count;
        log_omega += (draw_log_omega - log_omega) / count;
    }
};

struct Momentum {
    std::vector<double> theta, items;
    double omega = 0;
};

IdealPointVectors vectors_of(const IdealPointParameters& parameters) {
    IdealPointVectors vectors{parameters.theta, {}, 1};
    for (const ItemParameters& item : parameters.items)
        vectors.items.insert(vectors.items.end(), {item.slope, item.cut, item.log_gap});
    return vectors;
}

/// Given theta, log omega is known to 1 / sqrt(2 steps); with everything else moving, to a few of these. Between the
/// two, so that it neither limits the step nor lags behind.
double omega_scale(const VotePanel& panel) {
    std::size_t steps = 1;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) steps += panel.continues(k) ? 1 : 0;
    return 1 / std::sqrt(static_cast<double>(steps) / 2 + 1);
}

class Chain {
public:
    Chain(const VotePanel& panel, const IdealPointParameters& mode, const IdealPointPrecision& precision,
          const SamplerOptions& options, WorkStep& step_of_work, std::size_t number)
        : panel_(panel),
          metric_(&precision),
          options_(options),
          step_of_work_(step_of_work),
          random_(options.seed, "ideal point chains", number),
          nodes_(panel.nodes.size()),
          items_(3 * panel.items.size()),
          moves_(panel),
          walk_moves_(panel),
          session_moves_(panel, vectors_of(mode), options.priors),
          omega_scale_(omega_scale(panel)),
          log_omega_centre_(0.5 * std::log(options.priors.omega2)) {
        centre_ = vectors_of(mode);
        here_ = at_rest();
        // Spread wider than the posterior, so that chains which have not met can be told.
        for (double& z : here_.z.theta) z = 1.5 * normal();
        for (double& z : here_.z.items) z = 0.5 * normal();  // a rare vote makes a steep wall on one side
        here_.log_omega_z = options.sample_omega2 ? 1.5 * normal() : 0;
        place(here_);
        evaluate(here_);
    }

    /// The first third finds the typical set, which lies at a larger scale than the mode; the mean of its second half
    /// becomes the centre, and the precision there the metric. The rest tunes step and item moves in that metric.
    void warm_up() {
        constexpr std::size_t enough = 10;  // draws for a mean worth having
        const std::size_t first = options_.warmup / 3, unsettled = first / 2;
        RunningMean mean{{Vector(nodes_), Vector(items_), 1}, 0, 0};
        tune(first, [&](std::size_t m) {
            if (m > unsettled) mean.add(here_.parameters, here_.log_omega);
        });
        if (mean.count >= enough) recentre(std::move(mean));
        tune(options_.warmup - first, [&](std::size_t m) { moves_.learn(here_.z.items, m); });
    }

    /// One trajectory of theta, omega and most items, the other items following as the precision couples them; then
    /// moves of the items, of the walk's variance, and of scale and place. @returns the probability that the trajectory
    /// is accepted
    double transition() {
        Point there = here_;
        Momentum momentum{Vector(nodes_), Vector(items_), 0};
        for (double& p : momentum.theta) p = normal();
        for (std::size_t i = 0; i < items_; ++i) momentum.items[i] = moves_.in_trajectory(i / 3) ? normal() : 0;
        momentum.omega = options_.sample_omega2 ? normal() : 0;
        const double before = energy(there, momentum);
        const double length = std::numbers::pi * (0.45 + 0.3 * random_.uniform());
        const double steps = std::max(1.0, std::ceil(length / step_));
        const double step = length / steps;
        for (double s = 0; s < steps; ++s) {
            options_.work.check();
            kick(there, momentum, step / 2);
            rotate(there, momentum, step);
            place(there);
            evaluate(there);
            kick(there, momentum, step / 2);
            if (!std::isfinite(there.log_posterior)) break;
        }
        const double change = before - energy(there, momentum);
        const double probability = std::isfinite(change) ? std::min(1.0, std::exp(change)) : 0;
        if (random_.uniform() < probability) here_ = std::move(there);
        moves_.move(here_.parameters, *metric_, options_.priors, random_);
        if (options_.sample_omega2) walk_moves_.move(here_.parameters, here_.log_omega, options_.priors, random_);
        session_moves_.move(here_.parameters, here_.log_omega, options_.priors, random_);
        affine_moves(panel_, options_.priors, options_.sample_omega2, here_.parameters, here_.log_omega, random_);
        whiten_here();
        evaluate(here_);
        step_of_work_.advance();
        return probability;
    }

    [[nodiscard]] const Point& here() const { return here_; }

private:
    double normal() { return normal_quantile(random_.uniform()); }

    Point at_rest() const {
        Point point;
        point.z = {Vector(nodes_), Vector(items_), 1};
        point.parameters = point.z;
        point.gradient = point.z;
        return point;
    }

    /// `transition` so many times, tuning the step by dual averaging of its logarithm.
    template <class Watch>
    void tune(std::size_t transitions, Watch watch) {
        constexpr double target = 0.8, shrink = 0.05, delay = 10, decay = 0.75;
        double log_step = std::log(step_), average = log_step, error = 0;
        const double centre = std::log(1.5 * step_);
        for (std::size_t m = 1; m <= transitions; ++m) {
            step_ = std::exp(log_step);
            const double accepted = transition();
            const double weight = 1 / (static_cast<double>(m) + delay);
            error = (1 - weight) * error + weight * (target - accepted);
            log_step = std::clamp(centre - std::sqrt(static_cast<double>(m)) / shrink * error, -6.0, 0.7);
            const double share = std::pow(static_cast<double>(m), -decay);
            average = share * log_step + (1 - share) * average;
            walk_moves_.learn(m);
            watch(m);
        }
        step_ = std::exp(average);
    }

    void recentre(RunningMean mean) {
        IdealPointParameters at;
        at.theta = mean.parameters.theta;
        for (std::size_t j = 0; j < panel_.items.size(); ++j) {
            const double* const item = mean.parameters.items.data() + 3 * j;
            at.items.push_back({item[0], item[1], item[2]});
        }
        IdealPointPriors priors = options_.priors;
        priors.omega2 = std::exp(2 * mean.log_omega);
        own_metric_.emplace(panel_, at, priors, IdealPointPrecision::Curvature::gauss_newton, options_.work.unheard());
        metric_ = &*own_metric_;
        centre_ = std::move(mean.parameters);
        log_omega_centre_ = mean.log_omega;
        whiten_here();
        evaluate(here_);
    }

    /// Parameters from whitened coordinates.
    void place(Point& point) const {
        point.parameters.theta = point.z.theta;
        point.parameters.items = point.z.items;
        metric_->unwhiten(point.parameters);
        for (std::size_t k = 0; k < nodes_; ++k) point.parameters.theta[k] += centre_.theta[k];
        for (std::size_t i = 0; i < items_; ++i) point.parameters.items[i] += centre_.items[i];
        point.log_omega = log_omega_centre_ + omega_scale_ * point.log_omega_z;
    }

    /// Whitened coordinates from parameters.
    void whiten_here() {
        for (std::size_t k = 0; k < nodes_; ++k) here_.z.theta[k] = here_.parameters.theta[k] - centre_.theta[k];
        for (std::size_t i = 0; i < items_; ++i) here_.z.items[i] = here_.parameters.items[i] - centre_.items[i];
        metric_->whiten(here_.z);
        here_.log_omega_z = (here_.log_omega - log_omega_centre_) / omega_scale_;
    }

    void evaluate(Point& point) const {
        point.omega_gradient = 0;
        point.log_posterior =
            log_posterior(panel_, options_.priors, point.log_omega, point.parameters.theta, point.parameters.items,
                          point.gradient.theta, point.gradient.items, point.omega_gradient);
        point.omega_gradient *= options_.sample_omega2 ? omega_scale_ : 0;
        metric_->whiten_gradient(point.gradient);
    }

    static double energy(const Point& point, const Momentum& momentum) {
        double kinetic = momentum.omega * momentum.omega;
        for (const double p : momentum.theta) kinetic += p * p;
        for (const double p : momentum.items) kinetic += p * p;
        return 0.5 * kinetic - point.log_posterior;
    }

    /// The gradient of the log posterior but for its normal part, -z.
    void kick(const Point& point, Momentum& momentum, double step) const {
        for (std::size_t k = 0; k < nodes_; ++k)
            momentum.theta[k] += step * (point.gradient.theta[k] + point.z.theta[k]);
        for (std::size_t i = 0; i < items_; ++i)
            if (moves_.in_trajectory(i / 3)) momentum.items[i] += step * (point.gradient.items[i] + point.z.items[i]);
        momentum.omega += step * (point.omega_gradient + point.log_omega_z);
    }

    void rotate(Point& point, Momentum& momentum, double angle) const {
        const double c = std::cos(angle), s = std::sin(angle);
        const auto turn = [&](double& z, double& p) {
            const double turned = c * z + s * p;
            p = c * p - s * z;
            z = turned;
        };
        for (std::size_t k = 0; k < nodes_; ++k) turn(point.z.theta[k], momentum.theta[k]);
        for (std::size_t i = 0; i < items_; ++i)
            if (moves_.in_trajectory(i / 3)) turn(point.z.items[i], momentum.items[i]);
        if (options_.sample_omega2) turn(point.log_omega_z, momentum.omega);
    }

    const VotePanel& panel_;
    const IdealPointPrecision* metric_;
    std::optional<IdealPointPrecision> own_metric_;
    const SamplerOptions& options_;
    WorkStep& step_of_work_;
    Random random_;
    std::size_t nodes_, items_;
    ItemMoves moves_;
    WalkMoves walk_moves_;
    SessionMoves session_moves_;
    double omega_scale_;
    IdealPointVectors centre_;
    double log_omega_centre_;
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
    // with the Jacobian of log omega
    value += -0.5 * omega * omega / omega_prior_variance + log_omega;
    omega_gradient += 1 - omega * omega / omega_prior_variance;
    SumOfLogs abstentions;
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        const double slope = items[3 * j], cut = items[3 * j + 1];
        const bool three = panel.items[j].three_categories;
        const double gap = three ? std::exp(items[3 * j + 2]) : 0;
        double g_slope = 0, g_cut = 0, g_second = 0;
        std::uint32_t v = panel.item_begin[j];
        const std::uint32_t end = panel.item_begin[j + 1];
        // Votes come sorted by kind: yes, abstentions, no.
        for (; v < end && panel.vote[v] == 1; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            const LogNormalCdf at = log_normal_cdf(cut - slope * theta[k], grid);
            value += at.log_cdf;
            theta_gradient[k] -= slope * at.ratio;
            g_slope -= theta[k] * at.ratio;
            g_cut += at.ratio;
        }
        for (; v < end && panel.vote[v] == 2; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            const double a = cut - slope * theta[k];
            const NormalInterval interval = normal_interval(a, a + gap, grid);
            const VoteTerm term = abstention_term(a, a + gap, interval, 0);
            const double sum = term.da + term.db;
            value += term.log_probability;
            abstentions.add(interval.inside);
            theta_gradient[k] -= slope * sum;
            g_slope -= theta[k] * sum;
            g_cut += sum;
            g_second += term.db;
        }
        for (; v < end; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            const LogNormalCdf at = log_normal_cdf(slope * theta[k] - cut - gap, grid);
            value += at.log_cdf;
            theta_gradient[k] += slope * at.ratio;
            g_slope += theta[k] * at.ratio;
            g_cut -= at.ratio;
            g_second -= at.ratio;
        }
        value += item_prior(slope, priors.slope_variance, g_slope) + item_prior(cut, priors.cut_variance, g_cut);
        double g_gap = gap * g_second;
        // With one cut point delta is no parameter: a standard normal of its own keeps the coordinates whitened.
        value += item_prior(items[3 * j + 2], three ? priors.log_gap_variance : 1, g_gap);
        item_gradient[3 * j] = g_slope;
        item_gradient[3 * j + 1] = g_cut;
        item_gradient[3 * j + 2] = g_gap;
    }
    return value + abstentions.total();
}

SampledIdealPoints sample_ideal_points(const VotePanel& panel, const IdealPointParameters& mode,
                                       const SamplerOptions& options) {
    const IdealPointPrecision precision(panel, mode, options.priors, IdealPointPrecision::Curvature::observed,
                                        options.work);
    SampledIdealPoints result;
    const std::size_t nodes = panel.nodes.size(), all = options.chains * options.draws;
    result.draws = {panel.nodes, options.chains, options.draws, std::vector<float>(nodes * all), panel.assembly};
    const std::vector<double> reference =
        standardised(mode.theta, standardisation(panel, mode.theta, options.positive_anchor, options.negative_anchor));
    result.log_posterior.resize(all);
    result.omega2.resize(all);
    WorkStep step(options.work, "draws of the chains, warm-up included",
                  options.chains * (options.warmup + options.draws));
    parallel_chunks(
        options.chains, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c) {
                Chain chain(panel, mode, precision, options, step, c);
                chain.warm_up();
                for (std::size_t d = 0; d < options.draws; ++d) {
                    (void)chain.transition();
                    const Point& point = chain.here();
                    const Standardisation standard = options.standardise
                                                         ? standardisation_along(point.parameters.theta, reference)
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
        },
        options.work);
    return result;
}

}  // namespace tarazy
