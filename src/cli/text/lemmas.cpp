#include "base/error.hpp"
#include "base/sha256.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "io/compressed.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "table/table_rows.hpp"
#include "text/lemmas/chinese_words.hpp"
#include "text/lemmas/conllu.hpp"
#include "text/lemmas/kazakh_letters.hpp"
#include "text/lemmas/lemma_scores.hpp"
#include "text/lemmas/lemmatise.hpp"
#include "text/tokens/token_selection.hpp"

#include <cmath>
#include <memory>

namespace tarazy {
namespace {

constexpr std::size_t most_treebank_bytes = std::size_t{1} << 30U;

struct LemmasCommand {
    TextInput input;
    std::string conllu, more;
    bool no_shipped = false, each = false, stem_counts = false;
};

LemmaSources sources_of(const LemmasCommand& command) {
    LemmaSources sources = lemma_sources(command.input);
    sources.shipped_counts = !command.no_shipped;
    return sources;
}

Table lemma_table(const Tokens& tokens, const Lemmas& lemmas) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"position"}, TextColumn{"token"}, TextColumn{"lemma"},
                   TextColumn{"language"}, IntegerColumn{"start"}, IntegerColumn{"end"}, TextColumn{"analysis"},
                   RealColumn{"confidence"}, IntegerColumn{"known"});
    for (std::size_t document = 0; document < tokens.documents.size(); ++document)
        for (std::size_t at = tokens.first[document]; at < tokens.first[document + 1]; ++at) {
            const LemmaOfType& one = lemmas.of(at);
            rows.add(tokens.documents[document], at - tokens.first[document] + 1, tokens.types[tokens.type[at]],
                     one.lemma, lemma_language_code(one.language), tokens.start[at],
                     std::size_t{tokens.start[at]} + tokens.length[at], one.analysis,
                     std::round(one.confidence * 1e4) / 1e4, one.known);
        }
    return rows.table();
}

std::string lower_text(const std::string& text) {
    return utf8_of(lower_code_points(text));
}

/// Documents that are only counted; all in Kazakh.
Tokens read_more_text(Session& session, const LemmasCommand& command) {
    TextInput input = command.input;
    input.path = command.more;
    input.language.clear();
    return read_tokens_input(session, input);
}

void tell_unknown(Session& session, const Tokens& tokens, const Lemmas& lemmas) {
    std::size_t unknown = 0, words = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const LemmaOfType& one = lemmas.of(at);
        if (token_kind(tokens.types[tokens.type[at]]) != TokenKind::word || one.analysis == "as written") continue;
        ++words;
        unknown += one.known ? 0U : 1U;
    }
    if (unknown > 0)
        note(session, std::to_string(unknown) + " of " + std::to_string(words) +
                          " words have a stem that is in no dictionary: their lemma is a guess (known = 0)");
}

/// Chinese words have no other forms: what can be wrong is where they begin and end.
void score_chinese_words(Session& session, const ConlluWords& words, const TextInput& input) {
    check_reading(session);
    TokenOptions options;
    options.rules = input.rules == "quanteda" ? TokenRules::quanteda : TokenRules::unicode;
    options.entities = entities_of_input(session, input);
    options.threads = session.threads;
    TableRows rows(TextColumn{"part"}, IntegerColumn{"sentences"}, IntegerColumn{"words"}, IntegerColumn{"found"},
                   IntegerColumn{"right"}, RealColumn{"precision"}, RealColumn{"recall"}, RealColumn{"f1"});
    for (const bool marks : {true, false}) {
        const FoundWords found = found_words(words, options, marks, session.work);
        rows.add(marks ? "all tokens" : "without punctuation", words.tokens.documents.size(), found.gold, found.found,
                 found.right, found.precision, found.recall, found.f1);
    }
    print_table(session, rows.table());
}

void score_treebank(Session& session, const LemmasCommand& command) {
    if (command.input.language == "auto")
        throw UsageError("--conllu needs the language of the treebank: --language kk");
    FileBytes bytes = FileBytes::of_file(command.conllu, session.work);
    const std::string checksum = sha256_hex(bytes.view());
    if (const Compression kind = compression_of(bytes.view()); kind != Compression::none)
        bytes = unpacked(bytes.view(), kind, command.conllu, most_treebank_bytes, session.work);
    DecodedText decoded;
    decode_text(bytes.view(), command.conllu, session.reading.encoding, decoded);
    const ConlluWords words = read_conllu(decoded.text, command.conllu);
    session.inputs.push_back({command.conllu, checksum, words.tokens.documents.size(), {}});
    const LemmaLanguage language = lemma_language(command.input.language);
    if (language == LemmaLanguage::chinese && !command.each) return score_chinese_words(session, words, command.input);
    LemmaSources sources = sources_of(command);
    Tokens more;
    if (!command.more.empty()) {
        more = read_more_text(session, command);
        sources.more_kazakh = &more;
    }
    const Lemmas lemmas = lemmatise(words.tokens, {&language, 1}, sources, session.threads, session.work);
    check_reading(session);
    if (command.each) {
        TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"position"}, TextColumn{"token"}, TextColumn{"lemma"},
                       TextColumn{"gold"}, TextColumn{"part"}, TextColumn{"analysis"}, IntegerColumn{"right"});
        for (std::size_t document = 0; document < words.tokens.documents.size(); ++document)
            for (std::size_t at = words.tokens.first[document]; at < words.tokens.first[document + 1]; ++at) {
                if (!words.counts(at)) continue;
                const std::string gold = lower_text(words.lemmas[at]);
                rows.add(words.tokens.documents[document], at - words.tokens.first[document] + 1,
                         words.tokens.types[words.tokens.type[at]], lemmas.of(at).lemma, gold, words.parts[at],
                         lemmas.of(at).analysis, gold == lower_text(lemmas.of(at).lemma));
            }
        return print_table(session, rows.table());
    }
    TableRows rows(TextColumn{"part"}, IntegerColumn{"sentences"}, IntegerColumn{"words"}, IntegerColumn{"types"},
                   RealColumn{"accuracy"}, RealColumn{"bcubed_precision"}, RealColumn{"bcubed_recall"},
                   RealColumn{"bcubed_f1"});
    for (const char* part : {"all", "odd sentences", "even sentences"}) {
        std::vector<std::string> forms, gold, own;
        std::size_t sentences = 0;
        for (std::size_t document = 0; document < words.tokens.documents.size(); ++document) {
            const bool odd = document % 2 == 0;  // counted from 1
            if (part[0] != 'a' && odd != (part[0] == 'o')) continue;
            ++sentences;
            for (std::size_t at = words.tokens.first[document]; at < words.tokens.first[document + 1]; ++at) {
                if (!words.counts(at)) continue;
                forms.push_back(lower_text(words.tokens.types[words.tokens.type[at]]));
                gold.push_back(lower_text(words.lemmas[at]));
                own.push_back(lower_text(lemmas.of(at).lemma));
            }
        }
        const LemmaScores scores = lemma_scores(forms, gold, own);
        rows.add(part, sentences, scores.words, scores.types, scores.accuracy, scores.precision, scores.recall,
                 scores.f1);
    }
    print_table(session, rows.table());
}

void show_lemmas(Session& session, const LemmasCommand& command) {
    if (!command.conllu.empty()) return score_treebank(session, command);
    if (command.input.path.empty()) throw UsageError("give documents, or a treebank with --conllu");
    if (command.stem_counts && command.input.language != "kk") throw UsageError("--stem-counts is for --language kk");
    if (command.each) throw UsageError("--each is for --conllu");
    const TextTokens read = read_text_tokens(session, command.input);
    const Tokens& tokens = read.tokens;
    LemmaSources sources = sources_of(command);
    Tokens more;
    if (!command.more.empty()) {
        more = read_more_text(session, command);
        sources.more_kazakh = &more;
    }
    check_reading(session);
    std::vector<LemmaLanguage> languages;
    languages.reserve(tokens.size());
    for (const std::uint16_t language : read.languages.of_token)
        languages.push_back(lemma_language(read.languages.names[language]));
    if (command.stem_counts)
        return print_table(session, kazakh_stem_table(tokens, languages, sources, 1, session.threads, session.work));
    const Lemmas lemmas = lemmatise(tokens, languages, sources, session.threads, session.work);
    if (tokens.size() == 0) warn(session, "the documents hold no token");
    tell_unknown(session, tokens, lemmas);
    print_table(session, lemma_table(tokens, lemmas));
}

}  // namespace

void add_text_lemmas(CLI::App& noun, Session& session) {
    auto options = std::make_shared<LemmasCommand>();
    CLI::App& app = add_command(
        noun, "lemmas",
        "The dictionary form of every word: Kazakh by an analyser of its own, Russian and English by hunspell,\n"
        "Chinese words as they are. Words in no dictionary get a guess, and known = 0.",
        {{"tarazy text lemmas src/text/testdata/lemmas_kk.csv --language kk", "lemmas of Kazakh documents"},
         {"tarazy text lemmas --language kk --conllu src/text/testdata/lemmas_kk.conllu",
          "how often they are right, held against a treebank"},
         {"tarazy text lemmas src/text/testdata/four_languages.csv", "each sentence in its own language"}},
        session, [&session, options] { show_lemmas(session, *options); });
    options->input.language = "auto";
    add_token_options(app, options->input);
    app.get_option("input")->required(false);
    app.remove_option(app.get_option("--lemmas"));
    app.add_option("--conllu", options->conllu,
                   "treebank (CoNLL-U): accuracy and B-cubed F1 of the lemmas instead, over words that are no "
                   "punctuation, numeral, symbol or foreign word; Chinese: how well words are found");
    app.add_flag("--each", options->each, "with --conllu: every word with its lemma and the treebank's");
    app.add_option("--more-text", options->more, "further Kazakh documents, only to count stems in");
    app.add_flag("--without-shipped-counts", options->no_shipped, "Kazakh: count stems in the given documents only");
    app.add_flag("--stem-counts", options->stem_counts, "Kazakh: the counts of stems instead of the lemmas");
}

}  // namespace tarazy
