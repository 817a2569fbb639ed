#pragma once

#include "table/table.hpp"
#include "trace/causal_types/causal_answers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

struct StatedQuery {
    std::string query, given;
    Problem place = {};  ///< file, line and column
};

/// A causal model with everything that is asked of it.
struct CausalStudy {
    CausalModel model;
    TypeShares parameters;  ///< flat where none are given
    bool parameters_given = false;
    TypeWeights prior;  ///< of the Dirichlet; 1 for every type where none is given
    CausalData data;
    std::vector<StatedQuery> queries;
    std::vector<std::string> notes = {};
    Problem place = {};
};

/// Reads a model in TOML or JSON:
///
///     model = "X -> M -> Y; X -> Y"         # arrows ->, <-, and <-> between nodes that are confounded
///     nodes = ["X", "M", "Y"]               # optional; with `edges` instead of `model`
///     edges = ["X -> M", ["M", "Y"]]
///     restrict = ["Y[X=1] < Y[X=0]", "M.10"]
///     prior = "uniform"                     # "jeffreys" (1/2 a type), or weights as `parameters` are written
///
///     [parameters]                          # shares of types; of nodes that are not named all types alike
///     X = [0.5, 0.5]                        # in the order of the types
///     "Y.01" = 0.3                          # or by their labels; "X.1,Y.01" of confounded nodes
///
///     [[data]]                              # what was observed; nodes left out were not
///     X = 1
///     Y = 1
///     cases = 3
///
///     [[query]]                             # or queries = ["Y[X=1] > Y[X=0] :|: X==1"]
///     query = "Y[X=1] > Y[X=0]"
///     given = "X==1 & Y==1"
///
/// In JSON `parameters` may also be the list of all shares in the order of the nodes, or a list of
/// {"param_names", "param_value"} as CausalQueries prints them. O(text + types)
/// @throws InputError with all problems, LimitError as `parse_causal_model`
[[nodiscard]] CausalStudy read_causal_document(std::string_view text, const std::string& path,
                                               std::size_t max_types = most_causal_types);

/// Cases from a table: a column of 0, 1 or nothing for each node that was observed, and `cases` for repeated rows.
/// Other columns are left out, with a note. O(rows x nodes)
/// @throws InputError for cells that are neither 0 nor 1, and when no column is a node
[[nodiscard]] CausalData read_causal_cases(const CausalModel& model, const Table& table,
                                           std::vector<std::string>& notes);

}  // namespace tarazy
