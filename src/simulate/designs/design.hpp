#pragma once

#include "table/table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// At which values of the inputs a model is to be run: one row a run. Some indices need the runs in a layout.
struct Design {
    /// Method and what it needs to know to read the layout: `saltelli`, `saltelli-pairs`, `morris-4` (levels),
    /// `shapley-3` (draws within), `sobol`, `latin-hypercube`, `random`; empty = made elsewhere.
    std::string kind;
    std::vector<std::string> inputs;
    std::vector<double> values = {};       ///< row by row
    std::vector<std::string> blocks = {};  ///< what each row is for; none where all rows are alike
    std::string id = {};                   ///< that was read and holds, of the whole design; empty when it was not read
    std::string path = {};                 ///< of the file it was read from
    std::vector<std::uint32_t> lines = {};  ///< of the rows there; empty when row r stands on line r + 2

    [[nodiscard]] std::size_t rows() const noexcept { return inputs.empty() ? 0 : values.size() / inputs.size(); }
    [[nodiscard]] double value(std::size_t row, std::size_t input) const { return values[row * inputs.size() + input]; }
    /// What is wrong with a row.
    [[nodiscard]] Problem problem(std::size_t row, std::string what, std::string remedy) const;
};

/// Kind, number of inputs and 16 hexadecimal digits of the SHA-256 of its names, blocks and values as they are written
/// to a file: results that carry it were computed for this design and no other. O(values).
[[nodiscard]] std::string design_id(const Design& design);

/// Is a column one of those that say which run a row is, rather than an input: `design`, `run`, `block`, `policy`, and
/// in tables without the id of a design (@param of_simulate false) `scenario` and `model`, as the EMA workbench writes
/// them?
[[nodiscard]] bool tells_runs_apart(std::string_view column, bool of_simulate);

/// Why the runs of a design of that kind are not independent draws from the ranges, so that intervals or more of what
/// is told of samples is wrong for them; empty where they are, or where the design was made elsewhere.
[[nodiscard]] std::string why_no_sample(std::string_view kind);

/// Columns `design` (its id), `run` (from 1), `block` (where there are blocks) and one an input.
[[nodiscard]] Table design_table(const Design& design);

/// A design from a table with these columns, or from one made elsewhere. Columns that are none of `outcomes` and do not
/// tell runs apart are inputs, as many as the id says. @param inputs  of these only; all when empty
/// @throws InputError for cells that are no number, and when the values are not those that the id was made for
[[nodiscard]] Design read_design(const Table& table, std::span<const std::string> inputs,
                                 std::span<const std::string> outcomes);

/// The outcome of each run in the order of the design. Results with a column `run` may lie in any order; without it
/// they must be as many as the runs.
/// @throws InputError when results are of another design (column `design`), or a run is lacking, stands twice, is
/// unknown,
///         or has no finite number
[[nodiscard]] std::vector<double> outcome_of_runs(const Design& design, const Table& results,
                                                  const std::string& outcome);

}  // namespace tarazy
