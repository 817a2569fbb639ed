#include "simulate/sensitivity/resampling.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "stats/normal.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {

IndexEstimate with_interval(double value, std::span<const double> replicates, double level) {
    IndexEstimate estimate{value};
    std::vector<double> sorted;
    for (const double replicate : replicates)
        if (!std::isnan(replicate)) sorted.push_back(replicate);
    if (sorted.size() < 2) return estimate;
    double mean = 0, square = 0;
    for (const double replicate : sorted) mean += replicate / static_cast<double>(sorted.size());
    for (const double replicate : sorted) square += (replicate - mean) * (replicate - mean);
    estimate.conf = normal_quantile(0.5 + level / 2) * std::sqrt(square / static_cast<double>(sorted.size() - 1));
    std::ranges::sort(sorted);
    estimate.lower = quantile_of_sorted(sorted, (1 - level) / 2);
    estimate.upper = quantile_of_sorted(sorted, (1 + level) / 2);
    return estimate;
}

void check_resampling(const ResamplingOptions& options) {
    if (!(options.level > 0 && options.level < 1))
        refuse_argument("--level", number_text(options.level), "give a number between 0 and 1");
    if (options.replicates == 1) refuse_argument("--bootstrap", "1", "give 0, or at least 2: a spread needs two");
}

std::string no_variance_reason(std::span<const double> outcomes) {
    if (outcomes.empty()) return "there are no runs";
    const auto [least, most] = std::ranges::minmax(outcomes);
    if (least < most) return {};
    return "every run has the outcome " + number_text(least) + ": there is no variance to explain";
}

}  // namespace tarazy
