#include "report/rows_used.hpp"

#include "table/state_reference.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace tarazy {
namespace {

bool is_bounded(const RowCondition& condition) {
    return std::isfinite(condition.least) || std::isfinite(condition.most);
}

bool holds_one_of(const std::set<std::string>& values, const std::string& cell, bool states) {
    if (values.contains(cell)) return true;
    const std::optional<std::string> state = states ? iso3_meant(cell) : std::nullopt;
    return state && values.contains(*state);
}

bool cell_fulfils(const RowCondition& condition, const std::set<std::string>& values, const Column& column,
                  std::size_t row) {
    if (column.missing(row)) return false;
    if (!values.empty() && !holds_one_of(values, column.display(row), condition.states)) return false;
    if (!is_bounded(condition)) return true;
    if (column.type() == ColumnType::text) return false;
    const auto number = column.real(row);
    return number && *number >= condition.least && *number <= condition.most;
}

/// A condition with what it asks for looked up once.
struct Sought {
    const RowCondition* condition = nullptr;
    std::vector<const Column*> columns;
    std::set<std::string> values;
    bool possible = true;  ///< something can fulfil it
};

Sought sought(const RowCondition& condition, const Table& table, const std::map<std::string, const Table*>& tables,
              const std::map<std::string, std::vector<std::size_t>>& found) {
    Sought result{&condition, {}, {condition.values.begin(), condition.values.end()}};
    for (const std::string& name : condition.columns)
        if (const auto at = table.find(name)) result.columns.push_back(&table.columns[*at]);
    const auto other = tables.find(condition.among);
    const auto rows = found.find(condition.among);
    if (condition.among.empty() || other == tables.end() || rows == found.end()) return result;
    for (const std::string& name : condition.columns) {
        const auto at = other->second->find(name);
        if (!at) continue;
        for (const std::size_t row : rows->second) result.values.insert(other->second->columns[*at].display(row));
    }
    result.possible = !result.values.empty();
    return result;
}

}  // namespace

std::vector<std::size_t> rows_found(const RowsUsed& used, const std::map<std::string, const Table*>& tables,
                                    const std::map<std::string, std::vector<std::size_t>>& found) {
    std::vector<std::size_t> rows;
    const auto of_role = tables.find(used.role);
    if (of_role == tables.end()) return rows;
    std::vector<Sought> all;
    for (const RowCondition& condition : used.where) {
        all.push_back(sought(condition, *of_role->second, tables, found));
        if (!all.back().possible) return rows;
    }
    for (std::size_t row = 0; row < of_role->second->rows(); ++row) {
        const bool fulfilled = std::ranges::all_of(all, [row](const Sought& one) {
            return one.columns.empty() || std::ranges::any_of(one.columns, [&](const Column* column) {
                       return cell_fulfils(*one.condition, one.values, *column, row);
                   });
        });
        if (fulfilled) rows.push_back(row);
    }
    return rows;
}

}  // namespace tarazy
