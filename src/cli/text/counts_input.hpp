#pragma once

#include "cli/text/text_input.hpp"

#include <string>

namespace tarazy {

/// The input of a command that counts, and what is known of its documents.
struct CountsInput {
    TextInput text;
    std::string documents;  ///< table with a row a document; empty: the columns beside the texts
};

struct DescribedFeatures {
    DocumentFeatureMatrix matrix;
    Table metadata;  ///< a row a document of the matrix, in its order; the column of ids first
};

/// Options of reading texts, and --documents. Words are lowered, and punctuation is dropped where the command has said
/// so in `input.text.tokens`, unless --keep-punct.
void add_counts_options(CLI::App& app, CountsInput& input);

/// @throws InputError  --documents lacks a document, or has it twice
[[nodiscard]] DescribedFeatures read_described_features(Session& session, const CountsInput& input);
/// The same of a table that has been read.
[[nodiscard]] DescribedFeatures described_features(Session& session, const CountsInput& input, const Table& table);

/// What is known of the documents: the rows of --documents, else the columns that stood beside the texts, else their
/// ids alone. @throws as above
[[nodiscard]] Table described_documents(Session& session, const CountsInput& input,
                                        const std::vector<std::string>& documents, const Table& beside_texts);

/// The rows of a table with the column of ids, one for each of these documents in their order.
[[nodiscard]] Table rows_of_documents(const Table& table, const std::string& id,
                                      const std::vector<std::string>& documents);

/// By type: tokens of nothing but punctuation or symbols, which keep their place and stand in no pair or sequence.
[[nodiscard]] std::vector<bool> marks_among(const std::vector<std::string>& types);

}  // namespace tarazy
