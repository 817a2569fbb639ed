#include "simulate/hedge/observed_information.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

constexpr double wanted_rise = 0.05, least_rise = 1e-4;
constexpr double flat_curvature = 1e-6;
/// Parameters with less of a flat direction in them are not blamed for it.
constexpr double part_of_flat = 0.1;

/// Second differences of a function around a point within bounds.
class CurvatureProbe {
public:
    CurvatureProbe(const std::function<double(std::span<const double>)>& function, std::span<const double> at,
                   std::span<const double> lower, std::span<const double> upper)
        : function_(function),
          x_(at.begin(), at.end()),
          lower_(lower),
          upper_(upper),
          base_(function(at)),
          steps_(at.size(), 0.0),
          own_(at.size(), 0.0),
          on_bound_(at.size()) {
        for (std::size_t i = 0; i < x_.size(); ++i) measure(i);
    }

    [[nodiscard]] double own(std::size_t i) const { return own_[i]; }
    [[nodiscard]] bool on_bound(std::size_t i) const { return on_bound_[i]; }

    double mixed(std::size_t i, std::size_t j) {
        const double hi = steps_[i], hj = steps_[j];
        if (hi == 0 || hj == 0) return 0;
        const double sum = moved(i, hi, j, hj) - moved(i, hi, j, -hj) - moved(i, -hi, j, hj) + moved(i, -hi, j, -hj);
        return sum / (4 * hi * hj);
    }

private:
    double moved(std::size_t i, double by_i, std::size_t j, double by_j) {
        std::vector<double> x = x_;
        x[i] += by_i;
        x[j] += by_j;
        return function_(x);
    }

    /// Mean rise of a step to either side.
    double rise(std::size_t i, double step) { return 0.5 * (moved(i, step, i, 0) + moved(i, -step, i, 0)) - base_; }

    void measure(std::size_t i) {
        const double most = std::min(upper_[i] - x_[i], x_[i] - lower_[i]);
        double step = std::min(0.01 * (1 + std::abs(x_[i])), most);
        double found = step > 0 ? rise(i, step) : 0;
        for (int tries = 0; tries < 60 && step > 0 && !(found >= wanted_rise / 4 && found <= wanted_rise * 4);
             ++tries) {
            const bool too_small = found < wanted_rise;
            if (too_small && step >= most) break;
            step = too_small ? std::min(step * 2, most) : step / 2;
            found = rise(i, step);
        }
        if (!(found >= least_rise) || !std::isfinite(found)) {
            // Flat, or a bound so near that no step rises.
            on_bound_[i] = most < 1e-3 * (1 + std::abs(x_[i]));
            return;
        }
        steps_[i] = step;
        own_[i] = 2 * found / (step * step);
    }

    const std::function<double(std::span<const double>)>& function_;
    std::vector<double> x_;
    std::span<const double> lower_, upper_;
    double base_;
    std::vector<double> steps_, own_;
    std::vector<bool> on_bound_;
};

}  // namespace

double ObservedInformation::standard_error(std::size_t i) const {
    const std::size_t n = identified.size();
    double variance = 0;
    for (std::size_t k = 0; k < n; ++k) variance += root[i * n + k] * root[i * n + k];
    return std::sqrt(variance);
}

ObservedInformation observed_information(const std::function<double(std::span<const double>)>& function,
                                         std::span<const double> at, std::span<const double> lower,
                                         std::span<const double> upper) {
    const std::size_t n = at.size();
    CurvatureProbe probe(function, at, lower, upper);
    ObservedInformation information;
    information.root.assign(n * n, 0.0);
    information.identified.assign(n, true);
    information.on_bound.assign(n, false);
    // Parameters scaled to curvature 1; a flat one stands alone with curvature 0.
    std::vector<double> scaled(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        information.on_bound[i] = probe.on_bound(i);
        scaled[i * n + i] = probe.own(i) > 0 ? 1 : 0;
        for (std::size_t j = 0; j < i; ++j) {
            const double scale = std::sqrt(probe.own(i) * probe.own(j));
            scaled[i * n + j] = scaled[j * n + i] = scale > 0 ? probe.mixed(i, j) / scale : 0;
        }
    }
    const SymmetricEigen eigen = symmetric_eigen(scaled, n);
    for (std::size_t k = 0; k < n; ++k) {
        const bool flat = !(eigen.values[k] > flat_curvature);
        for (std::size_t i = 0; i < n; ++i) {
            const double part = eigen.vectors[i * n + k];
            if (flat)
                information.identified[i] = information.identified[i] && std::abs(part) < part_of_flat;
            else if (probe.own(i) > 0)
                information.root[i * n + k] = part / std::sqrt(eigen.values[k] * probe.own(i));
        }
    }
    return information;
}

SymmetricEigen symmetric_eigen(std::vector<double> a, std::size_t n) {
    assert(a.size() == n * n);
    SymmetricEigen found{{}, std::vector<double>(n * n, 0.0)};
    for (std::size_t i = 0; i < n; ++i) found.vectors[i * n + i] = 1;
    for (int sweep = 0; sweep < 60; ++sweep) {
        double off = 0;
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = p + 1; q < n; ++q) off += a[p * n + q] * a[p * n + q];
        if (off < 1e-28) break;
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (a[p * n + q] == 0) continue;
                const double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
                const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
                const double c = 1 / std::sqrt(t * t + 1), s = t * c;
                for (std::size_t k = 0; k < n; ++k) {
                    const double kp = a[k * n + p], kq = a[k * n + q];
                    a[k * n + p] = c * kp - s * kq;
                    a[k * n + q] = s * kp + c * kq;
                }
                for (std::size_t k = 0; k < n; ++k) {
                    const double pk = a[p * n + k], qk = a[q * n + k];
                    a[p * n + k] = c * pk - s * qk;
                    a[q * n + k] = s * pk + c * qk;
                }
                for (std::size_t k = 0; k < n; ++k) {
                    const double kp = found.vectors[k * n + p], kq = found.vectors[k * n + q];
                    found.vectors[k * n + p] = c * kp - s * kq;
                    found.vectors[k * n + q] = s * kp + c * kq;
                }
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) found.values.push_back(a[i * n + i]);
    return found;
}

}  // namespace tarazy
