#pragma once

#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct CorrectedTrendOptions {
    int first = 0, last = 0;       ///< years
    int period = 5;                ///< years that are taken together; the first period may have fewer
    std::size_t least_coded = 10;  ///< with fewer sentences coded by hand a period's share is unknown
};

/// How shares of codes change, as a dictionary finds them and corrected by a random sample that people coded.
///
/// Every sentence has z = l f + R / pi (Y - l f): f is the dictionary's code, Y the person's, R = 1 where there is one,
/// pi the probability of being drawn. The mean of z is right whatever f and l are (Egami, Hinck, Stewart & Wei 2023);
/// l, from 0 to 1, is the one with the least variance of that mean over all years (as in Angelopoulos, Duchi & Zrnic
/// 2024, section 6): -cov(R Y / pi, b) / var(b), b = f (1 - R / pi). A period has too few hand codes to find its own l,
/// and borrows this one.
/// Share of a period: mean of z over its N sentences, variance s^2 / N. s^2 is that of the period or that of all years,
/// whichever is larger: where a small sample met no error of the dictionary, its own variance would say that there is
/// none. Normal intervals.
/// Slope: least squares of z on the year, over sentences; variance with the sentences of a document together (Liang &
/// Zeger 1986, times D/(D - 1)), Student's t with D - 2 degrees, D documents. It uses the whole sample at once
/// and is much surer than two periods set side by side.
struct CorrectedTrend {
    /// `period,first,last,code,sentences,coded,machine,corrected,se,lower,upper,q05,q10,q50,q90,q95`: the period is
    /// written `1995-1999`, one year `1995`; lower and upper 95 %; corrected is missing where too few are coded.
    Table periods;
    /// `window,code,sentences,coded,documents,lambda,machine_slope,slope,se,lower,upper,q05,q10,q50,q90,q95`: change of
    /// the share in ten years.
    Table slopes;
    std::vector<std::string> notes;  ///< periods of which too few sentences are coded
};

/// Periods of so many years that end with the last one; the first may be shorter. Ends included.
[[nodiscard]] std::vector<std::pair<int, int>> trend_periods(int first, int last, int years);

/// @param coded  all sentences of one group, with the dictionary's codes
/// @param hand   as `read_hand_codings` reads it
/// @throws InputError as `read_hand_codings` does
/// O(sentences x codes)
[[nodiscard]] CorrectedTrend corrected_trend(const CodedDocuments& coded, const Table& hand,
                                             const CorrectedTrendOptions& options);

}  // namespace tarazy
