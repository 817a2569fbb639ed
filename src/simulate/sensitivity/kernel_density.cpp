#include "simulate/sensitivity/kernel_density.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace tarazy {
namespace {

/// A Gaussian curve at equally spaced points. Neighbouring points have a quotient that itself falls by a constant
/// factor, so that two multiplications give the next one: outwards from the point nearest to the centre, where it is
/// largest. Of `lanes` points together each is followed by the one `lanes` further on, in vector instructions.
class Gaussian {
public:
    static constexpr std::size_t lanes = 8;

    /// @param step  distance of two points in standard deviations
    explicit Gaussian(double step)
        : step_(step),
          ratio_(std::exp(-step * step)),
          ratio_of_lanes_(std::exp(-step * step * static_cast<double>(lanes * (lanes - 1) / 2))),
          fall_(std::exp(-step * step * static_cast<double>(lanes * lanes))),
          reach_(static_cast<std::size_t>(std::ceil(8.5 / step))) {}

    /// @param offset  from the centre, in steps
    [[nodiscard]] double at(double offset) const { return std::exp(-0.5 * offset * offset * step_ * step_); }
    /// Of the next point to this one.
    [[nodiscard]] double quotient(double offset) const { return std::exp(-(offset + 0.5) * step_ * step_); }

    /// Adds the curve to all points in reach.
    /// @param value   at the first point
    /// @param points  with `lanes` behind the last, which take what nobody reads
    void add(double value, double offset, std::span<double> points) const {
        std::array<double, lanes> values{}, quotients{};
        double one = quotient(offset);
        for (std::size_t j = 0; j < lanes; ++j) {
            values[j] = value;
            const double square = one * one, fourth = square * square;
            quotients[j] = fourth * fourth * ratio_of_lanes_;
            value *= one;
            one *= ratio_;
        }
        const std::size_t end = std::min(points.size() - lanes, reach_ + 1);
        for (std::size_t k = 0; k < end; k += lanes) {
            for (std::size_t j = 0; j < lanes; ++j) points[k + j] += values[j];
            for (std::size_t j = 0; j < lanes; ++j) values[j] *= quotients[j];
            for (std::size_t j = 0; j < lanes; ++j) quotients[j] *= fall_;
        }
    }

private:
    static_assert(lanes == 8, "quotients are raised to the eighth power");
    double step_, ratio_, ratio_of_lanes_, fall_;
    std::size_t reach_;
};

}  // namespace

std::vector<double> kernel_density(std::span<const double> values, std::span<const double> weights, double width,
                                   double first, double spacing, std::size_t points) {
    const long last = static_cast<long>(points) - 1;
    // Points from the nearest on upwards, and those below it, counted downwards from the last.
    std::vector<double> upwards(points + Gaussian::lanes), downwards(points + Gaussian::lanes);
    const Gaussian gaussian(spacing / width);
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (weights[i] == 0) continue;
        total += weights[i];
        const double place = (values[i] - first) / spacing;
        const long near = std::clamp(std::lround(place), 0L, last);
        const double offset = static_cast<double>(near) - place, peak = weights[i] * gaussian.at(offset);
        gaussian.add(peak, offset, std::span(upwards).subspan(static_cast<std::size_t>(near)));
        if (near > 0)
            gaussian.add(peak * gaussian.quotient(-offset), 1 - offset,
                         std::span(downwards).subspan(static_cast<std::size_t>(last - near + 1)));
    }
    const double scale = 1 / (total * width * std::sqrt(2 * std::numbers::pi));
    std::vector<double> density(points);
    for (std::size_t k = 0; k < points; ++k) density[k] = (upwards[k] + downwards[points - 1 - k]) * scale;
    return density;
}

}  // namespace tarazy
