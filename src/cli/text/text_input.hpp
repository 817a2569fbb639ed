#pragma once

#include "cli/command.hpp"
#include "text/corpus/language.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/lemmas/lemmatised_tokens.hpp"
#include "text/tokens/tokenise.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What the options of a command on texts say of its input.
struct TextInput {
    std::string path;  ///< table doc_id,text,..., folder of .txt files, one .txt file, database that `text build`
                       ///< wrote (.db), or table doc_id,feature,n
    CorpusColumns columns;
    std::string rules = "unicode";  ///< --tokens
    bool keep_case = true;          ///< a command may choose what its default is before the options are added
    std::string language_column = "language";  ///< column of the language of each document, where there is one
    std::string stop_words, entities;          ///< files with a word or name a line
    TokenOptions tokens;
    bool lemmas = false;                   ///< --lemmas
    std::string language;                  ///< --language: auto, kk, ru, en, zh; empty = not said
    std::string kazakh, russian, english;  ///< --dictionary-kk, ...: paths without endings; empty = the usual ones
};

/// The input and its columns, for commands that need the texts only.
void add_corpus_options(CLI::App& app, TextInput& input);
/// The same, and how the texts are cut: --tokens, --lower or --keep-case, --remove-punct, --remove-numbers,
/// --remove-symbols, --stop-words, --ngrams and more; --lemmas, --language and where the dictionaries are.
void add_token_options(CLI::App& app, TextInput& input);

/// Is the input a table, not a folder of texts, a text or a database?
[[nodiscard]] bool is_table_input(const TextInput& input);
/// Is the input a table of counts (columns feature and n, none of texts)?
[[nodiscard]] bool is_count_table(const Table& table, const TextInput& input);

/// What the input holds, read once, whatever it turns out to be.
struct OpenedInput {
    std::optional<Table> counts = std::nullopt;  ///< a table of counts; then there are no texts
    Corpus corpus = {};
    std::vector<std::vector<LanguageSegment>> segments = {};  ///< of language, where the input has them
};
[[nodiscard]] OpenedInput open_text_input(Session& session, const TextInput& input);

/// Texts: a table with a column of texts, a folder of .txt files (ids are their paths without ending, in the order of
/// their names), one such file, or a database (its metadata begin with `language` and end with `pages,format,encoding,
/// file`, as in the table that `text build` writes). @throws InputError, FileError
[[nodiscard]] Corpus read_corpus_input(Session& session, const TextInput& input);
/// A table with a row a document, or a database as such a table: doc_id,text and the columns above.
[[nodiscard]] Table read_document_table(Session& session, const std::string& path);

/// The names of --entities.
[[nodiscard]] std::vector<std::string> entities_of_input(Session& session, const TextInput& input);
/// Where the dictionaries of lemmas are.
[[nodiscard]] LemmaSources lemma_sources(const TextInput& input);
/// Notes in which languages the tokens are, and how many lemmas are guesses.
void tell_of_lemmas(Session& session, const LemmatisedTokens& lemmatised);

/// Tokens, and what is known of them and of their documents.
struct TextTokens {
    Tokens tokens;                      ///< as written, also with --lemmas
    std::optional<TokenLemmas> lemmas;  ///< with --lemmas
    LanguagesOfTokens languages;        ///< not known without --lemmas, --language, a column of languages or need
    Table metadata;                     ///< the other columns, a row a document
};
/// @param need_languages  find the languages of segments even if nobody has asked for them
[[nodiscard]] TextTokens read_text_tokens(Session& session, const TextInput& input, bool need_languages = false);
/// The same of an input that is open; it is used up. @pre it holds texts
[[nodiscard]] TextTokens opened_text_tokens(Session& session, const TextInput& input, OpenedInput opened,
                                            bool need_languages = false);

/// Counts (of lemmas with --lemmas), and what is known of their documents unless the input is a table of counts.
struct TextFeatures {
    DocumentFeatureMatrix matrix;
    std::optional<Table> metadata;
};
[[nodiscard]] TextFeatures read_text_features(Session& session, const TextInput& input);
/// The same of an input that is open; it is used up.
[[nodiscard]] TextFeatures opened_text_features(Session& session, const TextInput& input, OpenedInput opened);
/// The same of a table that has been read.
[[nodiscard]] TextFeatures text_features(Session& session, const Table& table, const TextInput& input);

/// Tokens of those texts; with --lemmas the lemmas in their place.
[[nodiscard]] Tokens read_tokens_input(Session& session, const TextInput& input);
/// The same of an input that is open; it is used up. @pre it holds texts
[[nodiscard]] Tokens opened_tokens(Session& session, const TextInput& input, OpenedInput opened);

/// Counts of the features of those texts, or the counts that the table `doc_id,feature,n` gives.
[[nodiscard]] DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input);

}  // namespace tarazy
