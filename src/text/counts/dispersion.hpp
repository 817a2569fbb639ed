#pragma once

#include "text/counts/document_feature_matrix.hpp"

#include <span>
#include <vector>

namespace tarazy {

/// How unevenly each feature is spread over some documents.
struct FeatureDispersion {
    std::vector<double> total;           ///< of each feature in these documents
    std::vector<std::size_t> documents;  ///< how many of them have it
    std::vector<double> dp;              ///< of each feature; NaN where it does not occur
};

/// Gries' deviation of proportions (Gries 2008, International Journal of Corpus Linguistics 13(4):403-437):
/// DP = 1/2 sum over documents of |share of the feature's occurrences - share of all counts|, from 0 (spread as the
/// text is) to nearly 1 (all in one small document). Documents without counts weigh nothing. O(features + cells)
/// @param documents  places in the matrix, each once
[[nodiscard]] FeatureDispersion feature_dispersion(const DocumentFeatureMatrix& matrix,
                                                   std::span<const std::size_t> documents);

}  // namespace tarazy
