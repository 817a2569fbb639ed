#pragma once

#include <span>
#include <string>

namespace tarazy {

/// `column a`, `columns a, b and c`, and beyond six `columns a, b, c, d, e, f and 12 more`, for notes about a file.
[[nodiscard]] std::string columns_named(std::span<const std::string> names);

/// The same list without the word.
[[nodiscard]] std::string listed_names(std::span<const std::string> names);

}  // namespace tarazy
