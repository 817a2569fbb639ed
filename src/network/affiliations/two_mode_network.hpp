#pragma once

#include "network/bit_matrix.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Who belongs to what: actors (states) in rows, what they belong to (institutions, events, treaties) in columns.
struct TwoModeNetwork {
    std::vector<std::string> actors;        ///< in byte order
    std::vector<std::string> institutions;  ///< in byte order
    BitMatrix ties;                         ///< actors x institutions
};

/// A two-mode network from a matrix of 0 and 1: the first column names the actors, the others are institutions.
/// Rows and columns are put in byte order, so that the same matrix gives the same network whatever their order.
/// @throws InputError with every faulty cell: a cell that is neither 0 nor 1 (a code of missing such as -9 is never a
/// count), an empty one, an actor or institution that stands twice; no actor or institution at all
/// O(cells log)
[[nodiscard]] TwoModeNetwork read_incidence(const Table& matrix);

/// The two-mode network of these rows: actor, institution, repeats counted once. @param actors, institutions  further
/// nodes, which may have no tie
[[nodiscard]] TwoModeNetwork two_mode_network(std::vector<std::pair<std::string, std::string>> ties,
                                              std::vector<std::string> actors = {},
                                              std::vector<std::string> institutions = {});

}  // namespace tarazy
