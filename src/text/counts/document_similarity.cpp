#include "text/counts/document_similarity.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t most_documents = 20000;

/// Of one document.
struct DocumentNorms {
    double features = 0, sum = 0, squares = 0;
};

/// Of two documents.
struct SharedCounts {
    double features = 0, products = 0;
};

double similarity_of(SimilarityMeasure measure, const DocumentNorms& x, const DocumentNorms& y,
                     const SharedCounts& shared, double features) {
    switch (measure) {
        case SimilarityMeasure::cosine: return shared.products / std::sqrt(x.squares * y.squares);
        case SimilarityMeasure::correlation: {
            const double covariance = shared.products - x.sum * y.sum / features;
            const double of_x = x.squares - x.sum * x.sum / features, of_y = y.squares - y.sum * y.sum / features;
            if (!(of_x > 0) || !(of_y > 0)) return std::numeric_limits<double>::quiet_NaN();
            return std::clamp(covariance / std::sqrt(of_x * of_y), -1.0, 1.0);
        }
        case SimilarityMeasure::jaccard: return shared.features / (x.features + y.features - shared.features);
        case SimilarityMeasure::weighted_jaccard: return shared.products / (x.squares + y.squares - shared.products);
        case SimilarityMeasure::dice: return 2 * shared.features / (x.features + y.features);
        case SimilarityMeasure::weighted_dice: return 2 * shared.products / (x.squares + y.squares);
        case SimilarityMeasure::overlap: return shared.features / std::min(x.features, y.features);
    }
    return 0;
}

std::vector<DocumentNorms> document_norms(const DocumentFeatureMatrix& matrix) {
    std::vector<DocumentNorms> norms(matrix.documents.size());
    for (std::size_t d = 0; d < norms.size(); ++d) {
        for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell) {
            norms[d].features += 1;
            norms[d].sum += matrix.count[cell];
            norms[d].squares += matrix.count[cell] * matrix.count[cell];
        }
    }
    return norms;
}

}  // namespace

std::vector<double> document_similarity(const DocumentFeatureMatrix& matrix, const SimilarityOptions& options) {
    const std::size_t n = matrix.documents.size();
    if (n > most_documents)
        throw LimitError(std::to_string(n) + " documents make too many pairs; at most " +
                         std::to_string(most_documents) + " are compared");
    const std::vector<DocumentNorms> norms = document_norms(matrix);
    const auto features = static_cast<double>(matrix.features.size());
    std::vector<double> similarity(n < 2 ? 0 : n * (n - 1) / 2);
    WorkStep step(options.work, "similarity of documents", n);
    parallel_chunks(
        n, 8, options.threads,
        [&](std::size_t begin, std::size_t end) {
            // One document spread out over all features, the others read against it.
            std::vector<double> spread(matrix.features.size(), 0.0);
            for (std::size_t d = begin; d < end; ++d) {
                options.work.check();
                for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell)
                    spread[matrix.feature[cell]] = matrix.count[cell];
                std::size_t place = d * n - d * (d + 1) / 2;
                for (std::size_t other = d + 1; other < n; ++other) {
                    SharedCounts shared;
                    for (std::size_t cell = matrix.row_begin[other]; cell < matrix.row_begin[other + 1]; ++cell) {
                        const double x = spread[matrix.feature[cell]];
                        shared.products += x * matrix.count[cell];
                        shared.features += x > 0 ? 1 : 0;
                    }
                    similarity[place++] = similarity_of(options.measure, norms[d], norms[other], shared, features);
                }
                for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell)
                    spread[matrix.feature[cell]] = 0;
            }
        },
        step);
    return similarity;
}

Table similarity_pairs_table(const DocumentFeatureMatrix& matrix, std::span<const double> similarity,
                             const std::string& measure) {
    std::vector<std::string> a, b;
    for (std::size_t d = 0; d < matrix.documents.size(); ++d) {
        for (std::size_t other = d + 1; other < matrix.documents.size(); ++other) {
            a.push_back(matrix.documents[d]);
            b.push_back(matrix.documents[other]);
        }
    }
    Table table;
    table.add("a", Column(a));
    table.add("b", Column(b));
    table.add(measure, Column(std::vector<double>(similarity.begin(), similarity.end())));
    return table;
}

}  // namespace tarazy
