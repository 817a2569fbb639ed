#pragma once

#include "compare/minimisation/comparison_tables.hpp"

#include <string>
#include <vector>

namespace tarazy {

// What XY plots of a comparison are drawn from; studies and commands draw the same ones.

/// solution,model,term,case,x,y: membership of each case in the whole model (term empty), in each of its terms, and in
/// the outcome, for at most `most_models` models of each solution. O(models x terms x cases)
[[nodiscard]] Table xy_rows(const Cases& cases, const std::vector<NamedSolution>& solutions, std::size_t most_models);

/// The same of one expression, which stands in the column `term`; solution is "expression", model is 1.
[[nodiscard]] Table xy_rows(const Cases& cases, const std::string& text, const std::vector<Literals>& expression);

}  // namespace tarazy
