#include "trace/breaks/penalty.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {

Penalty penalty_named(std::string_view text, ChangeStatistic statistic, std::size_t n) {
    if (const std::optional<double> number = parse_real(text)) {
        check_at_least(*number, 0, "--penalty");
        return {"manual", *number, false};
    }
    static const std::vector<std::string> names = {"mbic", "bic", "aic", "hq"};
    const std::size_t which = check_one_of(text, names, "--penalty");
    const auto p = static_cast<double>(parameters_of(statistic));
    const double log_n = std::log(static_cast<double>(n));
    switch (which) {
        case 0: return {names[0], (p + 2) * log_n, true};
        case 1: return {names[1], (p + 1) * log_n, false};
        case 2: return {names[2], 2 * (p + 1), false};
        // Below n = 3 the double logarithm is negative.
        default: return {names[3], std::max(0.0, 2 * (p + 1) * std::log(log_n)), false};
    }
}

}  // namespace tarazy
