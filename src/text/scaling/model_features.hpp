#pragma once

#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>

namespace tarazy {

/// What a feature needs to enter a model.
struct FeatureLimits {
    double min_count = 1;           ///< over all documents
    std::size_t min_documents = 1;  ///< in which it stands
};

/// The matrix with the features that reach the limits, documents and features in the order of their names, so that
/// sums, and with them the last digits, do not depend on the order of the rows of a file. Documents that lose all
/// their features stay, without any. O(cells log cells)
[[nodiscard]] DocumentFeatureMatrix model_features(const DocumentFeatureMatrix& matrix, const FeatureLimits& limits);

}  // namespace tarazy
