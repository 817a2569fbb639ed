#pragma once

#include "trace/breaks/optimal_partition.hpp"

namespace tarazy {

/// `optimal_partition` for changes of the mean, by functional pruning (Maidstone, Hocking, Rigaill & Fearnhead 2017),
/// here with length terms and least segments.
///
/// Write q_u(a) for the least cost of the observations so far whose last segment begins behind u and has level a.
/// The difference of q_u and q_v does not change with later observations, so each candidate keeps the levels at which
/// it may still be best:
/// - a newer candidate w beats u for ever where q_u(a) + log((n - u)/(n - w)) > F(w) + penalty, since the length terms
///   log(t - u) and log(t - w) differ most at t = n: u keeps an interval around its mean;
/// - an older candidate v beats w for ever where q_v(a) + log((w + h - v)/h) < F(w) + penalty, since they differ most
///   at the first t, w + h: w begins with what such intervals leave. With a length term this is asked again from time
///   to time with log((t - v)/(t - w)), which has fallen meanwhile.
/// A candidate that keeps nothing is left out. Without length terms at most O(log n) candidates remain in practice;
/// with them some dozens. bench/changepoints_bench.cpp
/// @pre cost.statistic() is mean, and as for `optimal_partition`
[[nodiscard]] Segmentation mean_partition(const SegmentCost& cost, const SegmentationOptions& options);

}  // namespace tarazy
