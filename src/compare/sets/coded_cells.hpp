#pragma once

#include "compare/sets/cases.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Columns of a table of cells, `case,variable,value,...`.
struct CellColumns {
    std::string case_column = "case";  ///< column with the names of the cases in the case table
    std::string variable_column = "variable", value_column = "value";
    /// The table that the cases were read from, when it is at hand: cells may name their cases by another of its
    /// columns (`case` beside the names shown), and the outcome is compared as it was coded.
    const Table* case_table = nullptr;
};

/// A row of a table of cells that codes a cell of the comparison.
struct CodedCell {
    std::size_t row = 0;     ///< of the table of cells
    std::size_t at = 0;      ///< case
    std::size_t column = 0;  ///< condition; the number of conditions stands for the outcome
    double value = 0;        ///< as it stands in Cases; NaN = does not apply
};

struct CodedCells {
    std::vector<CodedCell> cells;                         ///< in the order of the rows
    std::set<std::pair<std::size_t, std::size_t>> coded;  ///< case and column of every row, faulty ones too
    std::vector<std::string> absent;                      ///< names of cases that the comparison does not have, sorted
    std::string case_column;                              ///< of the table of cells
};

/// Reads a long table of coded cells beside the cases it codes: the one reader for everything that looks at such a
/// table. Cases are named in the column that is called as in the case table, else in `case`, else in the first column
/// that names any of them. `-` is "does not apply", as in the case table. Variables that the comparison does not use
/// are passed over. O(cells log cells)
/// @throws InputError when a column is lacking or no row codes a cell of the comparison
/// @param problems  faults of cells: coded twice, no value of the variable, not the value of the case table
[[nodiscard]] CodedCells read_coded_cells(const Table& cells, const Cases& cases, const CellColumns& columns,
                                          Diagnostics& problems);

/// A text as value of a condition or (the number of conditions) of the outcome, as it stands in Cases: a membership, a
/// level, NaN for the `-` of a condition; nothing when it is none of these.
[[nodiscard]] std::optional<double> coded_value(const Cases& cases, std::size_t column, const std::string& text);

/// What may be written as value of the column, "write a number from 0 to 1", `dash` where "does not apply" may be.
[[nodiscard]] std::string values_allowed(const Cases& cases, std::size_t column, bool dash);

}  // namespace tarazy
