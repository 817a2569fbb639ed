#pragma once

#include "compare/minimisation/solution_statement.hpp"
#include "compare/robustness/coding_uncertainty.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// A contestable cell with the value it takes instead.
struct Recoding {
    std::size_t cell = 0;  ///< number in the list of contestable cells
    double value = 0;
    friend bool operator==(const Recoding&, const Recoding&) = default;
};

struct FragilityOptions {
    TruthTableOptions cuts = {};
    std::size_t most_cells = 4;           ///< largest set of cells tried
    std::uint64_t most_sets = 2'000'000;  ///< recodings tried in all; a size that would pass this is not begun
    std::size_t listed = 1000;            ///< smallest sets listed at most
    unsigned threads = 0;                 ///< 0 = all cores
    MinimiseOptions minimise = {};        ///< its work is that of the whole search
};

/// What it takes to overturn a statement: to make it false if it holds of the cases as coded, true if it does not.
struct Fragility {
    bool holds = false;                           ///< of the cases as coded
    std::vector<std::vector<Recoding>> smallest;  ///< all smallest sets that overturn it, in the order of the cells
    std::uint64_t smallest_count = 0;             ///< above smallest.size() when more than `listed`
    std::size_t tried_up_to = 0;                  ///< every set of so many cells, or fewer, was tried
    std::uint64_t sets_tried = 0;
    std::uint64_t undecided = 0;  ///< sets whose minimisation reached a limit; they overturn nothing
    bool exhausted = false;       ///< every set of cells there is was tried
    bool complete = true;         ///< false: the time of the work was up among the sets of `tried_up_to` + 1 cells
};

/// The smallest sets of contestable cells that overturn the statement, by increasing size: exact, all of the smallest
/// size. With `most_cells = 1` the fragility of single cells. Sets with the same coded rows share one minimisation.
/// O(sets x rows x cases x conditions). The same result at any number of threads.
/// @param kind  solution type a statement about models speaks of
[[nodiscard]] Fragility smallest_overturning_sets(const Cases& cases, const std::vector<ContestableCell>& cells,
                                                  const SolutionStatement& statement, SolutionKind kind,
                                                  const FragilityOptions& options = {});

}  // namespace tarazy
