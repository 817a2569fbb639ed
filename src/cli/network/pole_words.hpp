#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Poles and the names of their members as typed: `RUS,WEST=USA+GBR`; a pole without `=` is its own member.
/// @throws UsageError: a pole without a member, one that is named twice
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> pole_words(const std::string& list);

}  // namespace tarazy
