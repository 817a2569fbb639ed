#include "simulate/forecast/open_line.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace tarazy {

OpenLine::OpenLine(const ValueScale& scale, std::span<const double> rows, std::size_t width)
    : scale_(scale),
      open_width_(scale.kind == ValueScale::Kind::shares ? width - 1 : width),
      rows_(static_cast<double>(rows.size() / width)),
      parts_(scale.kind == ValueScale::Kind::shares ? static_cast<double>(width) : 2) {
    assert(width >= 1 && (scale.kind != ValueScale::Kind::shares || width >= 2));
    if (scale.kind == ValueScale::Kind::shares)
        inwards_ = std::ranges::any_of(rows, [](double part) { return part <= 0; });
    if (scale.kind == ValueScale::Kind::bounded)
        inwards_ = std::ranges::any_of(rows, [&](double y) { return y <= scale.lower || y >= scale.upper; });
    if (rows_ < 2) rows_ = 2;  // of one row the rule would leave nothing
}

double OpenLine::inward(double part) const {
    return inwards_ ? (part * (rows_ - 1) + 1 / parts_) / rows_ : part;
}

double OpenLine::outward(double part) const {
    return inwards_ ? std::clamp((part * rows_ - 1 / parts_) / (rows_ - 1), 0.0, 1.0) : part;
}

void OpenLine::to_open(std::span<const double> row, std::span<double> open) const {
    switch (scale_.kind) {
        case ValueScale::Kind::free: std::ranges::copy(row, open.begin()); return;
        case ValueScale::Kind::shares: {
            const double last = std::log(inward(row.back()));
            for (std::size_t i = 0; i + 1 < row.size(); ++i) open[i] = std::log(inward(row[i])) - last;
            return;
        }
        case ValueScale::Kind::bounded:
            for (std::size_t i = 0; i < row.size(); ++i) {
                const double part = inward((row[i] - scale_.lower) / (scale_.upper - scale_.lower));
                open[i] = std::log(part) - std::log1p(-part);
            }
            return;
    }
}

void OpenLine::from_open(std::span<const double> open, std::span<double> row) const {
    switch (scale_.kind) {
        case ValueScale::Kind::free: std::ranges::copy(open, row.begin()); return;
        case ValueScale::Kind::shares: {
            const double top = std::max(0.0, std::ranges::max(open));
            for (std::size_t i = 0; i + 1 < row.size(); ++i) row[i] = std::exp(open[i] - top);
            row.back() = std::exp(-top);
            const double sum = std::accumulate(row.begin(), row.end(), 0.0);
            double kept = 0;
            for (double& part : row) kept += part = outward(part / sum);
            for (double& part : row) part /= kept;  // the largest part is above 1/K, so something is kept
            return;
        }
        case ValueScale::Kind::bounded:
            for (std::size_t i = 0; i < row.size(); ++i) {
                const double part = outward(1 / (1 + std::exp(-open[i])));
                row[i] = std::clamp(scale_.lower + part * (scale_.upper - scale_.lower), scale_.lower, scale_.upper);
            }
            return;
    }
}

}  // namespace tarazy
