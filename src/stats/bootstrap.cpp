#include "stats/bootstrap.hpp"

#include "base/random.hpp"
#include "stats/normal.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::vector<double> without_missing(std::span<const double> values) {
    std::vector<double> known;
    for (const double value : values) {
        if (!std::isnan(value)) known.push_back(value);
    }
    return known;
}

/// Skewness of the jackknife values over six (Efron 1987, eq. 6.5); nothing if they do not vary.
std::optional<double> acceleration(std::span<const double> jackknife) {
    if (jackknife.size() < 2) return std::nullopt;
    double mean = 0;
    for (const double value : jackknife) mean += value / static_cast<double>(jackknife.size());
    double squares = 0, cubes = 0;
    for (const double value : jackknife) {
        const double deviation = mean - value;
        squares += deviation * deviation;
        cubes += deviation * deviation * deviation;
    }
    if (squares == 0) return std::nullopt;
    return cubes / (6 * std::pow(squares, 1.5));
}

}  // namespace

std::optional<BootstrapInterval> bootstrap_interval(std::span<const double> replicates, double estimate,
                                                    std::span<const double> jackknife, double level,
                                                    IntervalKind kind) {
    const std::vector<double> known = without_missing(replicates);
    if (known.size() < 2 || std::isnan(estimate)) return std::nullopt;
    double lower = (1 - level) / 2, upper = (1 + level) / 2;
    const std::vector<double> left_out = without_missing(jackknife);
    const auto skew = acceleration(left_out);
    if (kind == IntervalKind::bca && skew) {
        // Ties count half, so that a statistic with few distinct values is not called biased.
        double below = 0;
        for (const double value : known) below += value < estimate ? 1 : (value == estimate ? 0.5 : 0);
        const double share = below / static_cast<double>(known.size());
        if (share > 0 && share < 1) {
            const double bias = normal_quantile(share);
            const auto corrected = [&](double probability) {
                const double z = bias + normal_quantile(probability);
                return normal_cdf(bias + z / (1 - *skew * z));
            };
            lower = corrected(lower);
            upper = corrected(upper);
        }
    }
    return BootstrapInterval{*quantile(known, lower), *quantile(known, upper)};
}

std::vector<std::vector<std::uint32_t>> bootstrap_draws(std::size_t items, std::size_t replicates, std::uint64_t seed,
                                                        const std::string& purpose, const Work& work) {
    std::vector<std::vector<std::uint32_t>> draws(replicates);
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        work.check();
        Random random(seed, purpose, replicate);
        draws[replicate].resize(items);
        for (std::uint32_t& item : draws[replicate]) item = static_cast<std::uint32_t>(random.below(items));
    }
    return draws;
}

}  // namespace tarazy
