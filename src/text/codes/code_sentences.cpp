#include "text/codes/code_sentences.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "text/corpus/line_sentences.hpp"
#include "text/counts/code_counts.hpp"
#include "text/counts/codebook.hpp"
#include "text/lemmas/lemmatised_tokens.hpp"
#include "text/tokens/tokenise.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace tarazy {
namespace {

/// A document that is asked for, and its row.
struct AskedDocument {
    std::size_t row;
    CodedDocument document;
    std::vector<TextSpan> sentences = {};
    std::vector<std::string> languages = {};  ///< of each sentence
};

void note_lacking(std::size_t count, const char* what, std::vector<std::string>& notes) {
    if (count > 0)
        notes.push_back(std::to_string(count) + (count == 1 ? " document has no " : " documents have no ") + what +
                        (count == 1 ? " and is left out" : " and are left out"));
}

std::vector<AskedDocument> asked_documents(const Table& table, const SentenceCoding& coding,
                                           std::vector<std::string>& notes) {
    require_columns(table, std::vector<std::string>{"doc_id", coding.group, "year", "text"});
    const std::vector<std::string> ids = require_texts(table, "doc_id"), groups = require_texts(table, coding.group);
    const std::vector<std::int64_t> years = require_integers(table, "year");
    const std::set<std::string> wanted(coding.groups.begin(), coding.groups.end());
    std::size_t no_group = 0, no_year = 0, no_text = 0;
    std::map<std::string, std::size_t> rows;
    Diagnostics problems;
    std::vector<AskedDocument> asked;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (groups[row].empty()) ++no_group;
        if (!wanted.contains(groups[row])) continue;
        const bool year_known = years[row] != Column::missing_integer;
        if (!year_known) ++no_year;
        if (!year_known || years[row] < coding.first || years[row] > coding.last) continue;
        if (table["text"].missing(row)) ++no_text;
        if (table["text"].missing(row)) continue;
        if (ids[row].empty()) problems.add(table.problem(row, "doc_id", "the document has no id", "give it one"));
        if (!rows.emplace(ids[row], row).second)
            problems.add(table.problem(row, "doc_id", "the document '" + ids[row] + "' stands here a second time",
                                       "give each document one row"));
        asked.push_back({row, {ids[row], groups[row], static_cast<int>(years[row]), {}}});
    }
    problems.throw_if_any();
    note_lacking(no_group, coding.group.c_str(), notes);
    note_lacking(no_year, "year", notes);
    note_lacking(no_text, "text", notes);
    if (asked.empty())
        throw InputError({table.origin.path, 0, 0,
                          "there is no document of these states from " + std::to_string(coding.first) + " to " +
                              std::to_string(coding.last),
                          "look at the columns " + coding.group + " and year"});
    std::ranges::sort(asked, {}, [](const AskedDocument& each) {
        return std::tie(each.document.group, each.document.year, each.document.id);
    });
    return asked;
}

/// Of each sentence the language that most of its bytes are in.
std::vector<std::string> sentence_languages(std::string_view text, const std::vector<TextSpan>& sentences,
                                            const std::string& language) {
    if (language != "auto") return std::vector<std::string>(sentences.size(), language);
    const std::vector<LanguageSegment> segments = merged_segments(language_segments(text));
    std::vector<std::string> result;
    std::size_t from = 0;
    for (const TextSpan& sentence : sentences) {
        while (from < segments.size() && segments[from].end <= sentence.begin) ++from;
        std::size_t most = 0;
        Language best = Language::und;
        for (std::size_t k = from; k < segments.size() && segments[k].begin < sentence.end; ++k) {
            const std::size_t bytes =
                std::min(segments[k].end, sentence.end) - std::max(segments[k].begin, sentence.begin);
            if (bytes > most) best = segments[k].language;
            most = std::max(most, bytes);
        }
        result.emplace_back(to_string(best));
    }
    return result;
}

/// Every sentence as a document of its own, so that no pattern reaches from one into the next.
Corpus sentence_corpus(const Table& table, std::vector<AskedDocument>& asked, const SentenceCoding& coding) {
    WorkStep step(coding.work, "sentences", asked.size());
    parallel_chunks(
        asked.size(), 4, coding.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) {
                const std::string_view text = *table["text"].text(asked[k].row);
                asked[k].sentences = document_sentences(text, coding.language);
                asked[k].languages = sentence_languages(text, asked[k].sentences, coding.language);
            }
        },
        step);
    Corpus corpus;
    for (AskedDocument& each : asked) {
        const std::string_view text = *table["text"].text(each.row);
        for (const TextSpan& span : each.sentences) {
            corpus.ids.push_back(each.document.id + '#' + std::to_string(corpus.ids.size() + 1));
            corpus.texts.emplace_back(text.substr(span.begin, span.end - span.begin));
        }
        each.document.sentences.assign(each.sentences.size(), 0);
    }
    return corpus;
}

struct SentenceTokens {
    Tokens tokens;
    LanguagesOfTokens languages;
    std::optional<TokenLemmas> lemmas = std::nullopt;
};

SentenceTokens sentence_tokens(const Corpus& corpus, const std::vector<AskedDocument>& asked,
                               const SentenceCoding& coding) {
    TokenOptions cutting;
    cutting.threads = coding.threads;
    Tokens tokens = tokenise(corpus, cutting, coding.work);
    std::vector<std::string> of_sentences;
    for (const AskedDocument& each : asked)
        of_sentences.insert(of_sentences.end(), each.languages.begin(), each.languages.end());
    LanguagesOfTokens languages = languages_of_documents(tokens, of_sentences);
    if (!coding.lemmas) return {std::move(tokens), std::move(languages)};
    LemmatisedTokens lemmatised =
        lemmatised_tokens(std::move(tokens), std::move(languages), coding.lemma_sources, cutting, coding.work);
    return {std::move(lemmatised.tokens), std::move(lemmatised.languages), std::move(lemmatised.lemmas)};
}

}  // namespace

std::vector<TextSpan> document_sentences(std::string_view text, const std::string& language) {
    if (language != "auto") return line_sentences(text, language);
    return line_sentences(text, std::string(to_string(main_language(language_segments(text)))));
}

CodedDocuments code_sentences(const Table& documents, const Table& codebook, const SentenceCoding& coding,
                              std::vector<std::string>& notes) {
    const Codebook book = codebook_of_table(codebook);
    if (book.codes.size() > most_codes)
        throw InputError({codebook.origin.path, 0, 0, "there are " + std::to_string(book.codes.size()) + " codes",
                          "at most " + std::to_string(most_codes) + " can be used at once; leave some out"});
    std::vector<AskedDocument> asked = asked_documents(documents, coding, notes);
    const Corpus corpus = sentence_corpus(documents, asked, coding);
    const SentenceTokens sentences = sentence_tokens(corpus, asked, coding);
    const Tokens& tokens = sentences.tokens;
    CodeOptions finding;
    finding.languages = &sentences.languages;
    if (sentences.lemmas) finding.lemmas = &*sentences.lemmas;
    finding.negation_window = 0;  // what is denied is spoken of, too
    finding.work = coding.work;
    const CodeHits found = find_codes(tokens, book, finding);

    CodedDocuments coded;
    for (const Code& code : book.codes) coded.codes.push_back(code.name);
    std::vector<CodeSet*> sets;
    for (AskedDocument& each : asked)
        for (CodeSet& sentence : each.document.sentences) sets.push_back(&sentence);
    for (const CodeHit& hit : found.hits) *sets[hit.document] |= CodeSet{1} << hit.code;
    for (AskedDocument& each : asked) coded.documents.push_back(std::move(each.document));
    CodeSet all = 0;
    for (const CodedDocument& each : coded.documents)
        for (const CodeSet sentence : each.sentences) all |= sentence;
    for (std::size_t code = 0; code < coded.codes.size(); ++code)
        if ((all >> code & 1) == 0) notes.push_back("no sentence has the code '" + coded.codes[code] + "'");
    return coded;
}

std::vector<std::string> sentence_texts(const Table& units, const Table& documents, const std::string& language) {
    const std::vector<std::string> ids = require_texts(documents, "doc_id"), named = require_texts(units, "doc_id");
    const std::vector<std::int64_t> places = require_integers(units, "sentence");
    require_columns(documents, std::vector<std::string>{"text"});
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < ids.size(); ++row) rows.emplace(ids[row], row);
    std::map<std::string, std::vector<TextSpan>> spans;
    std::vector<std::string> texts(units.rows());
    Diagnostics problems;
    for (std::size_t unit = 0; unit < units.rows(); ++unit) {
        const auto row = rows.find(named[unit]);
        if (row == rows.end() || documents["text"].missing(row->second)) {
            problems.add(units.problem(unit, "doc_id", "there is no document '" + named[unit] + "' with a text",
                                       "give the documents that the sentences were counted in"));
            continue;
        }
        const std::string_view text = *documents["text"].text(row->second);
        const auto [found, is_new] = spans.try_emplace(named[unit]);
        if (is_new) found->second = document_sentences(text, language);
        if (places[unit] < 1 || places[unit] > static_cast<std::int64_t>(found->second.size())) {
            problems.add(units.problem(
                unit, "sentence", "'" + named[unit] + "' has " + std::to_string(found->second.size()) + " sentences",
                "number them from 1, as `text codes --show sentences` does"));
            continue;
        }
        const TextSpan span = found->second[static_cast<std::size_t>(places[unit]) - 1];
        texts[unit] = text.substr(span.begin, span.end - span.begin);
        std::ranges::replace_if(
            texts[unit], [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    }
    problems.throw_if_any();
    return texts;
}

}  // namespace tarazy
