#include "align/ideal_points/ordinal_probit.hpp"

namespace tarazy {
namespace {

constexpr double half_log_two_pi = 0.91893853320467274178;

double exact_log_cdf(double x) {
    // To the right the cdf is near 1, where its complement keeps the digits.
    return x > 1 ? std::log1p(-0.5 * std::erfc(x * M_SQRT1_2)) : std::log(0.5 * std::erfc(-x * M_SQRT1_2));
}

}  // namespace

const LogNormalGrid& log_normal_grid() {
    static const LogNormalGrid grid = [] {
        LogNormalGrid filled{};
        for (std::size_t i = 0; i < LogNormalGrid::size; ++i) {
            const double x = LogNormalGrid::left + static_cast<double>(i) / LogNormalGrid::steps_a_unit;
            const double log_cdf = exact_log_cdf(x);
            const double ratio = std::exp(-0.5 * x * x - half_log_two_pi - log_cdf);
            filled.points[i] = {log_cdf, ratio, -ratio * (ratio + x)};
        }
        return filled;
    }();
    return grid;
}

LogNormalCdf log_normal_cdf_far_left(double x) {
    // Phi(x) = phi(x)/|x| (1 - 1/x^2 + 3/x^4 - 15/x^6 + ...)
    const double u = 1 / (x * x);
    const double series = 1 - u * (1 - u * (3 - u * (15 - u * (105 - u * 945))));
    return {-0.5 * x * x - half_log_two_pi - std::log(-x) + std::log(series), -x / series};
}

}  // namespace tarazy
