#pragma once

#include "cli/command.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/tokens/tokenise.hpp"

#include <string>

namespace tarazy {

/// What the options of a command on texts say of its input.
struct TextInput {
    std::string path;  ///< table doc_id,text,..., folder of .txt files, one .txt file, or table doc_id,feature,n
    CorpusColumns columns;
    std::string rules = "unicode";  ///< --tokens
    bool keep_case = true;          ///< a command may choose what its default is before the options are added
    TokenOptions tokens;            ///< as the options say, once `settle_text_input` was called
};

/// The input and its columns, for commands that need the texts only.
void add_corpus_options(CLI::App& app, TextInput& input);
/// The same, and how the texts are cut: --tokens, --lower or --keep-case, --remove-punct, --remove-numbers,
/// --remove-symbols.
void add_token_options(CLI::App& app, TextInput& input);

/// Is the input a table of counts (columns feature and n, none of texts)?
[[nodiscard]] bool is_count_table(const Table& table, const TextInput& input);

/// Texts: a table with a column of texts, a folder of .txt files (ids are their paths without ending, in the order of
/// their names), or one such file. @throws InputError, FileError
[[nodiscard]] Corpus read_corpus_input(Session& session, const TextInput& input);

/// Tokens of those texts.
[[nodiscard]] Tokens read_tokens_input(Session& session, const TextInput& input);

/// Counts of the features of those texts, or the counts that the table `doc_id,feature,n` gives.
[[nodiscard]] DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input);

}  // namespace tarazy
