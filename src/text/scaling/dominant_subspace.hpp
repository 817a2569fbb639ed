#pragma once

#include "base/work.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarazy {

struct SubspaceOptions {
    std::size_t dimensions = 300;
    std::size_t iterations = 8;  ///< of the subspace, each followed by orthogonalisation
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct DominantSubspace {
    std::size_t dimensions = 0;
    std::vector<double> vectors;          ///< of each feature its coordinates: features x dimensions
    std::vector<double> singular_values;  ///< of the counts, falling
};

/// The first right singular vectors of the document-feature counts X, which are the eigenvectors of the co-occurrence
/// matrix X'X: randomised subspace iteration with ten vectors more than asked for (Halko, Martinsson & Tropp 2011,
/// SIAM Review 53(2): 217-288) and the Rayleigh-Ritz step. Fewer dimensions where documents or features are fewer, or
/// where the counts have no more (singular values below 1e-8 of the first). Same bytes at any number of threads.
/// O(iterations (cells + features dimensions) dimensions); 16 bytes (documents + features) x dimensions
[[nodiscard]] DominantSubspace dominant_subspace(const DocumentFeatureMatrix& matrix, const SubspaceOptions& options);

}  // namespace tarazy
