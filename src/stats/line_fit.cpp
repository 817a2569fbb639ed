#include "stats/line_fit.hpp"

#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

/// Sum that keeps the low-order digits (Neumaier 1974).
class Sum {
public:
    void add(double term) {
        const double total = sum_ + term;
        lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - total) + term : (term - total) + sum_;
        sum_ = total;
    }
    [[nodiscard]] double value() const { return sum_ + lost_; }

private:
    double sum_ = 0;
    double lost_ = 0;
};

double sum_of_products(std::span<const double> x, double x_mean, std::span<const double> y, double y_mean) {
    Sum sum;
    for (std::size_t i = 0; i < x.size(); ++i) sum.add((x[i] - x_mean) * (y[i] - y_mean));
    return sum.value();
}

}  // namespace

std::optional<double> mean(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    Sum sum;
    for (const double value : values) sum.add(value);
    return sum.value() / static_cast<double>(values.size());
}

std::optional<double> standard_deviation(std::span<const double> values) {
    if (values.size() < 2) return std::nullopt;
    const double centre = *mean(values);
    return std::sqrt(sum_of_products(values, centre, values, centre) / static_cast<double>(values.size() - 1));
}

std::optional<double> correlation(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    if (x.size() < 2) return std::nullopt;
    const double x_mean = *mean(x), y_mean = *mean(y);
    const double xx = sum_of_products(x, x_mean, x, x_mean), yy = sum_of_products(y, y_mean, y, y_mean);
    if (xx == 0 || yy == 0) return std::nullopt;
    return sum_of_products(x, x_mean, y, y_mean) / std::sqrt(xx * yy);
}

std::optional<Line> least_squares_line(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    if (x.size() < 2) return std::nullopt;
    const double x_mean = *mean(x), y_mean = *mean(y);
    const double xx = sum_of_products(x, x_mean, x, x_mean);
    if (xx == 0) return std::nullopt;
    const double slope = sum_of_products(x, x_mean, y, y_mean) / xx;
    return Line{y_mean - slope * x_mean, slope};
}

}  // namespace tarazy
