#pragma once

namespace tarazy {

/// How often something occurs in two groups, and how much else there is.
struct TwoByTwo {
    double a = 0;  ///< the thing in the target
    double b = 0;  ///< the thing in the reference
    double c = 0;  ///< all else in the target
    double d = 0;  ///< all else in the reference

    [[nodiscard]] double total() const { return a + b + c + d; }
    /// Of the thing in the target, were it equally frequent in both: (a + b)(a + c)/N.
    [[nodiscard]] double expected() const { return (a + b) * (a + c) / total(); }
};

/// When half a count is taken off the deviation in chi-square (Yates 1934).
enum class YatesCorrection {
    none,
    always,
    conditional,  ///< only where an expected count is below 5 and |ad - bc| is at least N/2
};

// Each is NaN where a margin is zero, except as said.

/// N (|ad - bc| - Y N/2)^2/((a+b)(c+d)(a+c)(b+d)), Pearson (1900), Yates (1934); with the sign of a - expected. The
/// correction takes no more than the whole deviation.
[[nodiscard]] double signed_chi_square(const TwoByTwo& table, YatesCorrection yates);

/// G2 = 2 sum O ln(O/E), 0 ln 0 = 0 (Dunning 1993, Computational Linguistics 19(1):61-74), with the sign of
/// a - expected.
[[nodiscard]] double signed_g2(const TwoByTwo& table);

/// Williams' divisor of G2 (Williams 1976, Biometrika 63:33-37): 1 + (N/(a+b) + N/(c+d) - 1)(N/(a+c) + N/(b+d) -
/// 1)/(6N).
[[nodiscard]] double williams_q(const TwoByTwo& table);

/// ln(a N/((a+b)(a+c))) (Church & Hanks 1990), natural logarithm; -infinity is given as NaN.
[[nodiscard]] double pointwise_information(const TwoByTwo& table);

/// log2 of the ratio of relative frequencies, (a/(a+c))/(b/(b+d)); +.5 to a and b where either is zero (Hardie 2014).
[[nodiscard]] double log_ratio(const TwoByTwo& table);

/// ad/(bc); with +.5 to all four where one is zero (Haldane 1956).
[[nodiscard]] double odds_ratio(const TwoByTwo& table);

}  // namespace tarazy
