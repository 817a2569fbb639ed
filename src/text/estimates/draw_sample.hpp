#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

struct SampleStratum {
    std::string name;       ///< as the column of strata says; empty where there is none
    std::size_t units = 0;  ///< rows of the table in it
    std::size_t drawn = 0;
};

struct DrawnSample {
    std::vector<std::size_t> rows;      ///< of the table, ascending
    std::vector<double> probability;    ///< with which each was drawn: drawn/units of its stratum
    std::vector<SampleStratum> strata;  ///< in byte order of their names
};

/// Draws rows of a table to be coded by hand, without replacement: the same number in every stratum (all of a stratum
/// that has fewer, and the largest takes what these leave over), so that what is rare is seen often enough; the
/// probabilities let an estimate put it right (Horvitz & Thompson 1952). The rows drawn depend on the seed and on the
/// values of `key` alone, not on the order of the rows.
/// @param key     columns that name a unit, each combination once
/// @param strata  column of strata; empty: one stratum of all rows
/// @throws InputError: no rows, a unit that stands twice; UsageError: size 0
/// O(rows log rows)
[[nodiscard]] DrawnSample draw_sample(const Table& units, const std::vector<std::string>& key,
                                      const std::string& strata, std::size_t size, std::uint64_t seed);

}  // namespace tarazy
