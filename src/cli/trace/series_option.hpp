#pragma once

#include "base/error.hpp"

#include <string>
#include <utility>

namespace tarazy {

/// `COLUMN=NAME` of the option --series. @throws UsageError showing how it is written
[[nodiscard]] inline std::pair<std::string, std::string> series_named(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw UsageError("--series is '" + text + "'; write COLUMN=NAME, as in indicator=gdp_growth_pct");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace tarazy
