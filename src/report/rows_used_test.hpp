#pragma once

#include "report/rows_used.hpp"

#include <map>
#include <string>
#include <vector>

namespace tarazy {

/// For tests: the rows found of each role, one role after the other.
inline std::map<std::string, std::vector<std::size_t>> rows_by_role(const std::map<std::string, Table>& tables,
                                                                    const std::vector<RowsUsed>& used) {
    std::map<std::string, const Table*> by_role;
    for (const auto& [role, table] : tables) by_role.emplace(role, &table);
    std::map<std::string, std::vector<std::size_t>> found;
    for (const RowsUsed& of_role : used)
        if (by_role.contains(of_role.role)) found[of_role.role] = rows_found(of_role, by_role, found);
    return found;
}

}  // namespace tarazy
