#include "trace/breaks/segment_line.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {

SegmentLine segment_line(std::span<const double> y, std::span<const double> time, bool with_slope) {
    SegmentLine line;
    const auto m = static_cast<double>(y.size());
    for (const double value : y) line.level += value;
    line.level /= m;
    double products = 0, squares = 0;
    if (with_slope) {
        for (const double t : time) line.mean_time += t - time.front();
        line.mean_time = line.mean_time / m + time.front();
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double t = time[i] - line.mean_time;
            line.mean_square_time += t * t;
            products += t * (y[i] - line.level);
        }
        if (line.mean_square_time > 0) line.slope = products / line.mean_square_time;
        line.mean_square_time /= m;
    }
    double size = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double fitted = line.level + (with_slope ? line.slope * (time[i] - line.mean_time) : 0);
        squares += (y[i] - fitted) * (y[i] - fitted);
        size = std::max(size, std::abs(y[i]));
    }
    // What rounding leaves of a perfect fit.
    line.residual_variance = squares > 1e-24 * m * size * size ? squares / m : 0;
    return line;
}

double mean_square_difference(const SegmentLine& a, const SegmentLine& b, const SegmentLine& where) {
    const auto value = [&](const SegmentLine& line) {
        return line.level + line.slope * (where.mean_time - line.mean_time);
    };
    const double level = value(b) - value(a), slope = b.slope - a.slope;
    return level * level + slope * slope * where.mean_square_time;
}

}  // namespace tarazy
