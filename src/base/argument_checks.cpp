#include "base/argument_checks.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::string shown(double value) {
    return std::isnan(value) ? "not a number" : number_text(value);
}

}  // namespace

void refuse_argument(std::string_view name, const std::string& value, const std::string& allowed) {
    throw UsageError(std::string(name) + " is " + (value.empty() ? "empty" : value) + "; " + allowed);
}

void check_between(double value, double low, double high, std::string_view name) {
    if (value >= low && value <= high) return;
    refuse_argument(name, shown(value), "give a number from " + number_text(low) + " to " + number_text(high));
}

void check_probability(double value, std::string_view name) {
    check_between(value, 0, 1, name);
}

void check_positive(double value, std::string_view name) {
    if (value > 0 && std::isfinite(value)) return;
    refuse_argument(name, shown(value), "give a number above 0");
}

void check_at_least(double value, double least, std::string_view name) {
    if (value >= least && std::isfinite(value)) return;
    refuse_argument(name, shown(value), "give " + number_text(least) + " or more");
}

void check_above(double value, double low, double high, std::string_view name) {
    if (value > low && value <= high) return;
    refuse_argument(name, shown(value),
                    "give a number above " + number_text(low) + " and at most " + number_text(high));
}

void check_increasing(std::span<const double> values, std::string_view name) {
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        if (values[i] < values[i + 1]) continue;
        refuse_argument(name, joined(values, ", ", shown), "each number must be above the one before it");
    }
    if (values.size() == 1 && std::isnan(values[0])) refuse_argument(name, shown(values[0]), "give numbers that rise");
}

std::size_t check_one_of(std::string_view text, std::span<const std::string> choices, std::string_view name) {
    const auto found = std::ranges::find(choices, text);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    refuse_argument(name, "'" + std::string(text) + "'", name_hint(text, choices));
}

double number_argument(std::string_view text, std::string_view name) {
    if (const auto number = parse_real(text)) return *number;
    refuse_argument(name, "'" + std::string(text) + "'", "give a number");
}

}  // namespace tarazy
