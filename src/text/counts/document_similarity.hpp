#pragma once

#include "base/work.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// How alike two documents are by their counts x, y over all F features. NaN where not defined (an empty document).
enum class SimilarityMeasure {
    cosine,            ///< sum xy/sqrt(sum x^2 sum y^2)
    correlation,       ///< of Pearson, zeros of all features of the matrix included
    jaccard,           ///< features in both over features in either
    weighted_jaccard,  ///< sum xy/(sum x^2 + sum y^2 - sum xy)
    dice,              ///< 2 features in both over the features of one and of the other
    weighted_dice,     ///< 2 sum xy/(sum x^2 + sum y^2)
    overlap            ///< features in both over those of the document that has fewer
};

struct DocumentSimilarityOptions {
    SimilarityMeasure measure = SimilarityMeasure::cosine;
    unsigned threads = 0;
    Work work = {};
};

/// Row by row of the upper triangle: (0,1), (0,2), ..., (1,2), ... O(the sum over features of their
/// documents squared, at most documents x cells), memory O(documents^2) and 12 bytes a cell.
/// @throws LimitError  more than 20,000 documents
[[nodiscard]] std::vector<double> document_similarity(const DocumentFeatureMatrix& matrix,
                                                      const DocumentSimilarityOptions& options = {});

/// `a,b,<measure>`, a row a pair.
[[nodiscard]] Table similarity_pairs_table(const DocumentFeatureMatrix& matrix, std::span<const double> similarity,
                                           const std::string& measure);

}  // namespace tarazy
