#include "simulate/random/distribution.hpp"

#include "base/number_text.hpp"
#include "stats/beta.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

constexpr std::array<std::pair<std::string_view, DistributionKind>, 7> kind_names = {{
    {"uniform", DistributionKind::uniform},
    {"triangular", DistributionKind::triangular},
    {"pert", DistributionKind::pert},
    {"normal", DistributionKind::normal},
    {"lognormal", DistributionKind::lognormal},
    {"beta", DistributionKind::beta},
    {"discrete", DistributionKind::discrete},
}};

std::optional<std::string> fault_of_ends(const Distribution& d, bool must_be_finite) {
    if (must_be_finite && (!std::isfinite(d.lower) || !std::isfinite(d.upper)))
        return "lower and upper must be numbers";
    if (std::isnan(d.lower) || std::isnan(d.upper)) return "lower and upper must be numbers";
    if (d.lower < d.upper) return std::nullopt;
    return "lower is " + number_text(d.lower) + " and not below upper, " + number_text(d.upper);
}

std::optional<std::string> fault_of_mode(const Distribution& d) {
    if (auto fault = fault_of_ends(d, true)) return fault;
    if (!(d.mode >= d.lower && d.mode <= d.upper))
        return "mode is " + number_text(d.mode) + " and not from lower to upper";
    if (d.kind == DistributionKind::pert && !(d.shape > 0 && std::isfinite(d.shape))) return "shape must be above 0";
    return std::nullopt;
}

std::optional<std::string> fault_of_values(const Distribution& d) {
    if (d.values.empty()) return "values is empty";
    if (d.values.size() != d.weights.size())
        return std::to_string(d.values.size()) + " values but " + std::to_string(d.weights.size()) + " weights";
    if (!std::ranges::all_of(d.values, [](double v) { return std::isfinite(v); })) return "a value is not a number";
    if (!std::ranges::all_of(d.weights, [](double w) { return w >= 0 && std::isfinite(w); }))
        return "a weight is below 0";
    const double sum = std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
    if (!(sum > 0 && std::isfinite(sum))) return "the weights are all 0";
    return std::nullopt;
}

double triangular_quantile(const Distribution& d, double u) {
    const double width = d.upper - d.lower, turn = (d.mode - d.lower) / width;
    if (u < turn) return d.lower + std::sqrt(u * width * (d.mode - d.lower));
    return d.upper - std::sqrt((1 - u) * width * (d.upper - d.mode));
}

/// A quantile of the standard normal cut at both ends. Counted from the nearer tail, so that cuts far out keep digits.
double cut_normal_quantile(double low, double high, double u) {
    if (low > 0) return -cut_normal_quantile(-high, -low, 1 - u);
    const double from = normal_cdf(low), to = normal_cdf(high);
    return std::clamp(normal_quantile(std::clamp(from + u * (to - from), 0.0, 1.0)), low, high);
}

double discrete_quantile(const Distribution& d, double u) {
    const double target = u * std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
    double reached = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
        if (d.weights[i] == 0) continue;
        reached += d.weights[i];
        last = i;
        if (target < reached) break;
    }
    return d.values[last];
}

}  // namespace

std::string_view to_string(DistributionKind kind) noexcept {
    for (const auto& [name, named] : kind_names)
        if (named == kind) return name;
    return {};
}

std::optional<DistributionKind> distribution_kind(std::string_view name) noexcept {
    for (const auto& [known, kind] : kind_names)
        if (known == name) return kind;
    return std::nullopt;
}

std::optional<std::string> distribution_fault(const Distribution& d) {
    switch (d.kind) {
        case DistributionKind::uniform: return fault_of_ends(d, true);
        case DistributionKind::triangular:
        case DistributionKind::pert: return fault_of_mode(d);
        case DistributionKind::normal:
        case DistributionKind::lognormal:
            if (!std::isfinite(d.mean)) return "mean is not a number";
            if (!(d.sd > 0 && std::isfinite(d.sd))) return "sd is " + number_text(d.sd) + "; it must be above 0";
            if (d.kind == DistributionKind::lognormal && d.upper <= 0) return "upper must be above 0";
            return fault_of_ends(d, false);
        case DistributionKind::beta:
            if (!(d.alpha > 0 && d.beta > 0 && std::isfinite(d.alpha) && std::isfinite(d.beta)))
                return "alpha and beta must be above 0";
            return fault_of_ends(d, true);
        case DistributionKind::discrete: return fault_of_values(d);
    }
    return std::nullopt;
}

std::pair<double, double> support_of(const Distribution& d) {
    if (d.kind == DistributionKind::lognormal) return {std::max(d.lower, 0.0), d.upper};
    if (d.kind != DistributionKind::discrete) return {d.lower, d.upper};
    std::pair<double, double> support = {std::numeric_limits<double>::infinity(),
                                         -std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < d.values.size(); ++i) {
        if (d.weights[i] == 0) continue;
        support.first = std::min(support.first, d.values[i]);
        support.second = std::max(support.second, d.values[i]);
    }
    return support;
}

bool is_bounded(const Distribution& d) noexcept {
    if (d.kind == DistributionKind::lognormal) return std::isfinite(d.upper);
    return d.kind == DistributionKind::discrete || (std::isfinite(d.lower) && std::isfinite(d.upper));
}

double quantile_of(const Distribution& d, double u) {
    assert(u >= 0 && u <= 1);
    switch (d.kind) {
        case DistributionKind::uniform: return d.lower + u * (d.upper - d.lower);
        case DistributionKind::triangular: return triangular_quantile(d, u);
        case DistributionKind::pert: {
            const double width = d.upper - d.lower;
            const double alpha = 1 + d.shape * (d.mode - d.lower) / width,
                         beta = 1 + d.shape * (d.upper - d.mode) / width;
            return d.lower + width * beta_quantile(u, alpha, beta);
        }
        case DistributionKind::normal:
            return d.mean + d.sd * cut_normal_quantile((d.lower - d.mean) / d.sd, (d.upper - d.mean) / d.sd, u);
        case DistributionKind::lognormal: {
            const double low = d.lower > 0 ? std::log(d.lower) : -std::numeric_limits<double>::infinity();
            const double value = cut_normal_quantile((low - d.mean) / d.sd, (std::log(d.upper) - d.mean) / d.sd, u);
            return std::exp(d.mean + d.sd * value);
        }
        case DistributionKind::beta: return d.lower + (d.upper - d.lower) * beta_quantile(u, d.alpha, d.beta);
        case DistributionKind::discrete: return discrete_quantile(d, u);
    }
    return 0;
}

}  // namespace tarazy
