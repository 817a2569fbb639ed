#include "cli/text/text_input.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "text/tokens/entity_names.hpp"

#include <algorithm>
#include <filesystem>
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

Corpus corpus_of_table(Session& session, const Table& table, const TextInput& input) {
    std::vector<std::string> warnings;
    Corpus corpus = read_corpus(table, input.columns, warnings);
    for (const std::string& warning : warnings) warn(session, warning);
    return corpus;
}

}  // namespace

void add_corpus_options(CLI::App& app, TextInput& input) {
    app.add_option("input", input.path, "table with the columns doc_id,text, or a folder of .txt files")->required();
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
    app.add_option("--language-column", input.language_column, "column of the language of each document")
        ->capture_default_str();
}

bool is_count_table(const Table& table, const TextInput& input) {
    return table.find("feature") && table.find("n") && !table.find(input.columns.text);
}

Corpus read_corpus_input(Session& session, const TextInput& input) {
    if (std::optional<Corpus> corpus = corpus_of_folder(session, input.path)) return std::move(*corpus);
    return corpus_of_table(session, read_input(session, input.path), input);
}

TextTokens read_text_tokens(Session& session, const TextInput& input) {
    Corpus corpus = read_corpus_input(session, input);
    TextTokens read;
    if (corpus.metadata.find(input.language_column)) {
        read.languages = require_texts(corpus.metadata, input.language_column);
    } else if (input.language_column != TextInput{}.language_column) {
        (void)require_column(corpus.metadata, input.language_column);
    }
    read.tokens = tokenise(corpus, settled_tokens(session, input), session.work);
    read.metadata = std::move(corpus.metadata);
    return read;
}

Tokens read_tokens_input(Session& session, const TextInput& input) {
    return read_text_tokens(session, input).tokens;
}

TextFeatures text_features(Session& session, const Table& table, const TextInput& input) {
    if (is_count_table(table, input)) return {read_document_feature_matrix(table), std::nullopt};
    Corpus corpus = corpus_of_table(session, table, input);
    return {document_feature_matrix(tokenise(corpus, settled_tokens(session, input), session.work)),
            std::move(corpus.metadata)};
}

TextFeatures read_text_features(Session& session, const TextInput& input) {
    std::optional<Corpus> corpus = corpus_of_folder(session, input.path);
    if (!corpus) return text_features(session, read_input(session, input.path), input);
    return {document_feature_matrix(tokenise(*corpus, settled_tokens(session, input), session.work)),
            std::move(corpus->metadata)};
}

DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input) {
    return read_text_features(session, input).matrix;
}

}  // namespace tarazy
