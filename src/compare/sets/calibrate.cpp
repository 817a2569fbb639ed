#include "compare/sets/calibrate.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tarazy {
namespace {

std::vector<double> each(std::span<const double> x, const std::function<double(double)>& f) {
    std::vector<double> result;
    for (const double value : x) result.push_back(std::isnan(value) ? value : f(value));
    return result;
}

void require_order(const Anchors& a) {
    const bool rising = a.exclusion < a.crossover && a.crossover < a.inclusion;
    const bool falling = a.exclusion > a.crossover && a.crossover > a.inclusion;
    if (rising || falling) return;
    throw UsageError("anchors " + number_text(a.exclusion) + ", " + number_text(a.crossover) + ", " +
                     number_text(a.inclusion) + " must rise, or fall for a set that falls with the variable");
}

double s_shape(double x, const Anchors& a, double below, double above) {
    const double sign = a.exclusion < a.inclusion ? 1 : -1;
    if (sign * x <= sign * a.exclusion) return 0;
    if (sign * x >= sign * a.inclusion) return 1;
    if (sign * x <= sign * a.crossover) return 0.5 * std::pow((a.exclusion - x) / (a.exclusion - a.crossover), below);
    return 1 - 0.5 * std::pow((a.inclusion - x) / (a.inclusion - a.crossover), above);
}

/// Solves the symmetric positive definite system by Cholesky; sizes up to five.
std::vector<double> solve_normal(std::vector<std::vector<double>> m, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t k = 0; k < j; ++k) m[j][j] -= m[j][k] * m[j][k];
        if (!(m[j][j] > 1e-14)) {
            throw UsageError(
                "the groups of the indirect method cannot be told apart by this variable; use fewer "
                "thresholds or another method");
        }
        m[j][j] = std::sqrt(m[j][j]);
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k) m[i][j] -= m[i][k] * m[j][k];
            m[i][j] /= m[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) b[i] -= m[i][k] * b[k];
        b[i] /= m[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) b[i] -= m[k][i] * b[k];
        b[i] /= m[i][i];
    }
    return b;
}

using Columns = std::vector<std::vector<double>>;

/// Orthonormal columns of the same span (modified Gram-Schmidt, twice): x and x^2 alone are nearly parallel.
Columns orthonormal(Columns columns) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t k = 0; k < j; ++k) {
                double dot = 0;
                for (std::size_t i = 0; i < columns[j].size(); ++i) dot += columns[j][i] * columns[k][i];
                for (std::size_t i = 0; i < columns[j].size(); ++i) columns[j][i] -= dot * columns[k][i];
            }
            double norm = 0;
            for (const double value : columns[j]) norm += value * value;
            norm = std::sqrt(norm);
            if (norm < 1e-12) norm = 1;
            for (double& value : columns[j]) value /= norm;
        }
    }
    return columns;
}

/// Fitted shares of a fractional logit (Papke & Wooldridge 1996) by iteratively reweighted least squares, started as
/// McCullagh & Nelder (1989, ch. 4) advise and stopped at a relative change of deviance of 1e-10.
std::vector<double> fractional_logit(const Columns& design, const std::vector<double>& y) {
    const std::size_t n = y.size(), k = design.size();
    std::vector<double> fitted(n), linear(n);
    for (std::size_t i = 0; i < n; ++i) {
        fitted[i] = (y[i] + 0.5) / 2;
        linear[i] = std::log(fitted[i] / (1 - fitted[i]));
    }
    double before = 1e300;
    for (int step = 0; step < 200; ++step) {
        std::vector<std::vector<double>> normal(k, std::vector<double>(k, 0.0));
        std::vector<double> right(k, 0.0);
        for (std::size_t i = 0; i < n; ++i) {
            const double weight = std::max(fitted[i] * (1 - fitted[i]), 1e-12);
            const double target = linear[i] + (y[i] - fitted[i]) / weight;
            for (std::size_t a = 0; a < k; ++a) {
                right[a] += weight * design[a][i] * target;
                for (std::size_t b = 0; b <= a; ++b) normal[a][b] += weight * design[a][i] * design[b][i];
            }
        }
        const std::vector<double> coefficients = solve_normal(normal, right);
        double deviance = 0;
        for (std::size_t i = 0; i < n; ++i) {
            linear[i] = 0;
            for (std::size_t a = 0; a < k; ++a) linear[i] += coefficients[a] * design[a][i];
            linear[i] = std::clamp(linear[i], -30.0, 30.0);
            fitted[i] = 1 / (1 + std::exp(-linear[i]));
            if (y[i] > 0) deviance += 2 * y[i] * std::log(y[i] / fitted[i]);
            if (y[i] < 1) deviance += 2 * (1 - y[i]) * std::log((1 - y[i]) / (1 - fitted[i]));
        }
        if (std::abs(deviance - before) / (std::abs(deviance) + 0.1) < 1e-10) return fitted;
        before = deviance;
    }
    throw LimitError("the fractional logit of the indirect method did not converge in 200 steps");
}

std::vector<double> known_sorted(std::span<const double> x) {
    std::vector<double> values;
    std::ranges::copy_if(x, std::back_inserter(values), [](double value) { return !std::isnan(value); });
    std::ranges::sort(values);
    return values;
}

std::vector<double> distinct_sorted(std::span<const double> x) {
    std::vector<double> values = known_sorted(x);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

}  // namespace

std::vector<double> calibrate_direct(std::span<const double> x, const Anchors& a, double log_odds) {
    require_order(a);
    const double sign = a.exclusion < a.inclusion ? 1 : -1;
    return each(x, [&](double value) {
        const double reach = sign * value >= sign * a.crossover ? a.inclusion - a.crossover : a.crossover - a.exclusion;
        return 1 / (1 + std::exp(-log_odds * (value - a.crossover) / reach));
    });
}

std::vector<double> calibrate_s_shaped(std::span<const double> x, const Anchors& anchors, double below, double above) {
    require_order(anchors);
    return each(x, [&](double value) { return s_shape(value, anchors, below, above); });
}

std::vector<double> calibrate_bell(std::span<const double> x, const Anchors& left, const Anchors& right, double below,
                                   double above) {
    require_order(left);
    require_order(right);
    const bool inverted = left.inclusion < left.exclusion;
    const double left_end = inverted ? left.exclusion : left.inclusion;
    const double right_end = inverted ? right.exclusion : right.inclusion;
    const bool right_rises = right.exclusion < right.inclusion;
    if (left_end > right_end || right_rises != inverted) {
        throw UsageError(
            "a bell needs anchors e1 < c1 < i1 <= i2 < c2 < e2, an inverted one i1 < c1 < e1 <= e2 < c2 < i2");
    }
    return each(x, [&](double value) { return s_shape(value, value <= left_end ? left : right, below, above); });
}

std::vector<double> calibrate_levels(std::span<const double> x, std::span<const double> thresholds) {
    return each(x, [&](double value) {
        return static_cast<double>(std::ranges::count_if(thresholds, [&](double t) { return value >= t; }));
    });
}

std::vector<double> calibrate_indirect(std::span<const double> x, std::span<const double> thresholds,
                                       IndirectModel model) {
    Columns design(model == IndirectModel::logit ? 2 : 5);
    std::vector<double> groups;
    const std::vector<double> values = known_sorted(x);  // so that sums do not depend on the order of the cases
    for (const double value : values) {
        if (model != IndirectModel::logit && value <= 0) {
            throw UsageError("the indirect method takes logarithms and " + number_text(value) +
                             " is not above 0; use --indirect-model logit or shift the variable");
        }
        const auto above = std::ranges::count_if(thresholds, [&](double t) { return value > t; });
        // The peer rounds the groups' memberships to three digits; so do we, or results would differ in the fourth.
        groups.push_back(std::round(1000.0 * static_cast<double>(above) / static_cast<double>(thresholds.size())) /
                         1000);
        design[0].push_back(1);
        design[1].push_back(model == IndirectModel::logit ? value : std::log(value));
        if (model == IndirectModel::logit) continue;
        design[2].push_back(std::sqrt(value));
        design[3].push_back(value);
        design[4].push_back(value * value);
    }
    const std::vector<double> fitted = fractional_logit(orthonormal(std::move(design)), groups);
    return each(x, [&](double value) {
        const auto at = static_cast<std::size_t>(std::ranges::lower_bound(values, value) - values.begin());
        return std::round(fitted[at] * 1e6) / 1e6;
    });
}

std::vector<double> calibrate_tfr(std::span<const double> x, std::optional<double> lowest) {
    const std::vector<double> values = known_sorted(x);
    if (values.empty()) return {x.begin(), x.end()};
    const auto up_to = [&](double value) {
        return static_cast<double>(std::ranges::upper_bound(values, value) - values.begin()) /
               static_cast<double>(values.size());
    };
    const double base = up_to(lowest.value_or(values.front()));
    if (base == 1) throw UsageError("every case has the lowest category; there is nothing to calibrate");
    return each(x, [&](double value) { return std::max(0.0, (up_to(value) - base) / (1 - base)); });
}

std::vector<double> cluster_thresholds(std::span<const double> x, std::size_t groups) {
    const std::vector<double> values = distinct_sorted(x);
    if (groups < 2 || groups > values.size()) {
        throw UsageError("cannot make " + std::to_string(groups) + " groups of " + std::to_string(values.size()) +
                         " distinct values");
    }
    // On a line complete linkage only ever joins neighbours, at the distance of their outer ends.
    std::vector<std::pair<double, double>> clusters;
    for (const double value : values) clusters.emplace_back(value, value);
    while (clusters.size() > groups) {
        std::size_t best = 0;
        for (std::size_t i = 1; i + 1 < clusters.size(); ++i) {
            const double width = clusters[i + 1].second - clusters[i].first;
            if (width < clusters[best + 1].second - clusters[best].first) best = i;
        }
        clusters[best].second = clusters[best + 1].second;
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
    std::vector<double> thresholds;
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
        thresholds.push_back((clusters[i].second + clusters[i + 1].first) / 2);
    }
    return thresholds;
}

std::vector<double> clamped_as_qca(std::vector<double> membership) {
    for (double& value : membership) {
        if (value < 1e-4) value = 0;
        if (value > 0.9999 && value < 1) value = 1;
    }
    return membership;
}

std::optional<std::string> skew_warning(std::span<const double> membership, const std::string& name) {
    std::size_t known = 0, inside = 0;
    for (const double value : membership) {
        if (std::isnan(value)) continue;
        ++known;
        if (value > 0.5) ++inside;
    }
    if (known == 0 || (inside * 5 >= known && inside * 5 <= known * 4)) return std::nullopt;
    return name + " is skewed: " + std::to_string(inside) + " of " + std::to_string(known) +
           " cases are above 0.5, so consistency and coverage say little";
}

}  // namespace tarazy
