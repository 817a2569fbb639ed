#include "trace/breaks/robust_scale.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace {

/// The middle value, or the mean of the two middle ones. @pre not empty
double median_in_place(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

}  // namespace

std::optional<double> scale_of_differences(std::span<const double> y) {
    if (y.size() < 2) return std::nullopt;
    std::vector<double> steps(y.size() - 1);
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = y[i + 1] - y[i];
    const double centre = median_in_place(steps);
    for (double& step : steps) step = std::abs(step - centre);
    // 1/quantile(3/4) of the normal distribution, rounded as R rounds it.
    return 1.4826 * median_in_place(steps) / std::sqrt(2.0);
}

}  // namespace tarazy
