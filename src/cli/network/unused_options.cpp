#include "cli/network/unused_options.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <cmath>

namespace tarazy {

void refuse_unused(const CLI::App& app, std::initializer_list<const char*> options, const std::string& where) {
    for (const char* name : options) {
        const CLI::Option* option = app.get_option_no_throw(name);
        if (option != nullptr && option->count() > 0)
            throw UsageError(std::string(name) + " does nothing " + where + "; leave it out");
    }
}

CLI::Validator number_between(double least, double most) {
    return CLI::Validator(
        [least, most](const std::string& text) {
            const auto number = parse_real(text);
            if (number && std::isfinite(*number) && *number >= least && *number <= most) return std::string();
            return "'" + text + "' is no number from " + number_text(least) + " to " + number_text(most);
        },
        number_text(least) + ".." + number_text(most));
}

CLI::Validator number_above_zero() {
    return CLI::Validator(
        [](const std::string& text) {
            const auto number = parse_real(text);
            if (number && std::isfinite(*number) && *number > 0) return std::string();
            return "'" + text + "' is no number above zero";
        },
        "above 0");
}

}  // namespace tarazy
