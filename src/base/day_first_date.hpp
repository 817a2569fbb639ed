#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// How a date is to be written that has its year last, `17.02.1979` or `17/02/1979`: "write 1979-02-17", with the
/// second reading where the month may stand first. Empty for any other text, and for a day that no reading gives.
[[nodiscard]] std::string year_first_hint(std::string_view text);

}  // namespace tarazy
