#pragma once

#include "base/random.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/tokens/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// Counts sentence by sentence, in the features and the order of documents of a model.
struct SentenceCounts {
    DocumentFeatureMatrix model;  ///< whose documents and features they are
    DocumentFeatureMatrix sentences;
    std::vector<std::size_t> first = {0};  ///< where each document's sentences begin; one more than documents
};

/// The sentences (sentence_units.hpp) of the documents of a model that was counted from the same tokens; words that
/// the model has not are left out. @pre every document of the model is one of the tokens. O(tokens + cells log cells)
[[nodiscard]] SentenceCounts sentence_counts(const Tokens& tokens, const DocumentFeatureMatrix& model);

/// Some of the documents alone, with the features that they have. @param documents  places in the model, ascending.
/// O(cells)
[[nodiscard]] SentenceCounts selected_sentences(const SentenceCounts& counts, std::span<const std::size_t> documents);

/// Each document made anew of as many of its sentences, drawn with replacement. O(cells)
[[nodiscard]] DocumentFeatureMatrix resampled_sentences(const SentenceCounts& counts, Random& random);

}  // namespace tarazy
