#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace tarazy {

/// What rows of an input have in common. It holds for a row when one of the named columns fulfils it; a table without
/// any of them is not restricted by it.
struct RowCondition {
    std::vector<std::string> columns;
    std::vector<std::string> values = {};  ///< one of these, as the cell is written; empty: any
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();  ///< where a bound is set, a number within the bounds
    std::string among = {};  ///< a role: the value stands in the same column of the rows used of that role
    bool states = false;     ///< the values are ISO codes; a cell may name the state in any way that is understood
};

/// Rows of an input that a number rests on: those for which all conditions hold; without conditions all of them.
struct RowsUsed {
    std::string role;
    std::vector<RowCondition> where = {};
};

/// Numbers of the rows used, from 0, in the order of the table.
/// @param tables  by role; those that `among` names must have been found before, in `found`. O(rows * conditions)
[[nodiscard]] std::vector<std::size_t> rows_found(const RowsUsed& used,
                                                  const std::map<std::string, const Table*>& tables,
                                                  const std::map<std::string, std::vector<std::size_t>>& found = {});

}  // namespace tarazy
