#pragma once

#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace tarazy {

/// Which features stay.
struct FeatureTrim {
    double least_count = 0;  ///< over all documents
    std::size_t least_documents = 0;
    std::optional<std::size_t> most_documents = {};
};

/// The matrix with those features only; documents stay, also those that are left without any. O(cells)
[[nodiscard]] DocumentFeatureMatrix trimmed_features(const DocumentFeatureMatrix& matrix, const FeatureTrim& trim);

/// Documents of one group as one, the sum of their counts; groups in the order in which they first appear.
/// @pre a group a document. O(cells log cells)
[[nodiscard]] DocumentFeatureMatrix grouped_documents(const DocumentFeatureMatrix& matrix,
                                                      std::span<const std::string> groups);

/// Counts as shares of all counts of their document.
[[nodiscard]] DocumentFeatureMatrix proportional_counts(const DocumentFeatureMatrix& matrix);

/// Count x log10(N / d): N documents, d of which have the feature (Sparck Jones 1972; Salton & Buckley 1988), with
/// logarithms of base 10. A feature of every document weighs nothing and has no cell.
[[nodiscard]] DocumentFeatureMatrix tf_idf(const DocumentFeatureMatrix& matrix);

}  // namespace tarazy
