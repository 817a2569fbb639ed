#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Which model of a minimisation is meant: `M2` or `2`, `parsimonious M2`, `intermediate C1P2 M1`, `C1P2`,
/// `conservative`. What is not said is any (the solution) or the first (the model).
struct ModelChoice {
    std::string solution;    ///< conservative, parsimonious, intermediate, or empty
    std::string pair;        ///< of an intermediate solution: C1P2, or empty
    std::size_t number = 0;  ///< from 1; 0 = not said
};
/// Upper and lower case are alike; an empty text chooses nothing. @throws UsageError showing what can be written
[[nodiscard]] ModelChoice parse_model_choice(std::string_view text);

/// Rows of the chosen models, and of no others, in a table of `solution_rows`: without a number every model of the
/// solutions that are meant. @throws UsageError naming the models there are when none is chosen
[[nodiscard]] std::vector<std::size_t> rows_of_choice(const Table& rows, const ModelChoice& choice);

/// The model a figure shows first, as "intermediate C1P1 1": of those chosen the first intermediate one, else the first
/// parsimonious, else the first conservative one; empty when the table has no rows. @throws UsageError as above
[[nodiscard]] std::string shown_model(const Table& rows, const ModelChoice& choice);

}  // namespace tarazy
