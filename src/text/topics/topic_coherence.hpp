#pragma once

#include "text/counts/document_feature_matrix.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// Do the words of a topic stand in the same documents? Mean over pairs of words of the normalised pointwise mutual
/// information, log(p_ab / (p_a p_b)) / -log p_ab with p the share of documents that hold the words (Bouma 2009;
/// Lau, Newman & Baldwin 2014): -1 for words that never meet, 0 for independent ones, 1 for words of the same
/// documents. A pair that stands in all documents says nothing and counts 0. None for fewer than two words.
/// @param words  numbers of features. O(cells + words^2 documents / 64)
[[nodiscard]] std::optional<double> npmi_coherence(const DocumentFeatureMatrix& matrix,
                                                   const std::vector<std::uint32_t>& words);

}  // namespace tarazy
