#pragma once

#include "text/reliability/coded_units.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Units that were coded alike stand together, so that a resample is a weight for each pattern.
struct CodedPatterns {
    struct Pattern {
        std::vector<std::int32_t> code;                        ///< of each coder; -1 none
        std::vector<std::pair<std::uint32_t, double>> counts;  ///< code and how many coders gave it, ascending
        double values = 0;                                     ///< coders who gave one
        double units = 0;                                      ///< units of this pattern
    };
    std::vector<Pattern> patterns;
    std::vector<std::uint32_t> of_unit;  ///< pattern of each unit that has a value
    std::size_t pairable = 0;            ///< units with two values or more
    std::size_t dropped = 0;             ///< units with fewer
};

/// @throws InputError when no unit has two values
[[nodiscard]] CodedPatterns coded_patterns(const CodedUnits& coded, const std::string& path);

/// Agreement coefficients of one set of weights; empty where a coefficient is not defined (nothing varies, or it is for
/// other data).
struct Agreement {
    /// Share of agreeing pairs of coders in a unit, averaged over units with two values or more, in percent.
    std::optional<double> percent;
    /// Cohen (1960), two coders, units with both values; weighted (Cohen 1968) with weights |i - j| and (i - j)^2 over
    /// ranks at ordinal level and over the numbers above it.
    std::optional<double> cohen, cohen_linear, cohen_squared;
    /// Conger (1980), more than two coders, complete data: chance from each coder's own margin.
    std::optional<double> conger;
    /// Fleiss (1971); with missing values its extension by Gwet (2014): margins from all units with a value.
    std::optional<double> fleiss;
    /// Krippendorff (2011): 1 - (n - 1) sum o_ck d_ck / sum n_c n_k d_ck over the coincidence matrix, in which a pair
    /// of values of a unit with m of them weighs 1 / (m - 1).
    std::optional<double> alpha;
    /// Gwet (2008), nominal: chance sum p_c (1 - p_c) / (q - 1) over q codes.
    std::optional<double> ac1;
    /// Krippendorff's alpha of each code against all others, nominal.
    std::vector<std::optional<double>> code_alpha;
};

/// @param weights  of each pattern: how often its units count
/// @param per_code  compute `code_alpha`
/// O(patterns x coders + codes); at ratio level O(codes^2)
[[nodiscard]] Agreement agreement(const CodedUnits& coded, const CodedPatterns& patterns,
                                  std::span<const double> weights, MeasurementLevel level, bool per_code);

/// Standard error of AC1 over units (Gwet 2008; no finite population). No value when AC1 has none or there is
/// one unit.
[[nodiscard]] std::optional<double> ac1_standard_error(const CodedUnits& coded, const CodedPatterns& patterns);

}  // namespace tarazy
