#include "align/ideal_points/ideal_point_mode.hpp"

#include "align/ideal_points/ideal_point_precision.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>

namespace tarazy {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// Newton step (-H)^-1 g of an item, with the diagonal raised until -H is positive definite; its predicted gain too.
struct ItemStep {
    std::array<double, 3> step{};
    double gain = 0;  ///< g'(-H)^-1 g / 2
};

ItemStep newton_step(const ItemTerm& term) {
    const auto& h = term.hessian;
    const auto& g = term.gradient;
    for (double raise = 0; raise < 1e12; raise = raise == 0 ? 1e-3 : raise * 10) {
        // Cholesky of the 3 x 3 matrix -H + raise * max diagonal
        const double more = raise * std::max({1.0, std::abs(h[0]), std::abs(h[3]), std::abs(h[5])});
        const double a = -h[0] + more;
        if (!(a > 0)) continue;
        const double l10 = -h[1] / a, l20 = -h[2] / a;
        const double b = -h[3] + more - l10 * l10 * a;
        if (!(b > 0)) continue;
        const double l21 = (-h[4] - l20 * l10 * a) / b;
        const double c = -h[5] + more - l20 * l20 * a - l21 * l21 * b;
        if (!(c > 0)) continue;
        const double y0 = g[0], y1 = g[1] - l10 * y0, y2 = g[2] - l20 * y0 - l21 * y1;
        ItemStep result;
        result.step[2] = y2 / c;
        result.step[1] = y1 / b - l21 * result.step[2];
        result.step[0] = y0 / a - l10 * result.step[1] - l20 * result.step[2];
        result.gain = 0.5 * (y0 * y0 / a + y1 * y1 / b + y2 * y2 / c);
        return result;
    }
    return {};
}

ItemParameters moved(const ItemParameters& from, const std::array<double, 3>& step, double length, bool three) {
    return {from.slope + length * step[0], from.cut + length * step[1], three ? from.log_gap + length * step[2] : 0};
}

/// Conditional mode of one item. The last step is taken on trust when its predicted gain is below what counts.
double fit_item(const VotePanel& panel, std::size_t j, std::span<const double> theta, ItemParameters& item,
                const IdealPointPriors& priors, double trusted_gain) {
    const bool three = panel.items[j].three_categories;
    ItemTerm here = item_term(panel, j, theta, item, priors);
    for (int iteration = 0; iteration < 100; ++iteration) {
        const ItemStep newton = newton_step(here);
        if (newton.gain < trusted_gain) {
            item = moved(item, newton.step, 1, three);
            return here.value + newton.gain;
        }
        double length = 1;
        for (; length > 1e-10; length /= 2) {
            const ItemParameters there = moved(item, newton.step, length, three);
            ItemTerm term = item_term(panel, j, theta, there, priors);
            if (!(term.value >= here.value)) continue;
            item = there;
            here = term;
            break;
        }
        if (length <= 1e-10) break;
    }
    return here.value;
}

/// log posterior with the items profiled out, its gradient, and the tridiagonal matrix of each path.
class Profile {
public:
    Profile(const VotePanel& panel, const ModeOptions& options)
        : panel_(panel),
          priors_(options.priors),
          threads_(options.threads),
          work_(options.work),
          begins_(path_begins(panel)),
          likelihood_(panel.nodes.size()) {}

    [[nodiscard]] double omega2() const { return priors_.omega2; }

    /// Estimates the walk's variance where the gradient was last taken, and moves value and gradient along.
    /// @returns whether it stands still
    bool estimate_omega2(const Vector& theta, double& value, Vector& gradient) {
        const double before = priors_.omega2;
        value -= walk_log_density(panel_, theta, priors_);
        priors_.omega2 = walk_variance_estimate(panel_, theta, likelihood_, priors_);
        value += walk_log_density(panel_, theta, priors_);
        gradient = gradient_of_same_votes(theta);
        return std::abs(std::log(priors_.omega2 / before)) < 1e-3;
    }

    double value(const Vector& theta, std::vector<ItemParameters>& items, double trusted_gain) const {
        return fit_items(panel_, theta, items, priors_, threads_, trusted_gain, work_) +
               walk_log_density(panel_, theta, priors_);
    }

    /// Gradient by theta where the items are at their mode, and the curvature of the votes for `solve`.
    Vector gradient(const Vector& theta, const std::vector<ItemParameters>& items) {
        const std::vector<ItemCuts> cuts = item_cuts(panel_, items);
        parallel_chunks(
            theta.size(), 64, threads_,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t k = begin; k < end; ++k) likelihood_[k] = node_term(panel_, k, theta[k], cuts);
            },
            work_);
        return gradient_of_same_votes(theta);
    }

    /// The gradient where it was last taken, with the walk as it is now.
    [[nodiscard]] Vector gradient_of_same_votes(const Vector& theta) const {
        Vector gradient(theta.size());
        for (std::size_t k = 0; k < theta.size(); ++k) gradient[k] = likelihood_[k].gradient;
        for (std::size_t k = 0; k < theta.size(); ++k) {
            const double pull =
                (theta[k] - (panel_.continues(k) ? theta[k - 1] : 0)) / walk_variance(panel_, k, priors_);
            gradient[k] -= pull;
            if (panel_.continues(k)) gradient[k - 1] += pull;
        }
        return gradient;
    }

    /// Takes the curvature here, items and all, as the metric from now on.
    void measure(const IdealPointParameters& here) {
        metric_.emplace(panel_, here, priors_, IdealPointPrecision::Curvature::gauss_newton, work_);
    }

    /// right in the metric: (H^-1) of theta once measured, before that the precision of the paths given the items.
    Vector solve(Vector right) const {
        if (!metric_) return solve_paths(std::move(right));
        IdealPointVectors vector{std::move(right), Vector(3 * panel_.items.size(), 0.0)};
        metric_->whiten_gradient(vector);
        metric_->unwhiten(vector);
        return std::move(vector.theta);
    }

private:
    /// Thomas' algorithm for each state.
    Vector solve_paths(Vector right) const {
        Vector pivot(right.size());
        for (std::size_t p = 0; p + 1 < begins_.size(); ++p) {
            const std::size_t first = begins_[p], end = begins_[p + 1];
            for (std::size_t k = first; k < end; ++k) {
                double diagonal = std::max(likelihood_[k].curvature, 0.0) + 1 / walk_variance(panel_, k, priors_);
                if (k + 1 < end) diagonal += 1 / walk_variance(panel_, k + 1, priors_);
                if (k > first) {
                    const double off = -1 / walk_variance(panel_, k, priors_);
                    diagonal -= off * off / pivot[k - 1];
                    right[k] -= off / pivot[k - 1] * right[k - 1];
                }
                pivot[k] = diagonal;
            }
            for (std::size_t k = end; k-- > first;) {
                if (k + 1 < end) right[k] += right[k + 1] / walk_variance(panel_, k + 1, priors_);
                right[k] /= pivot[k];
            }
        }
        return right;
    }

    const VotePanel& panel_;
    IdealPointPriors priors_;
    unsigned threads_;
    const Work& work_;
    std::vector<std::size_t> begins_;
    std::vector<NodeTerm> likelihood_;
    std::optional<IdealPointPrecision> metric_;
};

/// The last steps of L-BFGS and their changes of gradient.
class Memory {
public:
    void add(Vector step, Vector change) {
        const double product = dot(step, change);
        if (!(product > 0)) return;
        if (steps_.size() == 12) steps_.pop_front();
        steps_.push_back({std::move(step), std::move(change), 1 / product});
    }

    /// Two-loop recursion (Nocedal 1980) in the metric of `profile`.
    [[nodiscard]] Vector direction(Vector gradient, const Profile& profile) const {
        Vector weight(steps_.size());
        for (std::size_t i = steps_.size(); i-- > 0;) {
            weight[i] = steps_[i].scale * dot(steps_[i].step, gradient);
            for (std::size_t k = 0; k < gradient.size(); ++k) gradient[k] -= weight[i] * steps_[i].change[k];
        }
        Vector result = profile.solve(std::move(gradient));
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const double correction = weight[i] - steps_[i].scale * dot(steps_[i].change, result);
            for (std::size_t k = 0; k < result.size(); ++k) result[k] += correction * steps_[i].step[k];
        }
        return result;
    }
    void forget() { steps_.clear(); }

private:
    struct Step {
        Vector step, change;
        double scale;
    };
    std::deque<Step> steps_;
};

/// Log density of all paths' working responses, given the walk: the Kalman filter.
double path_evidence(const VotePanel& panel, const Vector& response, std::span<const NodeTerm> likelihood,
                     const IdealPointPriors& priors) {
    double sum = 0, mean = 0, variance = 0;
    for (std::size_t k = 0; k < response.size(); ++k) {
        if (!panel.continues(k)) mean = variance = 0;
        variance += walk_variance(panel, k, priors);
        if (!(likelihood[k].curvature > 0)) continue;  // votes that say nothing about this node
        const double spread = variance + 1 / likelihood[k].curvature, off = response[k] - mean;
        sum -= 0.5 * (std::log(spread) + off * off / spread);
        mean += variance / spread * off;
        variance *= 1 - variance / spread;
    }
    return sum;
}

double largest_change(const VotePanel& panel, const Vector& from, const Vector& to) {
    const Standardisation before = standardisation(panel, from, 0, 0), after = standardisation(panel, to, 0, 0);
    double largest = 0;
    for (std::size_t k = 0; k < from.size(); ++k) largest = std::max(largest, std::abs(after(to[k]) - before(from[k])));
    return largest;
}

}  // namespace

double fit_items(const VotePanel& panel, std::span<const double> theta, std::vector<ItemParameters>& items,
                 const IdealPointPriors& priors, unsigned threads, double trusted_gain, const Work& work) {
    Vector values(items.size());
    parallel_chunks(
        items.size(), 16, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t j = begin; j < end; ++j)
                values[j] = fit_item(panel, j, theta, items[j], priors, trusted_gain);
        },
        work);
    double sum = 0;
    for (const double value : values) sum += value;
    return sum;
}

double walk_variance_estimate(const VotePanel& panel, std::span<const double> theta,
                              std::span<const NodeTerm> likelihood, IdealPointPriors priors) {
    bool walks = false;
    Vector response(theta.size());
    for (std::size_t k = 0; k < theta.size(); ++k) {
        walks = walks || panel.continues(k);
        if (likelihood[k].curvature > 0) response[k] = theta[k] + likelihood[k].gradient / likelihood[k].curvature;
    }
    if (!walks) return priors.omega2;
    // + log omega: density of log omega
    const auto height = [&](double log_omega2) {
        priors.omega2 = std::exp(log_omega2);
        return path_evidence(panel, response, likelihood, priors) - 0.5 * priors.omega2 / omega_prior_variance +
               0.5 * log_omega2;
    };
    // Golden section (Kiefer 1953).
    const double golden = 0.5 * (std::sqrt(5.0) - 1);
    double low = std::log(1e-4), high = std::log(10.0);
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double at_left = height(left), at_right = height(right);
    while (high - low > 1e-4) {
        if (at_left > at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = height(left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = height(right);
        }
    }
    return std::exp(0.5 * (low + high));
}

IdealPointMode posterior_mode(const VotePanel& panel, IdealPointParameters start, const ModeOptions& options) {
    Profile profile(panel, options);
    Memory memory;
    IdealPointMode mode;
    mode.parameters = std::move(start);
    Vector& theta = mode.parameters.theta;
    std::vector<ItemParameters>& items = mode.parameters.items;
    // Far from the top the items need not be exact: their error in value is of higher order than their predicted gain.
    constexpr double finest = 1e-9, coarsest = 1e-3;
    double trusted_gain = coarsest;
    WorkStep iterations(options.work, "steps to the mode", 0);
    mode.log_posterior = profile.value(theta, items, trusted_gain);
    Vector gradient = profile.gradient(theta, items);
    while (mode.iterations < options.most_iterations && !mode.converged) {
        if (mode.iterations == 10) {
            profile.measure(mode.parameters);
            memory.forget();
        }
        ++mode.iterations;
        iterations.advance();
        Vector direction = memory.direction(gradient, profile);
        double slope = dot(direction, gradient);
        if (!(slope > 0)) {
            memory.forget();
            direction = profile.solve(gradient);
            slope = dot(direction, gradient);
        }
        double length = 1;
        Vector next(theta.size());
        std::vector<ItemParameters> next_items;
        double value = mode.log_posterior;
        for (; length > 1e-8; length /= 2) {
            for (std::size_t k = 0; k < theta.size(); ++k) next[k] = theta[k] + length * direction[k];
            next_items = items;
            value = profile.value(next, next_items, trusted_gain);
            if (value >= mode.log_posterior + 1e-4 * length * slope - 1e-12 * std::abs(value)) break;
        }
        if (length <= 1e-8) {
            mode.converged = slope < 1e-6;  // no step climbs: the top, as far as numbers tell
            break;
        }
        Vector next_gradient = profile.gradient(next, next_items);
        Vector step(theta.size()), change(theta.size());
        for (std::size_t k = 0; k < theta.size(); ++k) {
            step[k] = next[k] - theta[k];
            change[k] = gradient[k] - next_gradient[k];
        }
        const double moved_by = largest_change(panel, theta, next);
        mode.converged = moved_by < options.tolerance && value - mode.log_posterior < 1e-9 * std::abs(value);
        trusted_gain =
            std::clamp(0.01 * (value - mode.log_posterior) / static_cast<double>(items.size()), finest, trusted_gain);
        theta = std::move(next);
        items = std::move(next_items);
        gradient = std::move(next_gradient);
        mode.log_posterior = value;
        memory.add(std::move(step), std::move(change));
        // At every step, so that both arrive together: by itself omega2 settles in two or three.
        if (options.estimate_omega2 && mode.iterations >= 4)
            mode.converged = profile.estimate_omega2(theta, mode.log_posterior, gradient) && mode.converged;
    }
    mode.omega2 = profile.omega2();
    return mode;
}

}  // namespace tarazy
