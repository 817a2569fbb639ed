#pragma once

#include "cli/command.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/tokens/tokenise.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What the options of a command on texts say of its input.
struct TextInput {
    std::string path;  ///< table doc_id,text,..., folder of .txt files, one .txt file, or table doc_id,feature,n
    CorpusColumns columns;
    std::string rules = "unicode";  ///< --tokens
    bool keep_case = true;          ///< a command may choose what its default is before the options are added
    std::string language_column = "language";  ///< column of the language of each document, where there is one
    std::string stop_words, entities;          ///< files with a word or name a line
    TokenOptions tokens;
};

/// The input and its columns, for commands that need the texts only.
void add_corpus_options(CLI::App& app, TextInput& input);
/// The same, and how the texts are cut: --tokens, --lower or --keep-case, --remove-punct, --remove-numbers,
/// --remove-symbols, --stop-words, --ngrams and more.
void add_token_options(CLI::App& app, TextInput& input);

/// Is the input a table of counts (columns feature and n, none of texts)?
[[nodiscard]] bool is_count_table(const Table& table, const TextInput& input);

/// Texts: a table with a column of texts, a folder of .txt files (ids are their paths without ending, in the order of
/// their names), or one such file. @throws InputError, FileError
[[nodiscard]] Corpus read_corpus_input(Session& session, const TextInput& input);

/// Tokens, and what is known of their documents.
struct TextTokens {
    Tokens tokens;
    std::vector<std::string> languages;  ///< of each document; empty when there is no column of languages
    Table metadata;                      ///< the other columns, a row a document
};
[[nodiscard]] TextTokens read_text_tokens(Session& session, const TextInput& input);

/// Counts, and what is known of their documents unless the input is a table of counts.
struct TextFeatures {
    DocumentFeatureMatrix matrix;
    std::optional<Table> metadata;
};
[[nodiscard]] TextFeatures read_text_features(Session& session, const TextInput& input);
/// The same of a table that has been read.
[[nodiscard]] TextFeatures text_features(Session& session, const Table& table, const TextInput& input);

/// Tokens of those texts.
[[nodiscard]] Tokens read_tokens_input(Session& session, const TextInput& input);

/// Counts of the features of those texts, or the counts that the table `doc_id,feature,n` gives.
[[nodiscard]] DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input);

}  // namespace tarazy
