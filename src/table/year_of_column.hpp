#pragma once

#include <optional>
#include <string_view>

namespace tarazy {

/// The year that a name of a column means: `1990`, `1990 [YR1990]`, `X1990`, `YR1990`. Nothing when it has other
/// digits.
[[nodiscard]] std::optional<int> year_of_column(std::string_view name);

}  // namespace tarazy
