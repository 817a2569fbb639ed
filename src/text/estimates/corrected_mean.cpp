#include "text/estimates/corrected_mean.hpp"

#include "stats/normal.hpp"

#include <cmath>

namespace tarazy {
namespace {

MeanEstimate normal_estimate(double estimate, double variance, double confidence, std::optional<double> lambda = {}) {
    const double se = std::sqrt(variance), z = normal_quantile((1 + confidence) / 2);
    return {estimate, se, estimate - z * se, estimate + z * se, lambda};
}

double powered_variance(const HandMoments& moments, double lambda, double sampled) {
    const auto units = static_cast<double>(moments.units);
    const double left =
        moments.hand_variance - 2 * lambda * moments.covariance + lambda * lambda * moments.sampled_variance;
    return lambda * lambda * moments.machine_variance / units + std::max(left, 0.0) / sampled;
}

double lambda_for(const HandMoments& moments, double sampled) {
    if (!(moments.machine_variance > 0)) return 0;
    return moments.covariance / ((1 + sampled / static_cast<double>(moments.units)) * moments.machine_variance);
}

}  // namespace

HandMoments hand_moments(const CorrectedUnits& units) {
    HandMoments moments;
    moments.units = units.machine.size();
    for (std::size_t unit = 0; unit < moments.units; ++unit) {
        moments.machine_mean += units.machine[unit];
        if (!units.hand[unit]) continue;
        ++moments.sampled;
        moments.sampled_mean += units.machine[unit];
        moments.hand_mean += *units.hand[unit];
    }
    const auto all = static_cast<double>(moments.units), sampled = static_cast<double>(moments.sampled);
    if (moments.units > 0) moments.machine_mean /= all;
    if (moments.sampled > 0) {
        moments.sampled_mean /= sampled;
        moments.hand_mean /= sampled;
    }
    for (std::size_t unit = 0; unit < moments.units; ++unit) {
        const double apart = units.machine[unit] - moments.machine_mean;
        moments.machine_variance += apart * apart;
        if (!units.hand[unit]) continue;
        const double machine = units.machine[unit] - moments.sampled_mean, hand = *units.hand[unit] - moments.hand_mean;
        moments.sampled_variance += machine * machine;
        moments.hand_variance += hand * hand;
        moments.covariance += machine * hand;
    }
    if (moments.units > 1) moments.machine_variance /= all - 1;
    if (moments.sampled > 1) {
        moments.sampled_variance /= sampled - 1;
        moments.hand_variance /= sampled - 1;
        moments.covariance /= sampled - 1;
    }
    return moments;
}

MeanEstimate hand_mean(const HandMoments& moments, double confidence) {
    return normal_estimate(moments.hand_mean, moments.hand_variance / static_cast<double>(moments.sampled), confidence);
}

MeanEstimate prediction_powered_mean(const HandMoments& moments, double lambda, double confidence) {
    const double mean = lambda * moments.machine_mean + moments.hand_mean - lambda * moments.sampled_mean;
    return normal_estimate(mean, powered_variance(moments, lambda, static_cast<double>(moments.sampled)), confidence,
                           lambda);
}

double least_variance_lambda(const HandMoments& moments) {
    return lambda_for(moments, static_cast<double>(moments.sampled));
}

MeanEstimate design_weighted_mean(const CorrectedUnits& units, double confidence) {
    const std::size_t count = units.machine.size();
    const auto all = static_cast<double>(count);
    double share = 0;
    for (const auto& hand : units.hand) share += hand ? 1 / all : 0;
    std::vector<double> value(count);
    double mean = 0, squares = 0;
    for (std::size_t unit = 0; unit < count; ++unit) {
        value[unit] = units.machine[unit];
        if (units.hand[unit])
            value[unit] += (*units.hand[unit] - units.machine[unit]) /
                           (units.probability.empty() ? share : units.probability[unit]);
        mean += value[unit];
    }
    mean /= all;
    for (const double one : value) squares += (one - mean) * (one - mean);
    return normal_estimate(mean, squares / (all - 1) / all, confidence);
}

std::optional<std::size_t> units_to_code(const HandMoments& moments, double half_width, double confidence,
                                         bool machine) {
    const double z = normal_quantile((1 + confidence) / 2), wanted = half_width * half_width / (z * z);
    const auto enough = [&](std::size_t sampled) {
        const auto n = static_cast<double>(sampled);
        const double variance =
            machine ? powered_variance(moments, lambda_for(moments, n), n) : moments.hand_variance / n;
        return variance <= wanted;
    };
    if (!enough(moments.units)) return std::nullopt;
    std::size_t low = 1, high = moments.units;  // the variance falls as n grows
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (enough(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

}  // namespace tarazy
