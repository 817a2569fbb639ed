#include "compare/selection/partition.hpp"

#include "base/error.hpp"

#include <unordered_map>

namespace tarazy {

Cases cases_at(const Cases& cases, std::span<const std::size_t> members) {
    Cases chosen = cases;
    const auto keep = [&](auto& list) {
        if (list.empty()) return;
        auto all = std::move(list);
        list.clear();
        for (const std::size_t i : members) list.push_back(all[i]);
    };
    keep(chosen.names);
    keep(chosen.outcome);
    keep(chosen.weights);
    for (auto& column : chosen.membership) keep(column);
    chosen.warnings.clear();
    chosen.missing.clear();
    chosen.halves.clear();
    return chosen;
}

Partition partitioned(const Cases& cases, const Table& table, const std::string& case_column,
                      const std::string& column) {
    require_columns(table, std::vector<std::string>{case_column, column});
    const std::vector<std::string> names = require_texts(table, case_column), groups = require_texts(table, column);
    std::unordered_map<std::string, std::string> group_of;
    for (std::size_t row = 0; row < names.size(); ++row) group_of.emplace(names[row], groups[row]);
    Partition made;
    std::vector<std::string> order;
    std::unordered_map<std::string, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::string& group = group_of.at(cases.names[i]);
        if (group.empty()) {
            made.ungrouped.push_back(cases.names[i]);
            continue;
        }
        if (!members.contains(group)) order.push_back(group);
        members[group].push_back(i);
    }
    if (order.empty()) {
        throw InputError(Problem{table.origin.path, 1, 0, "no case has a value of '" + column + "'",
                                 "name a column that says which group each case belongs to"});
    }
    for (const std::string& group : order) made.groups.push_back({group, cases_at(cases, members[group])});
    return made;
}

}  // namespace tarazy
