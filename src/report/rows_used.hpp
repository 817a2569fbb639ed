#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
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
    std::string role;  ///< of the input; empty: rows of a table of the analysis itself, or none
    std::vector<RowCondition> where = {};
    /// Of the analysis' own result: the name of the table, "" for the main one. What the number is made of stands
    /// there.
    std::optional<std::string> result_table = {};
    std::string note = {};        ///< one sentence on what these rows are
    std::string counted_by = {};  ///< a column: how many of the rows have which value is told as well
    std::string why_none = {};    ///< one sentence: no rows can be told
};

/// A number has no rows: why.
[[nodiscard]] inline std::vector<RowsUsed> no_rows(std::string why) {
    RowsUsed none;
    none.why_none = std::move(why);
    return {std::move(none)};
}

/// All rows of an input, or those that the computation itself finds.
[[nodiscard]] inline RowsUsed rows_of_input(std::string role, std::string note, std::string counted_by = {}) {
    RowsUsed rows;
    rows.role = std::move(role);
    rows.note = std::move(note);
    rows.counted_by = std::move(counted_by);
    return rows;
}

/// Rows of a table of the analysis itself.
[[nodiscard]] inline RowsUsed rows_of_result(std::string table, std::vector<RowCondition> where, std::string note) {
    RowsUsed rows;
    rows.where = std::move(where);
    rows.result_table = std::move(table);
    rows.note = std::move(note);
    return rows;
}

/// Numbers of the rows used, from 0, in the order of the table.
/// @param tables  by role; those that `among` names must have been found before, in `found`. O(rows * conditions)
[[nodiscard]] std::vector<std::size_t> rows_found(const RowsUsed& used,
                                                  const std::map<std::string, const Table*>& tables,
                                                  const std::map<std::string, std::vector<std::size_t>>& found = {});

}  // namespace tarazy
