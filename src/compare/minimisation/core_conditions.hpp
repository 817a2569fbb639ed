#pragma once

#include "compare/minimisation/comparison_tables.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Literals of a term that are core conditions (Fiss 2011): those of the parsimonious terms that contain it. The rest
/// are peripheral: they depend on what is assumed of configurations without cases. O(terms of the model)
[[nodiscard]] Literals core_conditions(Literals term, const std::vector<Literals>& parsimonious_model);

/// Adds the column `core` to the rows of `solution_rows`: the core conditions of each term, joined by `*`; empty where
/// it has none, and for the whole model. Terms of an intermediate solution CiPj are seen from the parsimonious model j,
/// terms of the conservative one from every parsimonious model: a condition is core when all of them say so. Without a
/// parsimonious solution among `solutions` nothing is known and no column is added.
void add_core_conditions(const Cases& cases, const std::vector<NamedSolution>& solutions, Table& rows);

}  // namespace tarazy
