#pragma once

#include "table/table.hpp"
#include "text/tokens/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// How often each feature (a word, a lemma, a code) occurs in each document; what is not stored is zero.
struct DocumentFeatureMatrix {
    std::vector<std::string> documents;  ///< also those without any feature
    std::vector<std::string> features;
    std::vector<std::size_t> row_begin = {0};  ///< where the cells of each document begin; one more than documents
    std::vector<std::uint32_t> feature;        ///< of each cell; increasing within a document
    std::vector<double> count;                 ///< of each cell; above zero

    [[nodiscard]] std::size_t cells() const noexcept { return feature.size(); }
    /// All counts of a document together.
    [[nodiscard]] double document_total(std::size_t document) const;
    /// Of each feature over all documents.
    [[nodiscard]] std::vector<double> feature_totals() const;
};

/// Counts the types of each document; features in the order of the types. O(tokens + cells log cells of a document)
[[nodiscard]] DocumentFeatureMatrix document_feature_matrix(const Tokens& tokens);

/// From a table `doc_id,feature,n` (n: whole or real, not negative; a zero names document and feature and no more).
/// Documents and features in the order in which they appear.
/// @throws InputError with every faulty row: an empty name, no count, a negative one, the same cell twice
[[nodiscard]] DocumentFeatureMatrix read_document_feature_matrix(const Table& table);

/// The table `doc_id,feature,n`, document after document; whole counts as integers.
[[nodiscard]] Table document_feature_table(const DocumentFeatureMatrix& matrix);

}  // namespace tarazy
