#include "cli/text/text_input.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

TokenOptions settled_tokens(const Session& session, const TextInput& input) {
    TokenOptions options = input.tokens;
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
}

bool is_count_table(const Table& table, const TextInput& input) {
    return table.find("feature") && table.find("n") && !table.find(input.columns.text);
}

Corpus read_corpus_input(Session& session, const TextInput& input) {
    if (std::optional<Corpus> corpus = corpus_of_folder(session, input.path)) return std::move(*corpus);
    return corpus_of_table(session, read_input(session, input.path), input);
}

Tokens read_tokens_input(Session& session, const TextInput& input) {
    return tokenise(read_corpus_input(session, input), settled_tokens(session, input), session.work);
}

DocumentFeatureMatrix read_features_input(Session& session, const TextInput& input) {
    std::optional<Corpus> corpus = corpus_of_folder(session, input.path);
    if (!corpus) {
        const Table table = read_input(session, input.path);
        if (is_count_table(table, input)) return read_document_feature_matrix(table);
        corpus = corpus_of_table(session, table, input);
    }
    return document_feature_matrix(tokenise(*corpus, settled_tokens(session, input), session.work));
}

}  // namespace tarazy
