#include "simulate/scenario/input_space.hpp"

#include "base/error.hpp"
#include "stats/normal.hpp"

#include <cmath>
#include <numeric>

namespace tarazy {

std::vector<std::string> InputSpace::names() const {
    std::vector<std::string> all;
    for (const UncertainInput& input : inputs) all.push_back(input.name);
    return all;
}

std::vector<double> correlation_factor(const InputSpace& space, std::span<const std::size_t> order) {
    const std::size_t n = order.size();
    std::vector<double> full(n * n), factor(n * n);
    for (std::size_t i = 0; i < n; ++i) full[i * n + i] = 1;
    for (const InputCorrelation& pair : space.correlations)
        full[pair.first * n + pair.second] = full[pair.second * n + pair.first] = pair.value;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = full[order[i] * n + order[j]];
            for (std::size_t k = 0; k < j; ++k) rest -= factor[i * n + k] * factor[j * n + k];
            if (j < i) {
                factor[i * n + j] = rest / factor[j * n + j];
                continue;
            }
            if (!(rest > 1e-12))
                throw InputError(Problem{"", 0, 0,
                                         "the correlations contradict each other: no numbers can have them together",
                                         "bring them nearer to 0"});
            factor[i * n + i] = std::sqrt(rest);
        }
    }
    return factor;
}

void to_input_values(const InputSpace& space, std::vector<double>& points) {
    const std::size_t n = space.inputs.size();
    std::vector<double> factor, scores(n);
    if (!space.correlations.empty()) {
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        factor = correlation_factor(space, order);
    }
    for (std::size_t at = 0; at < points.size(); at += n) {
        if (!factor.empty()) {
            for (std::size_t i = 0; i < n; ++i) scores[i] = normal_quantile(points[at + i]);
            for (std::size_t i = 0; i < n; ++i) {
                double score = 0;
                for (std::size_t k = 0; k <= i; ++k) score += factor[i * n + k] * scores[k];
                points[at + i] = normal_cdf(score);
            }
        }
        for (std::size_t i = 0; i < n; ++i) {
            points[at + i] = quantile_of(space.inputs[i].distribution, points[at + i]);
            if (!std::isfinite(points[at + i]))
                throw InputError(Problem{
                    "", 0, 0, "the input '" + space.inputs[i].name + "' draws numbers too large for the computer",
                    "give it another unit, or narrower bounds"});
        }
    }
}

}  // namespace tarazy
