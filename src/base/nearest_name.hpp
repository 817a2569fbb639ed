#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tarazy {

/// The candidate that a mistyped name most likely means: smallest edit distance (Damerau 1964:
/// insertion, deletion, substitution, transposition of neighbours; letter case ignored) that is at most a
/// third of the longer name's length, but at least 1; the earlier candidate wins a tie.
/// O(candidates x length^2).
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> candidates);

/// `did you mean 'vote'?` or, when nothing is near, `choose one of: a, b, c` (at most eight); without any name
/// `there is none to choose from`.
[[nodiscard]] std::string name_hint(std::string_view name, std::span<const std::string> candidates);

}  // namespace tarazy
