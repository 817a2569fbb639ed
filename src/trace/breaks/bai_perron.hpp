#pragma once

#include "base/work.hpp"
#include "trace/breaks/break_interval.hpp"
#include "trace/breaks/segment_cost.hpp"
#include "trace/breaks/sup_f.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

struct BaiPerronOptions {
    bool trend = false;                           ///< a line in each segment instead of a level
    std::size_t least_segment = 2;                ///< above the number of coefficients
    std::optional<std::size_t> most_breaks = {};  ///< by default ceil(n/least_segment) - 2
    double level = 0.95;                          ///< of the intervals
    Work work = {};
};

/// The best segmentation with a given number of breaks.
struct BreakModel {
    std::vector<std::size_t> breaks;  ///< last observation of each old segment, from 1
    double rss = 0;                   ///< residual sum of squares
    /// n (log RSS + 1 - log n + log 2 pi) + (k + 1)(m + 1) log n; no value when nothing is left to explain (RSS 0)
    std::optional<double> bic;
};

struct BaiPerron {
    std::vector<BreakModel> models;  ///< 0, 1, ... breaks
    std::size_t chosen = 0;          ///< number of breaks with the least BIC; the first perfect fit counts as least
    std::vector<std::optional<BreakInterval>> intervals;  ///< of the breaks of the chosen model
    std::optional<SupFTest> test;
};

/// `h` as Bai & Perron write it: a share below 1 of the observations (rounded down), or a number of them.
/// @throws UsageError  when it is no number above 0, leaves no two segments, or not more observations than coefficients
[[nodiscard]] std::size_t least_segment_of(double h, std::size_t n, bool trend);

/// Multiple breaks by least squares (Bai & Perron 1998, 2003 section 3): the exact minimum of the residual sum of
/// squares for each number of breaks, every segment with `least_segment` observations at least. Of equal sums the one
/// whose last break is earliest. Times are used by the trend only.
/// O(n^2 (1 + breaks)) time, O(n breaks) memory. bench/changepoints_bench.cpp
/// @pre two segments fit into the series. @throws Interrupted
[[nodiscard]] BaiPerron bai_perron(std::span<const double> y, std::span<const double> time,
                                   const BaiPerronOptions& options);

}  // namespace tarazy
