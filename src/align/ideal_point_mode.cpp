#include "align/ideal_point_mode.hpp"

#include "align/ideal_point_precision.hpp"
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
        : panel_(panel), options_(options), begins_(path_begins(panel)), curvature_(panel.nodes.size()) {}

    double value(const Vector& theta, std::vector<ItemParameters>& items, double trusted_gain) const {
        return fit_items(panel_, theta, items, options_.priors, options_.threads, trusted_gain) +
               walk_log_density(panel_, theta, options_.priors);
    }

    /// Gradient by theta where the items are at their mode, and the curvature of the votes for `solve`.
    Vector gradient(const Vector& theta, const std::vector<ItemParameters>& items) {
        Vector gradient(theta.size());
        const std::vector<ItemCuts> cuts = item_cuts(panel_, items);
        parallel_chunks(theta.size(), 64, options_.threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) {
                const NodeTerm term = node_term(panel_, k, theta[k], cuts);
                gradient[k] = term.gradient;
                curvature_[k] = std::max(term.curvature, 0.0);
            }
        });
        for (std::size_t k = 0; k < theta.size(); ++k) {
            const double pull =
                (theta[k] - (panel_.continues(k) ? theta[k - 1] : 0)) / walk_variance(panel_, k, options_.priors);
            gradient[k] -= pull;
            if (panel_.continues(k)) gradient[k - 1] += pull;
        }
        return gradient;
    }

    /// Takes the curvature here, items and all, as the metric from now on.
    void measure(const IdealPointParameters& here) {
        metric_.emplace(panel_, here, options_.priors, IdealPointPrecision::Curvature::gauss_newton);
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
                double diagonal = curvature_[k] + 1 / walk_variance(panel_, k, options_.priors);
                if (k + 1 < end) diagonal += 1 / walk_variance(panel_, k + 1, options_.priors);
                if (k > first) {
                    const double off = -1 / walk_variance(panel_, k, options_.priors);
                    diagonal -= off * off / pivot[k - 1];
                    right[k] -= off / pivot[k - 1] * right[k - 1];
                }
                pivot[k] = diagonal;
            }
            for (std::size_t k = end; k-- > first;) {
                if (k + 1 < end) right[k] += right[k + 1] / walk_variance(panel_, k + 1, options_.priors);
                right[k] /= pivot[k];
            }
        }
        return right;
    }

    const VotePanel& panel_;
    const ModeOptions& options_;
    std::vector<std::size_t> begins_;
    Vector curvature_;
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

double largest_change(const VotePanel& panel, const Vector& from, const Vector& to) {
    const Standardisation before = standardisation(panel, from, 0, 0), after = standardisation(panel, to, 0, 0);
    double largest = 0;
    for (std::size_t k = 0; k < from.size(); ++k) largest = std::max(largest, std::abs(after(to[k]) - before(from[k])));
    return largest;
}

}  // namespace

double fit_items(const VotePanel& panel, std::span<const double> theta, std::vector<ItemParameters>& items,
                 const IdealPointPriors& priors, unsigned threads, double trusted_gain) {
    Vector values(items.size());
    parallel_chunks(items.size(), 16, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j) values[j] = fit_item(panel, j, theta, items[j], priors, trusted_gain);
    });
    double sum = 0;
    for (const double value : values) sum += value;
    return sum;
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
    mode.log_posterior = profile.value(theta, items, trusted_gain);
    Vector gradient = profile.gradient(theta, items);
    while (mode.iterations < options.most_iterations && !mode.converged) {
        if (mode.iterations == 10) {
            profile.measure(mode.parameters);
            memory.forget();
        }
        ++mode.iterations;
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
    }
    return mode;
}

}  // namespace tarazy
