#include "simulate/hedge/bounded_minimum.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// A decrease of so little, several times in a row, is noise.
constexpr double least_decrease = 1e-12;
constexpr unsigned most_halvings = 40, most_idle_steps = 3;

/// A descent within the box and what it knows of the function's curvature.
class BoxDescent {
public:
    BoxDescent(const std::function<double(std::span<const double>)>& function, std::span<const double> start,
               std::span<const double> lower, std::span<const double> upper, const BoundedMinimumOptions& options)
        : function_(function),
          lower_(lower),
          upper_(upper),
          options_(options),
          n_(start.size()),
          gradient_(n_),
          direction_(n_),
          next_(n_),
          next_gradient_(n_),
          held_(n_),
          inverse_(n_ * n_) {
        found_.x.assign(start.begin(), start.end());
        project(found_.x);
        found_.value = value_at(found_.x);
        slope_at(found_.x, gradient_);
        forget();
    }

    BoundedMinimum run() {
        unsigned idle = 0;
        while (found_.iterations < options_.iterations) {
            options_.work.check();
            if (hold()) forget();
            if (greatest_free_slope() <= options_.tolerance) return ended(true);
            ++found_.iterations;
            point();
            const double before = found_.value;
            if (!step()) {
                if (fresh_) return ended(true);
                forget();
                continue;
            }
            idle = before - found_.value <= least_decrease * (1 + std::abs(before)) ? idle + 1 : 0;
            if (idle >= most_idle_steps) return ended(true);
        }
        return ended(false);
    }

private:
    void project(std::vector<double>& x) const {
        for (std::size_t i = 0; i < n_; ++i) x[i] = std::clamp(x[i], lower_[i], upper_[i]);
    }

    double value_at(std::span<const double> x) {
        ++found_.evaluations;
        const double value = function_(x);
        return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    }

    void slope_at(const std::vector<double>& x, std::vector<double>& slope) {
        std::vector<double> moved = x;
        for (std::size_t i = 0; i < n_; ++i) {
            const double reach = options_.difference * (1 + std::abs(x[i]));
            const double up = std::min(x[i] + reach, upper_[i]), down = std::max(x[i] - reach, lower_[i]);
            slope[i] = 0;
            if (up <= down) continue;
            moved[i] = up;
            const double above = value_at(moved);
            moved[i] = down;
            const double below = value_at(moved);
            moved[i] = x[i];
            if (std::isfinite(above) && std::isfinite(below)) slope[i] = (above - below) / (up - down);
        }
    }

    /// Which coordinates stay on their bound. @return whether that has changed
    bool hold() {
        bool changed = false;
        for (std::size_t i = 0; i < n_; ++i) {
            const bool held =
                (found_.x[i] <= lower_[i] && gradient_[i] >= 0) || (found_.x[i] >= upper_[i] && gradient_[i] <= 0);
            changed = changed || held != held_[i];
            held_[i] = held;
        }
        return changed;
    }

    double greatest_free_slope() const {
        double greatest = 0;
        for (std::size_t i = 0; i < n_; ++i)
            if (!held_[i]) greatest = std::max(greatest, std::abs(gradient_[i]));
        return greatest;
    }

    void forget() {
        std::ranges::fill(inverse_, 0.0);
        for (std::size_t i = 0; i < n_; ++i) inverse_[i * n_ + i] = 1;
        fresh_ = true;
    }

    void point() {
        double along = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            direction_[i] = 0;
            if (held_[i]) continue;
            for (std::size_t j = 0; j < n_; ++j)
                if (!held_[j]) direction_[i] -= inverse_[i * n_ + j] * gradient_[j];
            along += direction_[i] * gradient_[i];
        }
        if (fresh_ || !(along < 0)) {
            forget();
            // The first step moves by 1 at most: nothing is known of the curvature.
            const double scale = 1 / std::max(1.0, greatest_free_slope());
            for (std::size_t i = 0; i < n_; ++i) direction_[i] = held_[i] ? 0 : -scale * gradient_[i];
        }
    }

    bool step() {
        double length = 1;
        for (unsigned halving = 0; halving < most_halvings; ++halving, length *= 0.5) {
            double expected = 0;
            for (std::size_t i = 0; i < n_; ++i) {
                next_[i] = std::clamp(found_.x[i] + length * direction_[i], lower_[i], upper_[i]);
                expected += gradient_[i] * (next_[i] - found_.x[i]);
            }
            const double value = value_at(next_);
            if (!(expected < 0) || !(value <= found_.value + 1e-4 * expected)) continue;
            slope_at(next_, next_gradient_);
            learn();
            found_.x = next_;
            found_.value = value;
            gradient_ = next_gradient_;
            return true;
        }
        return false;
    }

    /// BFGS update of the inverse curvature.
    void learn() {
        std::vector<double> s(n_), y(n_), hy(n_, 0.0);
        double sy = 0, ss = 0, yy = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            s[i] = next_[i] - found_.x[i];
            y[i] = next_gradient_[i] - gradient_[i];
            sy += s[i] * y[i];
            ss += s[i] * s[i];
            yy += y[i] * y[i];
        }
        if (!(sy > 1e-10 * std::sqrt(ss * yy))) return;
        if (fresh_)
            for (std::size_t i = 0; i < n_; ++i) inverse_[i * n_ + i] = sy / yy;
        fresh_ = false;
        double yhy = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j < n_; ++j) hy[i] += inverse_[i * n_ + j] * y[j];
            yhy += y[i] * hy[i];
        }
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t j = 0; j < n_; ++j)
                inverse_[i * n_ + j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
    }

    BoundedMinimum ended(bool converged) {
        hold();
        found_.at_bound = held_;
        found_.converged = converged && std::isfinite(found_.value);
        return std::move(found_);
    }

    const std::function<double(std::span<const double>)>& function_;
    std::span<const double> lower_, upper_;
    const BoundedMinimumOptions& options_;
    const std::size_t n_;
    BoundedMinimum found_;
    std::vector<double> gradient_, direction_, next_, next_gradient_;
    std::vector<bool> held_;
    std::vector<double> inverse_;
    bool fresh_ = true;
};

}  // namespace

BoundedMinimum bounded_minimum(const std::function<double(std::span<const double>)>& function,
                               std::span<const double> start, std::span<const double> lower,
                               std::span<const double> upper, const BoundedMinimumOptions& options) {
    assert(start.size() == lower.size() && start.size() == upper.size());
    return BoxDescent(function, start, lower, upper, options).run();
}

}  // namespace tarazy
