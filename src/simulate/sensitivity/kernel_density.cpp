#include "simulate/sensitivity/kernel_density.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <numbers>

namespace tarazy {
namespace {

/// Four numbers in vector instructions of any processor (an extension of GCC and Clang).
using Lanes = double __attribute__((vector_size(4 * sizeof(double))));
constexpr std::size_t lanes = sizeof(Lanes) / sizeof(double);

/// A Gaussian curve at equally spaced points. Neighbouring points have a quotient that itself falls by a constant
/// factor, so that two multiplications give the next one: outwards from the point nearest to the centre, where it is
/// largest. Of four points together each is followed by the one four further on.
class Gaussian {
public:
    /// @param step  distance of two points in standard deviations
    explicit Gaussian(double step)
        : square_(step * step),
          ratio_(std::exp(-square_)),
          ratio_of_lanes_(std::exp(-square_ * static_cast<double>(lanes * (lanes - 1) / 2))),
          fall_(std::exp(-square_ * static_cast<double>(lanes * lanes))),
          reach_(static_cast<std::size_t>(std::ceil(8.5 / step))) {}

    /// The next point from the nearest on is out of reach.
    [[nodiscard]] bool lone() const { return square_ > 17.0 * 17.0; }
    [[nodiscard]] double ratio() const { return ratio_; }
    /// @param offset  from the centre, in steps
    [[nodiscard]] double at(double offset) const { return std::exp(-0.5 * offset * offset * square_); }
    /// Of the next point to this one.
    [[nodiscard]] double quotient(double offset) const { return std::exp(-(offset + 0.5) * square_); }

    /// Adds the curve to all points in reach.
    /// @param value     at the first point
    /// @param quotient  of the second to the first
    /// @param points    with `lanes` behind the last, which take what nobody reads
    void add(double value, double quotient, std::span<double> points) const {
        Lanes values{}, quotients{};
        for (std::size_t j = 0; j < lanes; ++j) {
            values[j] = value;
            quotients[j] = quotient;
            value *= quotient;
            quotient *= ratio_;
        }
        quotients *= quotients;
        quotients *= quotients;  // the fourth power
        quotients *= ratio_of_lanes_;
        const std::size_t end = std::min(points.size() - lanes, reach_ + 1);
        for (std::size_t k = 0; k < end; k += lanes) {
            Lanes sums;
            std::memcpy(&sums, &points[k], sizeof sums);
            sums += values;
            std::memcpy(&points[k], &sums, sizeof sums);
            values *= quotients;
            quotients *= fall_;
        }
    }

private:
    static_assert(lanes == 4, "quotients are raised to the fourth power");
    double square_, ratio_, ratio_of_lanes_, fall_;
    std::size_t reach_;
};

}  // namespace

std::vector<double> kernel_density(std::span<const double> values, std::span<const double> weights, double width,
                                   double first, double spacing, std::size_t points) {
    const long last = static_cast<long>(points) - 1;
    // Points from the nearest on upwards, and those below it, counted downwards from the last.
    std::vector<double> upwards(points + lanes), downwards(points + lanes);
    const Gaussian gaussian(spacing / width);
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (weights[i] == 0) continue;
        total += weights[i];
        const double place = (values[i] - first) / spacing;
        const long near = std::clamp(std::lround(place), 0L, last);
        const double offset = static_cast<double>(near) - place, peak = weights[i] * gaussian.at(offset);
        if (gaussian.lone()) {
            upwards[static_cast<std::size_t>(near)] += peak;
            continue;
        }
        // Up and down from one point: the two quotients multiply to the constant factor.
        const double up = gaussian.quotient(offset), down = gaussian.ratio() / up;
        gaussian.add(peak, up, std::span(upwards).subspan(static_cast<std::size_t>(near)));
        if (near > 0)
            gaussian.add(peak * down, down * gaussian.ratio(),
                         std::span(downwards).subspan(static_cast<std::size_t>(last - near + 1)));
    }
    const double scale = 1 / (total * width * std::sqrt(2 * std::numbers::pi));
    std::vector<double> density(points);
    for (std::size_t k = 0; k < points; ++k) density[k] = (upwards[k] + downwards[points - 1 - k]) * scale;
    return density;
}

}  // namespace tarazy
