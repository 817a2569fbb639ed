#pragma once

#include "trace/breaks/segment_cost.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tarazy {

/// What a change costs. A segmentation with segments of m_1, ..., m_{k+1} observations pays k per_change, and the sum
/// of log m_j when `length_term`.
struct Penalty {
    std::string name;       ///< mbic, bic, aic, hq or manual
    double per_change = 0;  ///< not negative
    bool length_term = false;
};

/// With p parameters a segment (`parameters_of`) and n observations: bic (p + 1) log n (Schwarz 1978), aic 2 (p + 1)
/// (Akaike 1974), hq 2 (p + 1) log log n (Hannan & Quinn 1979), mbic (p + 2) log n with the length term (Zhang &
/// Siegmund 2007), or a number without it. The change point counts as a parameter.
/// @throws UsageError  for another word, or a number below 0
[[nodiscard]] Penalty penalty_named(std::string_view text, ChangeStatistic statistic, std::size_t n);

}  // namespace tarazy
