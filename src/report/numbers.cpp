#include "report/numbers.hpp"

#include <cmath>
#include <cstdio>

namespace tarazy {
namespace {

std::string without_trailing_zeros(std::string digits) {
    if (digits.find('.') == std::string::npos || digits.find('e') != std::string::npos) return digits;
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

std::string fixed(double value, int decimals) {
    char buffer[64];
    const int length = std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    return {buffer, static_cast<std::size_t>(length)};
}

int decimals_for(double size) {
    return size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0;
}

}  // namespace

std::string shown_number(std::optional<double> value) {
    if (!value || std::isnan(*value)) return "–";
    if (std::isinf(*value)) return *value < 0 ? "−∞" : "∞";
    const double size = std::fabs(*value);
    std::string digits;
    if (size >= 1e15) {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.3g", size);
        digits = buffer;
    } else if (size == std::floor(size)) {
        digits = fixed(size, 0);
    } else if (size < 0.001) {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.2g", size);
        digits = buffer;
    } else {
        // Zeros at the end are kept below 10, so that 0.370 and 0.375 stand under one another.
        digits = size < 10 ? fixed(size, 3) : without_trailing_zeros(fixed(size, decimals_for(size)));
    }
    return *value < 0 ? "−" + digits : digits;
}

std::string shown_interval(std::optional<double> lower, std::optional<double> upper) {
    if (!lower || !upper || std::isnan(*lower) || std::isnan(*upper)) return "";
    return "[" + shown_number(lower) + "; " + shown_number(upper) + "]";
}

std::string shown_claim(const Claim& claim) {
    if (!claim.value) return claim.statement.empty() ? "–" : claim.statement;
    if (!claim.statement.empty()) return shown_number(claim.value) + ": " + claim.statement;
    std::string shown = shown_number(claim.value);
    if (claim.interval) shown += ' ' + shown_interval(claim.interval->lower, claim.interval->upper);
    return shown;
}

std::string shown_window(const std::string& window) {
    std::string shown = window;
    if (const std::size_t hyphen = shown.find('-'); hyphen != std::string::npos) shown.replace(hyphen, 1, "–");
    return shown;
}

}  // namespace tarazy
