#pragma once

#include "study/method.hpp"

#include <optional>

namespace tarazy {

/// What raw agreement and ideal points both say of the same votes (and what several analyses of the same ties say): the
/// pole that is nearest in most years, to which of two poles the state is nearer on average, and whether it came nearer
/// to a pole. For align.shares and align.ideal-points.
[[nodiscard]] std::optional<SharedMeasure> measure_of_shares(const AnalysisPlan& plan, const Claim& claim);

}  // namespace tarazy
