#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// Who codes which document, for blind double coding: every document has one coder, the given share of them (rounded
/// up, at least one) has two; loads differ by one document at most, and each coder's documents come in a drawn order.
/// `coder,place,doc,double`, sorted by coder and place. The same seed gives the same table whatever the order of
/// documents.
/// @throws UsageError with fewer than two coders, a coder named twice, or no document
[[nodiscard]] Table coding_assignment_table(std::vector<std::string> documents, const std::vector<std::string>& coders,
                                            double double_share, std::uint64_t seed);

}  // namespace tarazy
