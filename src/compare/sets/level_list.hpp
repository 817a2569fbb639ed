#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tarazy {

/// Levels of a multi-value condition as they stand in an expression.
struct LevelList {
    std::vector<unsigned> levels;  ///< ascending, each once
    std::size_t length = 0;        ///< bytes that were read
};

/// Reads `{1}` or `{1,2}` (either level) at the beginning of the text, in braces or, as the R package QCA prints them,
/// in square brackets; blanks inside are passed over. Nothing when no such list stands there. O(length)
[[nodiscard]] std::optional<LevelList> read_level_list(std::string_view text);

}  // namespace tarazy
