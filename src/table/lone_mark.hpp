#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// A text that stands for "not known" in a column of numbers: "..", "n/a", "-".
struct LoneMark {
    std::string text;
    std::size_t cells = 0;
    std::size_t first_row = 0;
};

/// The one text that keeps a text column from being numeric, when all its other texts are numbers (with at least one
/// number), with decimal commas where `is_of_decimal_commas`. Nothing if there is none, or if there are several.
/// O(rows).
[[nodiscard]] std::optional<LoneMark> lone_mark(const Column& column);

/// Is the text a number with a decimal comma, "0,5"?
[[nodiscard]] bool has_decimal_comma(std::string_view text);

/// Are the cells numbers with decimal commas, but for one cell or one in twenty? Those few alone keep the column from
/// being read as numbers, so they are what a message has to name. O(rows).
[[nodiscard]] bool is_of_decimal_commas(const Column& column);

/// What to do about it: `--missing .. makes them missing (in a study: missing = [".."])`.
[[nodiscard]] std::string mark_remedy(const LoneMark& mark);

}  // namespace tarazy
