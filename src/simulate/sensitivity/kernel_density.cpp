#include "simulate/sensitivity/kernel_density.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <numbers>

namespace tarazy {
namespace {

/// Two numbers in vector instructions of any processor (an extension of GCC and Clang).
using Pair = double __attribute__((vector_size(2 * sizeof(double))));
constexpr std::size_t lanes = 4;  ///< two pairs together: their chains of multiplications run side by side

void add_to(double* points, Pair values) {
    Pair sums;
    std::memcpy(&sums, points, sizeof sums);
    sums += values;
    std::memcpy(points, &sums, sizeof sums);
}

/// A Gaussian curve at equally spaced points. Neighbouring points have a quotient that itself falls by a constant
/// factor, so that two multiplications give the next one; of four points together each is followed by the one four
/// further on. The fours are the same for all curves: what was just added for one is then read for the next as it was
/// written.
class Gaussian {
public:
    /// @param step  distance of two points in standard deviations
    explicit Gaussian(double step)
        : step_(step),
          square_(step * step),
          ratio_(std::exp(-square_)),
          ratio_of_lanes_(std::exp(-square_ * static_cast<double>(lanes * (lanes - 1) / 2))),
          fall_(std::exp(-square_ * static_cast<double>(lanes * lanes))),
          reach_(static_cast<long>(std::min(farthest, std::ceil(8.5 / step)))) {}

    /// How many points to either side count: up to 8.5 standard deviations.
    [[nodiscard]] long reach() const { return reach_; }
    /// @param offset  from the centre, in steps
    [[nodiscard]] double at(double offset) const {
        const double z = offset * step_;
        return std::exp(-0.5 * z * z);
    }
    [[nodiscard]] double ratio() const { return ratio_; }
    /// Of the next point to this one.
    [[nodiscard]] double quotient(double offset) const { return std::exp(-(offset + 0.5) * square_); }

    /// Adds the curve outwards.
    /// @param value     at the first point
    /// @param quotient  of the second to the first
    /// @param points    whole fours
    void add(double value, double quotient, std::span<double> points) const {
        const double second = value * quotient, q1 = quotient * ratio_;
        const double third = second * q1, q2 = q1 * ratio_;
        const double fourth = third * q2, q3 = q2 * ratio_;
        Pair one{value, second}, other{third, fourth};
        // The fourth of a quotient, times the constant factors, leads four points on.
        Pair quotient_of_one{quotient, q1}, quotient_of_other{q2, q3};
        quotient_of_one *= quotient_of_one;
        quotient_of_one *= quotient_of_one * ratio_of_lanes_;
        quotient_of_other *= quotient_of_other;
        quotient_of_other *= quotient_of_other * ratio_of_lanes_;
        const std::size_t end = std::min(points.size(), static_cast<std::size_t>(reach_) + lanes);
        for (std::size_t k = 0; k < end; k += lanes) {
            add_to(&points[k], one);
            add_to(&points[k + 2], other);
            one *= quotient_of_one;
            other *= quotient_of_other;
            quotient_of_one *= fall_;
            quotient_of_other *= fall_;
        }
    }

private:
    static constexpr double farthest = 1e18;  // a step that is no number ends here too

    double step_, square_, ratio_, ratio_of_lanes_, fall_;
    long reach_;
};

/// The sum of curves at the points of a grid.
class SumOfGaussians {
public:
    SumOfGaussians(std::size_t points, double step)
        : gaussian_(step),
          last_(static_cast<long>(points) - 1),
          upwards_((points + lanes - 1) / lanes * lanes),
          downwards_(upwards_.size()) {}

    /// @param place  of the centre, in steps from the first point
    void add(double weight, double place) {
        const long near = std::clamp(std::lround(place), 0L, last_), reach = gaussian_.reach();
        if (std::abs(static_cast<double>(near) - place) > static_cast<double>(reach)) return;
        if (reach <= static_cast<long>(lanes)) {
            for (long k = std::max(0L, near - reach); k <= std::min(last_, near + reach); ++k)
                upwards_[static_cast<std::size_t>(k)] += weight * gaussian_.at(static_cast<double>(k) - place);
            return;
        }
        // Up from the first point of its four, and down from there: the two quotients multiply to the constant factor.
        const auto from = static_cast<std::size_t>(near) / lanes * lanes;
        const double offset = static_cast<double>(from) - place, value = weight * gaussian_.at(offset);
        const double up = gaussian_.quotient(offset), down = gaussian_.ratio() / up;
        gaussian_.add(value, up, std::span(upwards_).subspan(from));
        gaussian_.add(value * down, down * gaussian_.ratio(), std::span(downwards_).subspan(downwards_.size() - from));
    }
    [[nodiscard]] double at(std::size_t point) const {
        return upwards_[point] + downwards_[downwards_.size() - 1 - point];
    }

private:
    Gaussian gaussian_;
    long last_;
    std::vector<double> upwards_, downwards_;  ///< the latter from the last point on
};

}  // namespace

std::vector<double> kernel_density(std::span<const double> values, std::span<const double> weights, double width,
                                   double first, double spacing, std::size_t points) {
    SumOfGaussians sum(points, spacing / width);
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (weights[i] == 0) continue;
        total += weights[i];
        sum.add(weights[i], (values[i] - first) / spacing);
    }
    const double scale = 1 / (total * width * std::sqrt(2 * std::numbers::pi));
    std::vector<double> density(points);
    for (std::size_t k = 0; k < points; ++k) density[k] = sum.at(k) * scale;
    return density;
}

}  // namespace tarazy
