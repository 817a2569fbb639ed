#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// How many rows of a table speak of each state in each year.
struct Coverage {
    std::string state_column, year_column;
    std::vector<std::string> states;             ///< as the cells have them, in the order of the alphabet; at most 400
    std::vector<int> years;                      ///< ascending, without gaps
    std::vector<std::vector<std::size_t>> rows;  ///< by state, by year
    std::size_t more_states = 0;                 ///< that are left out
};

/// By the columns whose names mean state and year (`ccode`, `iso3`, `country`, `страна`; `year`, `жыл`), the first of
/// each; nothing where there are none, or where years span more than 500. O(rows).
[[nodiscard]] std::optional<Coverage> coverage_of(const Table& table);

}  // namespace tarazy
