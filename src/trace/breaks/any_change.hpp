#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tarazy {

/// What the series would be like if nothing had changed.
enum class NoChange {
    exchangeable,  ///< every order of its values as likely as any other: permutations
    serial,        ///< neighbours alike, the level the same: moving blocks
};

struct AnyChangeOptions {
    NoChange null = NoChange::exchangeable;
    std::size_t samples = 9'999;  ///< of the null distribution; at least 19
    std::size_t block = 0;        ///< length of blocks; 0 = `default_block_length`
    std::uint64_t seed = 1;
    unsigned threads = 1;
    Work work = {};
};

/// Is there any change of level at all?
struct AnyChange {
    double statistic = 0;     ///< largest standardised difference of means
    std::size_t at = 0;       ///< observation after which it is largest, 1-based; of equal ones the first
    double p = 1;             ///< share of the null distribution that is at least as large, the series itself included
    bool exact = false;       ///< every permutation was looked at
    std::size_t samples = 0;  ///< of the null distribution, the series itself included
    std::size_t block = 0;    ///< length of blocks; 0 = permutations
};

/// max over t of |mean(y(1..t)) - mean(y(t+1..n))| / (s sqrt(1/t + 1/(n-t))), s the standard deviation of the whole
/// series: a monotone function of the likelihood ratio statistic of one change of a normal mean (Hawkins 1977). O(n)
/// @throws InputError  fewer than two observations, one that is no number, or all of them equal
[[nodiscard]] AnyChange largest_mean_difference(std::span<const double> y);

/// The same with its p-value. Exchangeable: p is exact in the sense that P(p <= a) <= a whatever the distribution of
/// the values, by all n! orders up to n = 8 and by random ones beyond (Phipson & Smyth 2010: the series itself counts
/// as one). Serial: blocks of `block` neighbours drawn with replacement (Kunsch 1989) and standardised by their own
/// deviation; right for large n only, and the p-value of a series that did change is too large rather than too small,
/// since the shift lies in the blocks. O(samples n); the same for any number of threads.
/// @throws InputError as above; UsageError  samples below 19, a block longer than half of the series
[[nodiscard]] AnyChange any_change(std::span<const double> y, const AnyChangeOptions& options = {});

/// Long enough for the dependence that is seen: that of an autoregression of first order about the two best levels,
/// b = (6 r^2/(1-r^2)^2)^(1/3) n^(1/3), r the autocorrelation
/// (Carlstein 1986), at least n^(1/3), at most n/4 (and 1).
[[nodiscard]] std::size_t default_block_length(std::span<const double> y);

}  // namespace tarazy
