#include "text/counts/document_similarity.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

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

/// Of each feature the documents that have it, in their order.
struct FeatureHolders {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> document;
    std::vector<double> count;
};

FeatureHolders feature_holders(const DocumentFeatureMatrix& matrix) {
    FeatureHolders found{std::vector<std::size_t>(matrix.features.size() + 1, 0),
                         std::vector<std::uint32_t>(matrix.cells()), std::vector<double>(matrix.cells())};
    for (const std::uint32_t feature : matrix.feature) ++found.begin[feature + 1];
    std::partial_sum(found.begin.begin(), found.begin.end(), found.begin.begin());
    std::vector<std::size_t> next(found.begin.begin(), found.begin.end() - 1);
    for (std::size_t d = 0; d < matrix.documents.size(); ++d) {
        for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell) {
            const std::size_t place = next[matrix.feature[cell]]++;
            found.document[place] = static_cast<std::uint32_t>(d);
            found.count[place] = matrix.count[cell];
        }
    }
    return found;
}

/// What a document shares with each behind it: only documents that have one of its features are looked at.
void add_shared_counts(const DocumentFeatureMatrix& matrix, const FeatureHolders& holders, std::size_t d,
                       std::vector<SharedCounts>& shared) {
    for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell) {
        const std::uint32_t feature = matrix.feature[cell];
        const auto first = holders.document.begin();
        const auto behind = std::upper_bound(first + static_cast<std::ptrdiff_t>(holders.begin[feature]),
                                             first + static_cast<std::ptrdiff_t>(holders.begin[feature + 1]),
                                             static_cast<std::uint32_t>(d));
        for (auto k = static_cast<std::size_t>(behind - first); k < holders.begin[feature + 1]; ++k) {
            SharedCounts& both = shared[holders.document[k]];
            both.features += 1;
            both.products += matrix.count[cell] * holders.count[k];
        }
    }
}

}  // namespace

std::vector<double> document_similarity(const DocumentFeatureMatrix& matrix, const DocumentSimilarityOptions& options) {
    const std::size_t n = matrix.documents.size();
    if (n > most_documents)
        throw LimitError(std::to_string(n) + " documents make too many pairs; at most " +
                         std::to_string(most_documents) + " are compared");
    const std::vector<DocumentNorms> norms = document_norms(matrix);
    const auto features = static_cast<double>(matrix.features.size());
    std::vector<double> similarity(n < 2 ? 0 : n * (n - 1) / 2);
    WorkStep step(options.work, "similarity of documents", n);
    const FeatureHolders holders = feature_holders(matrix);
    parallel_chunks(
        n, 8, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<SharedCounts> shared(n);
            for (std::size_t d = begin; d < end; ++d) {
                options.work.check();
                add_shared_counts(matrix, holders, d, shared);
                std::size_t place = d * n - d * (d + 1) / 2;
                for (std::size_t other = d + 1; other < n; ++other) {
                    similarity[place++] = similarity_of(options.measure, norms[d], norms[other],
                                                        std::exchange(shared[other], {}), features);
                }
            }
        },
        step);
    return similarity;
}

Table similarity_pairs_table(const DocumentFeatureMatrix& matrix, std::span<const double> similarity,
                             const std::string& measure) {
    const std::size_t n = matrix.documents.size();
    TextCells a, b;
    if (n > 1) {
        a.levels.assign(matrix.documents.begin(), matrix.documents.end() - 1);
        b.levels.assign(matrix.documents.begin() + 1, matrix.documents.end());
    }
    a.codes.reserve(similarity.size());
    b.codes.reserve(similarity.size());
    for (std::size_t d = 0; d < n; ++d) {
        for (std::size_t other = d + 1; other < n; ++other) {
            a.codes.push_back(static_cast<std::int32_t>(d));
            b.codes.push_back(static_cast<std::int32_t>(other - 1));
        }
    }
    Table table;
    table.add("a", Column(std::move(a)));
    table.add("b", Column(std::move(b)));
    table.add(measure, Column(std::vector<double>(similarity.begin(), similarity.end())));
    return table;
}

}  // namespace tarazy
