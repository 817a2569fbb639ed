#pragma once

#include "compare/sets/cases.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// The cases at these places, with the conditions and their levels as they are, also those that no case has any more.
/// O(cases x conditions)
[[nodiscard]] Cases cases_at(const Cases& cases, std::span<const std::size_t> members);

struct CaseGroup {
    std::string name;
    Cases cases;
};

/// Cases in groups: periods, regions, waves of a panel.
struct Partition {
    std::vector<CaseGroup> groups;       ///< in the order in which the table first names them
    std::vector<std::string> ungrouped;  ///< cases whose cell is empty; they are in no group
};

/// @param table, case_column  where the cases were read from @param column  names the group of each case
/// @throws InputError when the table has no such column, or no case has a group
[[nodiscard]] Partition partitioned(const Cases& cases, const Table& table, const std::string& case_column,
                                    const std::string& column);

}  // namespace tarazy
