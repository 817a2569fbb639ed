#include "simulate/sensitivity/resampling.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "stats/normal.hpp"
#include "stats/replicate_summary.hpp"

#include <algorithm>
#include <vector>

namespace tarazy {

IndexEstimate with_interval(double value, std::span<const double> replicates, double level) {
    const ReplicateSummary summary = replicate_summary(replicates, level);
    IndexEstimate estimate{value, std::nullopt, summary.lower, summary.upper};
    if (summary.se) estimate.conf = normal_quantile(0.5 + level / 2) * *summary.se;
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
