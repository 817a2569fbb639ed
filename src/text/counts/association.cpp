#include "text/counts/association.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr double no_association = std::numeric_limits<double>::quiet_NaN();

bool has_empty_margin(const TwoByTwo& t) {
    return t.a + t.b <= 0 || t.c + t.d <= 0 || t.a + t.c <= 0 || t.b + t.d <= 0;
}

double least_expected(const TwoByTwo& t) {
    return std::min(t.a + t.b, t.c + t.d) * std::min(t.a + t.c, t.b + t.d) / t.total();
}

/// O ln(O/E), in a form that keeps its digits where both are near.
double surprise(double observed, double expected) {
    if (observed <= 0) return 0;
    return observed * std::log1p((observed - expected) / expected);
}

}  // namespace

double signed_chi_square(const TwoByTwo& t, YatesCorrection yates) {
    if (has_empty_margin(t)) return no_association;
    const double n = t.total(), cross = t.a * t.d - t.b * t.c;
    double deviation = std::abs(cross);
    const bool corrects = yates == YatesCorrection::always ||
                          (yates == YatesCorrection::conditional && deviation >= n / 2 && least_expected(t) < 5);
    if (corrects) deviation = std::max(0.0, deviation - n / 2);
    const double value = n * (deviation / (t.a + t.b)) * (deviation / (t.c + t.d)) / (t.a + t.c) / (t.b + t.d);
    return cross < 0 ? -value : value;
}

double signed_g2(const TwoByTwo& t) {
    if (has_empty_margin(t)) return no_association;
    const double n = t.total(), feature = t.a + t.b, others = t.c + t.d, target = t.a + t.c, reference = t.b + t.d;
    const double sum = surprise(t.a, feature * target / n) + surprise(t.b, feature * reference / n) +
                       surprise(t.c, others * target / n) + surprise(t.d, others * reference / n);
    const double value = std::max(0.0, 2 * sum);
    return t.a * t.d < t.b * t.c ? -value : value;
}

double williams_q(const TwoByTwo& t) {
    if (has_empty_margin(t)) return no_association;
    const double n = t.total();
    return 1 + (n / (t.a + t.b) + n / (t.c + t.d) - 1) * (n / (t.a + t.c) + n / (t.b + t.d) - 1) / (6 * n);
}

double pointwise_information(const TwoByTwo& t) {
    if (t.a <= 0 || has_empty_margin(t)) return no_association;
    return std::log(t.a / t.expected());
}

double log_ratio(const TwoByTwo& t) {
    const double target = t.a + t.c, reference = t.b + t.d;
    if (target <= 0 || reference <= 0) return no_association;
    const double half = t.a <= 0 || t.b <= 0 ? 0.5 : 0.0;
    return std::log2((t.a + half) / target) - std::log2((t.b + half) / reference);
}

double odds_ratio(const TwoByTwo& t) {
    const double half = t.a <= 0 || t.b <= 0 || t.c <= 0 || t.d <= 0 ? 0.5 : 0.0;
    return (t.a + half) * (t.d + half) / ((t.b + half) * (t.c + half));
}

}  // namespace tarazy
