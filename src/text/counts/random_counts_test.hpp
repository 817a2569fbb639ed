#pragma once

// For tests only: small random matrices of counts, with ties, zeros, empty documents.

#include "base/random.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cmath>
#include <string>

namespace tarazy::testing_counts {

inline DocumentFeatureMatrix random_counts(std::size_t documents, std::size_t features, std::uint64_t seed,
                                           double filled = 0.4) {
    Random random(seed, "counts of a test", documents * 1000 + features);
    DocumentFeatureMatrix matrix;
    for (std::size_t f = 0; f < features; ++f) matrix.features.push_back("w" + std::to_string(f));
    for (std::size_t d = 0; d < documents; ++d) {
        matrix.documents.push_back("d" + std::to_string(d));
        for (std::size_t f = 0; f < features; ++f) {
            if (random.uniform() > filled) continue;
            matrix.feature.push_back(static_cast<std::uint32_t>(f));
            matrix.count.push_back(1 + std::floor(4 * random.uniform()));
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

/// The count of a cell, found the slow way.
inline double count_of(const DocumentFeatureMatrix& matrix, std::size_t document, std::size_t feature) {
    for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
        if (matrix.feature[cell] == feature) return matrix.count[cell];
    }
    return 0;
}

}  // namespace tarazy::testing_counts
