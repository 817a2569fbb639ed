#include "base/error.hpp"
#include "base/sha256.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "text/counts/code_counts.hpp"

#include <algorithm>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct DictionaryCommand {
    TextInput input;
    std::string dictionary, show = "counts";
    std::optional<std::size_t> negation_window;
    CodeOptions options;
};

Codebook read_codebook_file(Session& session, const std::string& path) {
    if (!is_codebook_name(path)) return codebook_of_table(read_input(session, path));
    const FileBytes bytes = FileBytes::of_file(path, session.work);
    constexpr std::size_t largest = std::size_t{64} << 20U;
    if (bytes.view().size() > largest) throw LimitError(path + ": a dictionary of more than 64 MB is none; cut it");
    DecodedText decoded;
    decode_text(bytes.view(), path, session.reading.encoding, decoded);
    Codebook codebook = read_codebook(decoded.text, path);
    session.inputs.push_back({path, sha256_hex(bytes.view()), codebook.codes.size(), {}});
    return codebook;
}

bool asks_language(const Codebook& codebook) {
    return std::ranges::any_of(codebook.codes, [](const Code& code) {
        return std::ranges::any_of(code.entries, [](const CodeEntry& entry) { return !entry.language.empty(); });
    });
}

bool asks_lemmas(const Codebook& codebook) {
    const auto of_phrase = [](const Phrase& phrase) { return std::ranges::any_of(phrase, &PhraseWord::lemma); };
    return std::ranges::any_of(codebook.codes, [&](const Code& code) {
        return std::ranges::any_of(code.entries, [&](const CodeEntry& entry) {
            return of_phrase(entry.phrase) || (entry.near && of_phrase(*entry.near)) ||
                   std::ranges::any_of(entry.contexts, of_phrase);
        });
    });
}

void apply_dictionary(Session& session, DictionaryCommand command) {
    const Codebook codebook = read_codebook_file(session, command.dictionary);
    const TextTokens read =
        read_text_tokens(session, command.input, command.show == "rates" || asks_language(codebook));
    CodeOptions& options = command.options;
    if (read.languages.known()) options.languages = &read.languages;
    if (read.lemmas) options.lemmas = &*read.lemmas;
    options.work = session.work;
    // quanteda knows no negation: who repeats its counts wants all of them in one column.
    options.negation_window = command.negation_window.value_or(command.input.rules == "quanteda" ? 0 : 3);
    if (read.lemmas && !asks_lemmas(codebook))
        note(session, "the entries are looked for in words as written; lemma:WORD finds all forms of a word");
    const CodeHits hits = find_codes(read.tokens, codebook, options);
    for (const std::string& warning : hits.warnings) warn(session, warning);
    if (command.show == "hits") {
        print_table(session, code_hit_table(read.tokens, codebook, hits));
    } else if (command.show == "entries") {
        print_table(session, code_entry_table(codebook, hits));
    } else if (command.show == "rates") {
        print_table(session, code_rate_table(codebook, hits, read.languages));
    } else {
        print_table(session, code_count_table(read.tokens, codebook, hits, options.negation_window > 0));
    }
}

}  // namespace

void add_text_dictionary(CLI::App& noun, Session& session) {
    auto command = std::make_shared<DictionaryCommand>();
    const std::string data = "src/text/testdata/";
    CLI::App& app = add_command(
        noun, "dictionary", "How often does each code of a dictionary occur, and how often is it negated?",
        {{"tarazy text dictionary " + data + "four_languages.csv --dictionary " + data + "four_languages.yml",
          "one codebook over four languages"},
         {"tarazy text dictionary " + data + "four_languages.csv --dictionary " + data +
              "four_languages.yml --show rates",
          "hits a language"}},
        session, [&session, command] { apply_dictionary(session, *command); });
    add_token_options(app, command->input);
    app.add_option(
           "--dictionary", command->dictionary,
           "codes with their words: .yml (quanteda), .dic (LIWC), .lcd (Lexicoder), .cat (WordStat), or a table "
           "code,entry[,language]")
        ->required();
    app.add_option("--show", command->show, "counts, hits (each place), rates (a language), entries (what each found)")
        ->check(CLI::IsMember({"counts", "hits", "rates", "entries"}))
        ->capture_default_str();
    app.add_option(
           "--negation-window", command->negation_window,
           "words around a hit in which a negation is looked for; 0 = none (default 3; 0 with --tokens quanteda)")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100}));
    app.add_option("--context-window", command->options.context_window,
                   "tokens around a hit in which not: is looked for")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
        ->capture_default_str();
    app.add_flag("--exclusive", command->options.exclusive, "a word counts for one code only, that of the longest hit");
    app.add_flag("--case-sensitive", command->options.case_sensitive, "Peace is not peace");
}

}  // namespace tarazy
