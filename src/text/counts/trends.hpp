#pragma once

#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What was counted in documents, and when they are from.
struct TrendCounts {
    std::vector<std::string> keys;             ///< codes of a dictionary, patterns, words
    std::vector<std::vector<double>> counts;   ///< of each key, document by document; NaN: unknown
    std::vector<double> totals;                ///< tokens of each document; NaN: unknown
    std::vector<std::vector<std::string>> at;  ///< of each document its year, or the cells of several columns
};

struct TrendOptions {
    double per = 1e4;     ///< the rate is in so many tokens
    double level = 0.95;  ///< of the interval
    std::size_t few = 5;  ///< with fewer documents the interval is that of a Poisson count
};

/// Orders years, or the cells of several columns: by number where both are numbers, numbers before texts, texts byte by
/// byte.
struct YearOrder {
    [[nodiscard]] bool operator()(const std::vector<std::string>& x, const std::vector<std::string>& y) const;
};

enum class TrendInterval {
    linearised,  ///< over documents
    poisson,     ///< exact, of the count: too few documents, or no occurrence in any of them
};

struct TrendRate {
    std::size_t key = 0;
    std::vector<std::string> at;
    std::size_t documents = 0;
    double tokens = 0, count = 0;
    double rate = 0, lower = 0, upper = 0;
    double se = 0;  ///< NaN with one document
    TrendInterval interval = TrendInterval::linearised;
};

struct Trends {
    std::vector<TrendRate> rates;  ///< key by key, years in order (by number where all are numbers)
    std::size_t undated = 0;       ///< documents without a year (or another cell asked for): left out
    std::size_t unknown = 0;       ///< documents without a count or a total: left out
    std::size_t empty = 0;         ///< documents without tokens: left out
};

/// How often each key occurs in `per` tokens, year by year.
///
/// r = per sum c_d/sum n_d over the D documents d of a year, with c_d occurrences in n_d tokens. Documents, not tokens,
/// are what was drawn: V = per^2 D/(D - 1) sum (c_d - (r/per) n_d)^2/(sum n_d)^2, the linearised variance of a ratio
/// (Cochran 1977, Sampling Techniques, chapter on ratio estimators), and the interval r -+ t sqrt V with Student's t of
/// D - 1 degrees, cut at zero. With fewer than `few` documents, or where none has an occurrence (V would be zero),
/// Garwood's exact interval of a Poisson count (1936), which knows nothing of how texts cluster: it is too short where
/// they do.
/// @throws InputError  no document is left
/// O(documents x keys)
[[nodiscard]] Trends trends(const TrendCounts& counts, const TrendOptions& options = {});

/// `<by>...,key,documents,tokens,count,rate,lower,upper,se,interval` (linearised or poisson).
[[nodiscard]] Table trends_table(const Trends& found, const std::vector<std::string>& keys,
                                 const std::vector<std::string>& by);

}  // namespace tarazy
