#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/scaling/dominant_subspace.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A word whose polarity is known beforehand.
struct PolaritySeed {
    std::string pattern;        ///< a feature; `*` at its end stands for any ending
    double weight = 0;          ///< above 0 on the one side, below on the other
    std::string language = {};  ///< of the texts in which it is a seed; empty: of all
};

/// Seeds from a table `feature,weight` and perhaps `language`. @throws InputError with every row that lacks one of the
/// two
[[nodiscard]] std::vector<PolaritySeed> read_polarity_seeds(const Table& table);

struct SemanticScalingOptions {
    std::vector<PolaritySeed> seeds = {};
    std::size_t dimensions = 300;
    bool standardise = true;  ///< documents with mean 0 and standard deviation 1
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct SemanticScaling {
    std::vector<double> polarity;     ///< of each feature
    std::vector<double> seed_weight;  ///< of each feature; 0 for those that are no seeds
    struct Document {
        std::optional<double> fit, se;  ///< none without words; se none with one
        double tokens = 0;
    };
    std::vector<Document> documents;
    std::size_t dimensions = 0;
    double mean = 0, spread = 1;  ///< of the documents before they were standardised; a fit is (y - mean)/spread
    DominantSubspace space;       ///< of the words
    std::vector<std::string> notes;
};

/// Latent semantic scaling (Watanabe 2021, Communication Methods and Measures 15: 81-102). Words are points in the
/// space of the first right singular vectors of `contexts` (sentences, best: words that stand together lie near one
/// another), which are the eigenvectors of the feature co-occurrence matrix. The polarity of a word is the weighted sum
/// of its cosines to the seeds, g_f = sum_s w_s cos(v_s, v_f); weights of each side are divided by their sum over the
/// seeds found, so that the sides weigh alike. A document is y = sum_f g_f n_f / N over its words, with the standard
/// error sqrt(sum_f n_f (g_f - y)^2 / N) / sqrt(N).
/// @param contexts, documents  with the same features in the same order
/// @throws InputError  no seed found on one of the sides (a seed that fits nothing is a note), or documents that all
///         score the same while they are to be standardised
/// O(iterations cells dimensions + features seeds dimensions)
[[nodiscard]] SemanticScaling semantic_scaling(const DocumentFeatureMatrix& contexts,
                                               const DocumentFeatureMatrix& documents,
                                               const SemanticScalingOptions& options);

/// `doc_id,fit,se,lwr,upr,tokens`: the interval of 95 %.
[[nodiscard]] Table semantic_document_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling);
/// The words nearest to some words, by the cosine in the space: `word,rank,feature,cosine`. Words without a direction
/// (of no context) are left out.
/// @param patterns  features; `*` at their end stands for any ending
/// @throws InputError with every pattern that fits no feature. O(words found x features x dimensions)
[[nodiscard]] Table nearest_word_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling,
                                       const std::vector<std::string>& patterns, std::size_t most);
/// `feature,polarity,n,seed`: seed is its weight, empty for other words.
[[nodiscard]] Table semantic_word_table(const DocumentFeatureMatrix& documents, const SemanticScaling& scaling);

}  // namespace tarazy
