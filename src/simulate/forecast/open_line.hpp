#pragma once

#include "simulate/forecast/year_panel.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// Values of a scale as numbers without bounds, in which a forecaster may add and subtract, and the way back. Shares go
/// by additive log-ratios to the last of them (Aitchison 1982), so K shares are K - 1 numbers; bounded values by the
/// logit; free ones stay as they are.
///
/// Zeros (values at a bound) have no logarithm. Where the rows hold one, all of them are first drawn inwards,
/// y' = (y (n - 1) + 1/K) / n for n rows and K parts, K = 2 for a bounded value (Smithson & Verkuilen 2006), and the
/// way back undoes it: what would fall outside is set to the bound, and shares are divided by their sum. A last share
/// of 0.8 comes back as 0.8, and 0 as 0.
class OpenLine {
public:
    /// @param rows  rows x width values without a missing one. @pre width >= 2 for shares
    OpenLine(const ValueScale& scale, std::span<const double> rows, std::size_t width);

    [[nodiscard]] std::size_t width() const noexcept { return open_width_; }
    [[nodiscard]] bool drawn_inwards() const noexcept { return inwards_; }
    /// @param row  `width` values of the scale, one of the rows given; @param open  takes `width()` numbers
    void to_open(std::span<const double> row, std::span<double> open) const;
    void from_open(std::span<const double> open, std::span<double> row) const;

private:
    [[nodiscard]] double inward(double part) const;
    [[nodiscard]] double outward(double part) const;

    ValueScale scale_;
    std::size_t open_width_;
    double rows_, parts_;
    bool inwards_ = false;
};

}  // namespace tarazy
