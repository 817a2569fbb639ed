#include "cli/text/text_input.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "text/corpus/corpus_store.hpp"
#include "text/tokens/entity_names.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// The words of a file with one a line.
std::vector<std::string> words_of_file(Session& session, const std::string& path, const std::string& option) {
    if (path.empty()) return {};
    const FileBytes bytes = FileBytes::of_file(path, session.work);
    DecodedText decoded;
    decode_text(bytes.view(), path, session.reading.encoding, decoded);
    std::vector<std::string> words = names_of_lines(decoded.text);
    if (words.empty()) throw InputError({path, 0, 0, "there is no word for " + option, "write a word a line"});
    session.inputs.push_back({path, sha256_hex(bytes.view()), words.size(), {}});
    return words;
}

TokenOptions settled_tokens(Session& session, const TextInput& input) {
    TokenOptions options = input.tokens;
    options.stop_words = words_of_file(session, input.stop_words, "--stop-words");
    options.entities = words_of_file(session, input.entities, "--entities");
    options.rules = input.rules == "quanteda" ? TokenRules::quanteda : TokenRules::unicode;
    options.lower = !input.keep_case;
    options.threads = session.threads;
    return options;
}

/// The text of one file, in UTF-8.
std::string document_text(Session& session, const fs::path& file) {
    const FileBytes bytes = FileBytes::of_file(file.string(), session.work);
    DecodedText decoded;
    decode_text(bytes.view(), file.string(), session.reading.encoding, decoded);
    if (decoded.assumed && decoded.encoding != "UTF-8") note(session, file.string() + ": read as " + decoded.encoding);
    session.inputs.push_back({file.string(), sha256_hex(bytes.view()), 1, {}});
    return std::string(decoded.text);
}

std::vector<fs::path> text_files(const std::string& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->is_regular_file(failed) && at->path().extension() == ".txt") files.push_back(at->path());
    }
    if (failed) throw FileError(folder + ": cannot be read (" + failed.message() + ")");
    // By the bytes of the name, so that the order is the same everywhere.
    std::ranges::sort(files, {}, [](const fs::path& file) { return file.generic_string(); });
    return files;
}

Corpus corpus_of_files(Session& session, const std::vector<fs::path>& files, const fs::path& folder) {
    Corpus corpus;
    corpus.metadata.origin.path = folder.string();
    std::size_t empty = 0;
    for (const fs::path& file : files) {
        session.work.check();
        corpus.ids.push_back(file.lexically_relative(folder).replace_extension().generic_string());
        corpus.texts.push_back(document_text(session, file));
        empty += corpus.texts.back().empty() ? 1 : 0;
    }
    if (empty > 0) warn(session, std::to_string(empty) + (empty == 1 ? " file is" : " files are") + " empty");
    return corpus;
}

/// Documents that lie in files of their own, if the input names such.
std::optional<Corpus> corpus_of_folder(Session& session, const std::string& path) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) {
        if (fs::path(path).extension() != ".txt") return std::nullopt;
        return corpus_of_files(session, {fs::path(path)}, fs::path(path).parent_path());
    }
    const std::vector<fs::path> files = text_files(path);
    if (files.empty())
        throw InputError({path, 0, 0, "there is no .txt file in the folder",
                          "give a folder of .txt files, or a table with the columns doc_id,text"});
    return corpus_of_files(session, files, fs::path(path));
}

/// Columns as in the table that `text build` writes.
OpenedInput corpus_of_store(Session& session, const std::string& path) {
    StoredCorpus stored = read_corpus_store(path);
    session.inputs.push_back({path, sha256_file(path), stored.corpus.size(), {}});
    Table metadata;
    metadata.origin = stored.corpus.metadata.origin;
    metadata.add("language", stored.sources["language"]);
    for (const Table* part : {&stored.corpus.metadata, &stored.sources}) {
        for (std::size_t column = 0; column < part->columns.size(); ++column)
            if (!metadata.find(part->names[column])) metadata.add(part->names[column], part->columns[column]);
    }
    stored.corpus.metadata = std::move(metadata);
    return {std::nullopt, std::move(stored.corpus), std::move(stored.languages)};
}

Corpus corpus_of_table(Session& session, const Table& table, const TextInput& input) {
    std::vector<std::string> warnings;
    Corpus corpus = read_corpus(table, input.columns, warnings);
    for (const std::string& warning : warnings) warn(session, warning);
    if (!table.find(input.columns.id))
        note(session, "there is no column '" + input.columns.id +
                          "': documents are called text1, text2, ..; --id names the column that has their ids");
    return corpus;
}

/// Documents that are no table.
std::optional<OpenedInput> corpus_of_files_or_store(Session& session, const TextInput& input) {
    if (is_corpus_store_name(input.path)) return corpus_of_store(session, input.path);
    std::optional<Corpus> corpus = corpus_of_folder(session, input.path);
    if (!corpus) return std::nullopt;
    return OpenedInput{std::nullopt, std::move(*corpus)};
}

OpenedInput read_texts(Session& session, const TextInput& input) {
    std::optional<OpenedInput> read = corpus_of_files_or_store(session, input);
    if (read) return std::move(*read);
    return {std::nullopt, corpus_of_table(session, read_input(session, input.path), input)};
}

/// What the input says of the language of each document; nothing without a column of languages.
std::vector<std::string> stated_languages(const Table& metadata, const TextInput& input) {
    std::vector<std::string> stated;
    if (metadata.find(input.language_column)) {
        for (const std::string& language : require_texts(metadata, input.language_column))
            stated.push_back(language_name(language));
    } else if (input.language_column != TextInput{}.language_column) {
        (void)require_column(metadata, input.language_column);
    }
    return stated;
}

LanguagesOfTokens input_languages(Session& session, const TextInput& input, OpenedInput& read, const Tokens& tokens,
                                  bool need_languages) {
    const std::vector<std::string> stated = stated_languages(read.corpus.metadata, input);
    if (!input.language.empty() && input.language != "auto") return one_language(tokens, input.language);
    if (need_languages || input.lemmas || !input.language.empty()) {
        if (read.segments.empty()) read.segments = corpus_segments(read.corpus, session.threads, session.work);
        return languages_of_segments(tokens, read.segments, stated);
    }
    return stated.empty() ? LanguagesOfTokens() : languages_of_documents(tokens, stated);
}

/// The texts are given up: tokens and languages are all that is needed of them.
LemmatisedTokens lemmatised_input(Session& session, const TextInput& input, OpenedInput& read) {
    const TokenOptions options = settled_tokens(session, input);
    TokenOptions cut;
    cut.rules = options.rules;
    cut.entities = options.entities;
    cut.split_hyphens = options.split_hyphens;
    cut.threads = options.threads;
    Tokens tokens = tokenise(read.corpus, cut, session.work);
    LanguagesOfTokens languages = input_languages(session, input, read, tokens, true);
    read.corpus.texts = {};
    read.segments = {};
    LemmatisedTokens lemmatised =
        lemmatised_tokens(std::move(tokens), std::move(languages), lemma_sources(input), options, session.work);
    tell_of_lemmas(session, lemmatised);
    return lemmatised;
}

void check_language_has_use(const TextInput& input) {
    if (!input.language.empty() && !input.lemmas)
        throw UsageError("--language says in which language words have their lemmas; give --lemmas with it");
}

/// Tokens that are counted: words as written, or their lemmas.
Tokens counted_tokens(Session& session, const TextInput& input, OpenedInput& read) {
    check_language_has_use(input);
    const TokenOptions options = settled_tokens(session, input);
    if (!input.lemmas) return tokenise(read.corpus, options, session.work);
    return counted_lemmas(lemmatised_input(session, input, read), options, session.work);
}

TextFeatures features_of(Session& session, const TextInput& input, OpenedInput read) {
    const Tokens tokens = counted_tokens(session, input, read);
    return {document_feature_matrix(tokens), std::move(read.corpus.metadata)};
}

void add_lemma_options(CLI::App& app, TextInput& input) {
    app.add_flag("--lemmas", input.lemmas, "lemmas: all forms of a word are one (text lemmas)");
    app.add_option("--language", input.language, "auto (of each sentence), or the one language of all: kk, ru, en, zh")
        ->check(CLI::IsMember({"auto", "kk", "ru", "en", "zh"}));
    app.add_option("--language-column", input.language_column, "column of the language of each document")
        ->capture_default_str();
    app.add_option("--dictionary-kk", input.kazakh, "hunspell word list of Kazakh, without .dic");
    app.add_option("--dictionary-ru", input.russian, "hunspell dictionary of Russian, without .aff");
    app.add_option("--dictionary-en", input.english, "hunspell dictionary of English, without .aff");
}

}  // namespace

void add_corpus_options(CLI::App& app, TextInput& input) {
    app.add_option("input", input.path,
                   "table with the columns doc_id,text, a folder of .txt files, or a .db of `text build`")
        ->required();
    app.add_option("--id", input.columns.id, "column that names the documents")->capture_default_str();
    app.add_option("--text", input.columns.text, "column of texts")->capture_default_str();
}

void add_token_options(CLI::App& app, TextInput& input) {
    add_corpus_options(app, input);
    app.add_option("--tokens", input.rules, "rules that cut words: unicode, or quanteda to repeat its counts")
        ->check(CLI::IsMember({"unicode", "quanteda"}))
        ->capture_default_str();
    app.add_flag(
        "--lower{false},--keep-case{true}", input.keep_case,
        std::string("lower case, or case as written (default: ") + (input.keep_case ? "as written" : "lower") + ")");
    app.add_flag("--remove-punct", input.tokens.remove_punctuation, "without tokens of punctuation");
    app.add_flag("--remove-numbers", input.tokens.remove_numbers, "without numbers");
    app.add_flag("--remove-symbols", input.tokens.remove_symbols, "without symbols such as + and =");
    app.add_flag("--remove-urls", input.tokens.remove_urls, "without web and e-mail addresses");
    app.add_flag("--split-hyphens", input.tokens.split_hyphens, "well-known is three tokens");
    app.add_option("--stop-words", input.stop_words, "file with a word a line; these are removed");
    app.add_option("--entities", input.entities, "file with a Chinese name a line; each is one word");
    app.add_option("--min-length", input.tokens.least_characters, "without tokens of fewer characters")
        ->check(CLI::PositiveNumber);
    app.add_option("--max-length", input.tokens.most_characters, "without tokens of more characters")
        ->check(CLI::PositiveNumber);
    app.add_option("--ngrams", input.tokens.ngrams, "sizes of n-grams: 1,2 gives words and pairs joined by _")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(std::size_t{1}, std::size_t{100}));
    app.add_option("--skips", input.tokens.skips, "tokens left out between the parts of n-grams: 0,1")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Range(std::size_t{0}, std::size_t{100}));
    add_lemma_options(app, input);
}

bool is_count_table(const Table& table, const TextInput& input) {
    return table.find("feature") && table.find("n") && !table.find(input.columns.text);
}

bool is_table_input(const TextInput& input) {
    std::error_code unknown;
    return !fs::is_directory(input.path, unknown) && fs::path(input.path).extension() != ".txt" &&
           !is_corpus_store_name(input.path);
}

OpenedInput open_text_input(Session& session, const TextInput& input) {
    std::optional<OpenedInput> read = corpus_of_files_or_store(session, input);
    if (read) return std::move(*read);
    Table table = read_input(session, input.path);
    if (is_count_table(table, input)) return {std::move(table)};
    return {std::nullopt, corpus_of_table(session, table, input)};
}

Corpus read_corpus_input(Session& session, const TextInput& input) {
    return read_texts(session, input).corpus;
}

Table read_document_table(Session& session, const std::string& path) {
    if (!is_corpus_store_name(path)) return read_input(session, path);
    Corpus corpus = corpus_of_store(session, path).corpus;
    Table table;
    table.origin = corpus.metadata.origin;
    table.add("doc_id", Column(corpus.ids));
    table.add("text", Column(corpus.texts));
    for (std::size_t column = 0; column < corpus.metadata.columns.size(); ++column)
        if (!table.find(corpus.metadata.names[column]))
            table.add(corpus.metadata.names[column], corpus.metadata.columns[column]);
    return table;
}

std::vector<std::string> entities_of_input(Session& session, const TextInput& input) {
    return words_of_file(session, input.entities, "--entities");
}

LemmaSources lemma_sources(const TextInput& input) {
    LemmaSources sources;
    if (!input.kazakh.empty()) sources.kazakh = input.kazakh;
    if (!input.russian.empty()) sources.russian = input.russian;
    if (!input.english.empty()) sources.english = input.english;
    return sources;
}

void tell_of_lemmas(Session& session, const LemmatisedTokens& lemmatised) {
    std::map<std::string, std::size_t> sizes;
    const std::vector<std::size_t> of_names = lemmatised.languages.sizes();
    for (std::size_t k = 0; k < of_names.size(); ++k) sizes[lemmatised.languages.names[k]] += of_names[k];
    std::string languages, others;
    bool und = false;
    for (const auto& [name, size] : sizes) {
        if (size == 0) continue;
        add_item(languages, std::to_string(size) + ' ' + name);
        und = und || name == "und";
        if (lemma_language(name) == LemmaLanguage::other && name != "und") add_item(others, '\'' + name + '\'');
    }
    if (!languages.empty()) note(session, "tokens by language: " + languages);
    if (und) note(session, "und: no language is known; these words are taken as written, in lower case");
    if (!others.empty())
        warn(session,
             "there are no lemmas for the language " + others +
                 "; its words are taken as written, in lower case (if it is one of kk, ru, en, zh, write it so: "
                 "--recode language:Russian=ru, or give --language)");
    if (lemmatised.guessed > 0)
        note(session, std::to_string(lemmatised.guessed) + " of " + std::to_string(lemmatised.words) +
                          " words have a stem that is in no dictionary: their lemma is a guess");
}

TextTokens read_text_tokens(Session& session, const TextInput& input, bool need_languages) {
    return opened_text_tokens(session, input, read_texts(session, input), need_languages);
}

TextTokens opened_text_tokens(Session& session, const TextInput& input, OpenedInput read, bool need_languages) {
    TextTokens result;
    if (input.lemmas) {
        if (input.tokens.ngrams != std::vector<std::size_t>{1})
            throw UsageError("--ngrams and --lemmas do not go together here: a phrase may have lemmas instead");
        LemmatisedTokens lemmatised = lemmatised_input(session, input, read);
        result.tokens = std::move(lemmatised.tokens);
        result.lemmas = std::move(lemmatised.lemmas);
        result.languages = std::move(lemmatised.languages);
    } else {
        result.tokens = tokenise(read.corpus, settled_tokens(session, input), session.work);
        result.languages = input_languages(session, input, read, result.tokens, need_languages);
    }
    result.metadata = std::move(read.corpus.metadata);
    return result;
}

Tokens read_tokens_input(Session& session, const TextInput& input) {
    return opened_tokens(session, input, read_texts(session, input));
}

Tokens opened_tokens(Session& session, const TextInput& input, OpenedInput opened) {
    return counted_tokens(session, input, opened);
}

TextFeatures opened_text_features(Session& session, const TextInput& input, OpenedInput opened) {
    return opened.counts ? text_features(session, *opened.counts, input)
                         : features_of(session, input, std::move(opened));
}

TextFeatures text_features(Session& session, const Table& table, const TextInput& input) {
    if (!is_count_table(table, input))
        return features_of(session, input, {std::nullopt, corpus_of_table(session, table, input)});
    if (input.lemmas || !input.language.empty())
        throw UsageError("--lemmas needs texts; " + input.path + " is a table of counts");
    return {read_document_feature_matrix(table), std::nullopt};
}

TextFeatures read_text_features(Session& session, const TextInput& input) {
    return opened_text_features(session, input, open_text_input(session, input));
}

DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input) {
    return read_text_features(session, input).matrix;
}

}  // namespace tarazy
