#pragma once

#include "base/work.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/minimisation/comparison_tables.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What `compare minimise` has found, by solution type; nothing where a type was not asked for or has no meaning.
struct MinimiseResult {
    std::optional<Solution> conservative, parsimonious;
    std::optional<PairedSolutions> intermediate;
    std::string missing_bound;                ///< as JSON; empty without missing cells, or when not asked for
    std::optional<std::size_t> n_cases = {};  ///< of groups, and of all cases beside groups
    std::string no_solution;                  ///< why there is no solution at all
    std::string no_parsimonious;              ///< why a type that was asked for has no meaning
};

/// The same of one group of the cases.
struct GroupResult {
    std::string name;
    Cases cases;
    TruthTable table;
    MinimiseResult result;
};

/// The result as JSON (docs/commands.md). Rows that a model assumes are counted, and listed in spaces up to
/// Remainders::listed_unasked (`list_rows`: most_listed) configurations.
void write_json(std::ostream& out, const Cases& cases, const TruthTable& table, const MinimiseResult& result,
                bool list_rows, const std::vector<GroupResult>& groups = {}, const Work& work = {});

/// Solutions by their names, for a table.
[[nodiscard]] std::vector<NamedSolution> named_solutions(MinimiseResult result);

}  // namespace tarazy
