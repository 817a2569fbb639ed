#pragma once

#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// The text as LaTeX shows it. What means something to LaTeX is escaped; the signs of Boolean terms become the signs
/// that are printed for them: `A*~B` gives `A$\ast$$\sim$B`, `<->` an arrow. Letters of all scripts stay as they are.
/// Line ends and other control characters become blanks.
[[nodiscard]] std::string latex_text(std::string_view text);

/// A `tabular` with the rules of the package booktabs, numbers to the right with `decimals` decimals, a dash for a
/// number that is missing. A number that is not zero but would look like it is written as a power of ten. Text columns
/// with long cells are set in paragraphs (package array). A comment at the top names the packages.
/// @pre 0 <= decimals <= most_decimals
[[nodiscard]] std::string to_latex(const Table& table, int decimals = 3);

}  // namespace tarazy
