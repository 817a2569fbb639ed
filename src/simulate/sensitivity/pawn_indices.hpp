#pragma once

#include "base/work.hpp"
#include "simulate/designs/design.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct PawnOptions {
    std::size_t slices = 10;  ///< at least 2
    std::uint64_t seed = 1;   ///< of the input that does not matter
    unsigned threads = 0;
    Work work = {};
};

/// How far the distribution of the outcome moves when an input is held within one slice of its values: the statistics
/// of Kolmogorov and Smirnov between the runs of each slice and all runs, summed up over the slices.
struct PawnIndex {
    double minimum = 0, mean = 0, median = 0, maximum = 0;
    double coefficient_of_variation = 0;  ///< standard deviation (n) of the statistics by their mean
    std::size_t slices = 0;               ///< fewer than asked for where the input has fewer values
};

struct PawnIndices {
    std::vector<PawnIndex> inputs;
    /// Of an input that does not matter, in as many slices of the same runs (Noacco, Sarrazin, Pianosi & Wagener 2019):
    /// what lies near it may be nothing.
    PawnIndex dummy = {};
    std::string reason = {};  ///< why there are none
};

/// PAWN from any sample of runs (Pianosi & Wagener 2018): slices of equally many runs by the values of an
/// input; runs of one value stay together. Needs no layout of the design and no shape of the distribution. O(inputs x
/// runs log runs). @throws UsageError for fewer than 2 slices
[[nodiscard]] PawnIndices pawn_indices(const Design& design, std::span<const double> outcomes,
                                       const PawnOptions& options);

/// Slices of equally many items by their values, from 0, equal values in one slice; each item's slice. O(n log n).
[[nodiscard]] std::vector<std::uint32_t> equal_slices(std::span<const double> values, std::size_t slices);

}  // namespace tarazy
