#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace tarazy {

/// A text that stands for "not known" in a column of numbers: "..", "n/a", "-".
struct LoneMark {
    std::string text;
    std::size_t cells = 0;
    std::size_t first_row = 0;
};

/// The one text that keeps a text column from being numeric, when all its other texts are numbers (with at least one
/// number). Nothing if there is none, or if there are several. O(rows).
[[nodiscard]] std::optional<LoneMark> lone_mark(const Column& column);

/// What to do about it: `--missing .. makes them missing (in a study: missing = [".."])`.
[[nodiscard]] std::string mark_remedy(const LoneMark& mark);

}  // namespace tarazy
