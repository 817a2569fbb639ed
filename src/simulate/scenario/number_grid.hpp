#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tarazy {

constexpr std::size_t most_grid_numbers = 10'000;

/// Numbers as a user lists them: `0.3`, `0.1,0.5,0.9`, `0:1:0.1` (from, to, step; the end belongs to it), and mixtures
/// of these, in the order given. Steps are counted, not added up: 0:1:0.1 holds 0.3, not 0.30000000000000004.
/// @param name  of the option, for messages @throws UsageError
[[nodiscard]] std::vector<double> number_grid(std::string_view text, std::string_view name);

}  // namespace tarazy
