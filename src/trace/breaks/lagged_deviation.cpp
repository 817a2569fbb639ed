#include "trace/breaks/lagged_deviation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace tarazy {
namespace {

constexpr std::size_t most_rows = most_lags + 2;
constexpr double largest_coefficient = 1e6;
/// Steps without a higher bound, times the unknowns: then Bland's rule, and in the end none (rounding may still turn in
/// a circle where the coefficients are large).
constexpr std::size_t idle_before_bland = 20, idle_before_end = 60;
constexpr std::size_t most_steps = 5000;
using SmallVector = std::array<double, most_rows>;
using SmallMatrix = std::array<SmallVector, most_rows>;

/// Solves a x = b by elimination with the largest pivot. @return false where a is singular
bool solve_small(SmallMatrix a, SmallVector b, std::size_t size, SmallVector& x) {
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < size; ++row) {
            if (std::abs(a[row][column]) > std::abs(a[pivot][column])) pivot = row;
        }
        if (!(std::abs(a[pivot][column]) > 1e-300)) return false;
        std::swap(a[pivot], a[column]);
        std::swap(b[pivot], b[column]);
        for (std::size_t row = column + 1; row < size; ++row) {
            const double factor = a[row][column] / a[column][column];
            for (std::size_t k = column; k < size; ++k) a[row][k] -= factor * a[column][k];
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t row = size; row-- > 0;) {
        double rest = b[row];
        for (std::size_t k = row + 1; k < size; ++k) rest -= a[row][k] * x[k];
        x[row] = rest / a[row][row];
    }
    return true;
}

/// RSS of the least squares of a response on a constant and lags, by orthogonalising the columns one by one.
double residual_squares(std::vector<std::vector<double>> columns, std::vector<double> response) {
    const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
        double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
        return sum;
    };
    const auto subtract = [&](std::vector<double>& from, const std::vector<double>& unit) {
        const double part = dot(from, unit);
        for (std::size_t i = 0; i < from.size(); ++i) from[i] -= part * unit[i];
    };
    const double whole = dot(response, response);
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const double before = dot(columns[k], columns[k]);
        for (std::size_t done = 0; done < k; ++done) subtract(columns[k], columns[done]);
        const double square = dot(columns[k], columns[k]);
        const bool dependent = !(square > 1e-18 * before);
        for (double& value : columns[k]) value = dependent ? 0 : value / std::sqrt(square);
        subtract(response, columns[k]);
    }
    const double left = dot(response, response);
    return left > 1e-24 * whole ? left : 0;  // what rounding leaves of an exact fit
}

}  // namespace

/// One inequality normal . coefficients + bound * `bounds` >= value, with the place in the order that Bland's rule has.
struct LaggedDeviation::Inequality {
    SmallVector normal{};  ///< the last entry is that of the bound: 1, or 0 where coefficients are kept in the box
    double value = 0;
    std::tuple<std::size_t, std::size_t, bool> order;
};

/// p + 2 inequalities that hold as equations, and with them the coefficients and the bound.
struct LaggedDeviation::Basis {
    std::size_t size = 0;
    std::array<Inequality, most_rows> rows;
    SmallVector solution{};  ///< coefficients, then the bound

    [[nodiscard]] bool solve() {
        SmallMatrix a{};
        SmallVector b{};
        for (std::size_t i = 0; i < size; ++i) {
            a[i] = rows[i].normal;
            b[i] = rows[i].value;
        }
        return solve_small(a, b, size, solution);
    }

    /// Takes the inequality in for the one whose multiplier reaches zero first. @return false where none does
    [[nodiscard]] bool exchange(const Inequality& entering) {
        SmallMatrix transposed{};
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t k = 0; k < size; ++k) transposed[k][i] = rows[i].normal[k];
        }
        SmallVector objective{}, multipliers{}, direction{};
        objective[size - 1] = 1;
        if (!solve_small(transposed, objective, size, multipliers)) return false;
        if (!solve_small(transposed, entering.normal, size, direction)) return false;
        std::size_t leaving = size;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < size; ++i) {
            if (!(direction[i] > 1e-11)) continue;
            const double ratio = std::max(0.0, multipliers[i]) / direction[i];
            if (leaving == size || ratio < least - 1e-14 ||
                (ratio < least + 1e-14 && rows[i].order < rows[leaving].order)) {
                least = std::min(least, ratio);
                leaving = i;
            }
        }
        if (leaving == size) return false;
        rows[leaving] = entering;
        return solve();
    }
};

LaggedDeviation::LaggedDeviation(std::span<const double> y, std::size_t lags, bool dyadic)
    : unknowns_(lags + 1), dyadic_(dyadic), response_{0}, lagged_(lags, {0}) {
    const auto n = static_cast<double>(y.size());
    double mean = 0, square = 0;
    for (const double value : y) mean += value / n;
    for (const double value : y) square += (value - mean) * (value - mean) / n;
    unit_ = std::sqrt(square);
    for (std::size_t t = lags; t < y.size(); ++t) {
        response_.push_back(response_.back() + (y[t] - mean) / unit_);
        for (std::size_t k = 0; k < lags; ++k) lagged_[k].push_back(lagged_[k].back() + (y[t - k - 1] - mean) / unit_);
    }
}

LaggedDeviation::Stretch LaggedDeviation::worst(std::size_t start, std::size_t width, const Coefficients& at,
                                                std::optional<double> limit) const {
    std::vector<double> sums(width + 1);
    for (std::size_t i = 0; i <= width; ++i) {
        sums[i] = response_[start + i] - response_[start] - at[0] * static_cast<double>(i);
        for (std::size_t k = 0; k < lagged_.size(); ++k)
            sums[i] -= at[k + 1] * (lagged_[k][start + i] - lagged_[k][start]);
    }
    Stretch found{start, 1, false, -1};
    for (std::size_t length = 1; length <= width; length = dyadic_ ? 2 * length : length + 1) {
        if (dyadic_ && length > 1 && 2 * length > width) break;
        const double root = std::sqrt(static_cast<double>(length));
        for (std::size_t a = 0; a + length <= width; ++a) {
            const double sum = sums[a + length] - sums[a];
            if (std::abs(sum) <= found.value * root) continue;
            found = {start + a, length, sum < 0, std::abs(sum) / root};
            if (limit && found.value > *limit) return found;
        }
    }
    return found;
}

double LaggedDeviation::solved(std::size_t start, std::size_t width, std::optional<double> threshold,
                               const Work& work) const {
    const std::size_t size = unknowns_ + 1;
    const auto inequality = [&](const Stretch& stretch) {
        const double sign = (stretch.below ? -1 : 1) / std::sqrt(static_cast<double>(stretch.length));
        const std::size_t end = stretch.start + stretch.length;
        Inequality result;
        result.normal[0] = sign * static_cast<double>(stretch.length);
        for (std::size_t k = 0; k < lagged_.size(); ++k)
            result.normal[k + 1] = sign * (lagged_[k][end] - lagged_[k][stretch.start]);
        result.normal[size - 1] = 1;
        result.value = sign * (response_[end] - response_[stretch.start]);
        result.order = {stretch.length, stretch.start, stretch.below};
        return result;
    };
    // One stretch, and of each coefficient the side of the box that keeps it from falling or growing without end.
    Basis basis;
    basis.size = size;
    const auto side_of_box = [&](std::size_t k, bool upper) {
        Inequality side;
        side.normal[k] = upper ? -1 : 1;
        side.value = -largest_coefficient;
        side.order = {0, k, upper};
        return side;
    };
    basis.rows[size - 1] = inequality(worst(start, width, {}, {}));
    for (std::size_t k = 0; k < unknowns_; ++k) basis.rows[k] = side_of_box(k, basis.rows[size - 1].normal[k] > 0);
    double highest = -std::numeric_limits<double>::infinity(), least = std::numeric_limits<double>::infinity();
    bool possible = basis.solve();
    for (std::size_t idle = 0, steps = 0; possible && idle <= idle_before_end * size && steps < most_steps; ++steps) {
        work.check();
        Coefficients at{};
        std::copy_n(basis.solution.begin(), unknowns_, at.begin());
        const double bound = basis.solution[size - 1];
        const bool cycles = idle > idle_before_bland * size;
        idle = bound > highest + 1e-13 ? 0 : idle + 1;
        highest = std::max(highest, bound);
        if (threshold && highest > *threshold + tolerance) return highest;
        std::optional<Inequality> entering;
        for (std::size_t k = 0; k < unknowns_ && !entering; ++k) {
            if (std::abs(at[k]) > largest_coefficient * (1 + 1e-9)) entering = side_of_box(k, at[k] > 0);
        }
        if (!entering) {
            const Stretch most = worst(start, width, at, cycles ? std::optional(bound + tolerance) : std::nullopt);
            if (!cycles) least = std::min(least, most.value);
            if (most.value <= bound + tolerance || (threshold && least <= *threshold)) break;
            entering = inequality(most);
        }
        // What holds as an equation already is violated by rounding alone.
        const auto known = std::span(basis.rows).first(size);
        if (std::ranges::find(known, entering->order, &Inequality::order) != known.end()) break;
        possible = basis.exchange(*entering);
    }
    // Where rounding leaves no pivot, or no end, the bound from below stands: no interval is then called more than it
    // surely is.
    return threshold && least <= *threshold ? least : std::min(std::max(highest, 0.0), least);
}

double LaggedDeviation::deviation(std::size_t start, std::size_t width, const Work& work) const {
    return unit_ * solved(start, width, std::nullopt, work);
}

bool LaggedDeviation::exceeds(std::size_t start, std::size_t width, double threshold, const Work& work) const {
    return solved(start, width, threshold / unit_, work) > threshold / unit_;
}

double scale_of_innovations(std::span<const double> y, std::size_t lags) {
    const std::size_t n = y.size() - lags;
    const auto root = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(n))));
    const std::size_t width = std::min(n, std::max<std::size_t>(20, root));
    std::vector<double> variances;
    for (std::size_t start = 0; start + width <= n; ++start) {
        const auto part = [&](std::size_t lag) {
            const auto values = y.subspan(start + lags - lag, width);
            return std::vector<double>(values.begin(), values.end());
        };
        std::vector<std::vector<double>> columns{std::vector<double>(width, 1.0)};
        for (std::size_t lag = 1; lag <= lags; ++lag) columns.push_back(part(lag));
        variances.push_back(residual_squares(std::move(columns), part(0)) / static_cast<double>(width - lags - 1));
    }
    std::ranges::sort(variances);
    const std::size_t middle = variances.size() / 2;
    const double median =
        variances.size() % 2 == 1 ? variances[middle] : (variances[middle - 1] + variances[middle]) / 2;
    return std::sqrt(median);
}

}  // namespace tarazy
