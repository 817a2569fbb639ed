#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A stretch of a continuum that a coder marked.
struct MarkedStretch {
    std::size_t start = 0, end = 0;  ///< [start, end)
    std::uint32_t value = 0;         ///< place among `UnitizedText::values`
};

/// A continuum (documents one behind another) that several coders cut into stretches; what a coder did not mark is a
/// gap.
struct UnitizedText {
    std::size_t length = 0;
    std::vector<std::string> values;
    std::vector<std::vector<MarkedStretch>> coders;  ///< of each coder, ascending and without overlap
};

struct UnitizingAgreement {
    std::optional<double> u_alpha;                   ///< boundaries and values, gaps included
    std::optional<double> binary_alpha;              ///< marked or not, whatever the value
    std::optional<double> cu_alpha;                  ///< values where two coders or more marked, given that they did
    std::vector<std::optional<double>> value_alpha;  ///< (k)u-alpha: one value, where coders marked
    double marked_by_two = 0;                        ///< length that two coders or more marked, over the length
};

/// The family of alphas for unitising (Krippendorff, Mathet, Bouvry & Widloecher 2016; Krippendorff 2019,
/// Content Analysis, chapter on reliability): observed coincidences are lengths of intersections of the stretches of
/// pairs of coders over m - 1; expected ones exclude the pairing of a stretch with itself, by its squared length, a gap
/// by its length; u_alpha over all values and gaps, binary over marked or not, cu_alpha over intersections of marked
/// stretches, (k)u-alpha over those of one value. No value where nothing varies (the coefficient would be 0/0).
/// @pre two coders or more; stretches ascend, do not overlap and end within the length
/// O(S log S x coders + S x coders + values^2), S the number of stretches
[[nodiscard]] UnitizingAgreement unitizing_agreement(const UnitizedText& text);

}  // namespace tarazy
