#include "text/codes/code_sentences.hpp"

#include "base/error.hpp"
#include "text/codes/group_documents.hpp"
#include "text/corpus/document_sentences.hpp"
#include "text/counts/code_counts.hpp"
#include "text/counts/codebook.hpp"
#include "text/lemmas/lemmatised_tokens.hpp"
#include "text/tokens/tokenise.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

struct SentenceTokens {
    Tokens tokens;
    LanguagesOfTokens languages;
    std::optional<TokenLemmas> lemmas = std::nullopt;
};

SentenceTokens sentence_tokens(const GroupSentences& sentences, const SentenceCoding& coding) {
    TokenOptions cutting;
    cutting.threads = coding.threads;
    Tokens tokens = tokenise(sentences.corpus, cutting, coding.work);
    LanguagesOfTokens languages = languages_of_documents(tokens, sentences.languages);
    if (!coding.lemmas) return {std::move(tokens), std::move(languages)};
    LemmatisedTokens lemmatised =
        lemmatised_tokens(std::move(tokens), std::move(languages), coding.lemma_sources, cutting, coding.work);
    return {std::move(lemmatised.tokens), std::move(lemmatised.languages), std::move(lemmatised.lemmas)};
}

}  // namespace

CodedDocuments code_sentences(const Table& documents, const Table& codebook, const SentenceCoding& coding,
                              std::vector<std::string>& notes) {
    const Codebook book = codebook_of_table(codebook);
    if (book.codes.size() > most_codes)
        throw InputError({codebook.origin.path, 0, 0, "there are " + std::to_string(book.codes.size()) + " codes",
                          "at most " + std::to_string(most_codes) + " can be used at once; leave some out"});
    const std::vector<GroupDocument> asked =
        group_documents(documents, {coding.group, coding.groups, coding.first, coding.last}, notes);
    const GroupSentences sentences = group_sentences(documents, asked, coding.language, coding.threads, coding.work);
    const SentenceTokens words = sentence_tokens(sentences, coding);
    CodeOptions finding;
    finding.languages = &words.languages;
    if (words.lemmas) finding.lemmas = &*words.lemmas;
    if (coding.negated == NegatedFinds::within) finding.negation_window = 0;  // what is denied is spoken of, too
    finding.work = coding.work;
    const CodeHits found = find_codes(words.tokens, book, finding);

    CodedDocuments coded;
    for (const Code& code : book.codes) coded.codes.push_back(code.name);
    std::vector<CodeSet> said(sentences.corpus.size(), 0), negated(sentences.corpus.size(), 0);
    for (const CodeHit& hit : found.hits) (hit.negated ? negated : said)[hit.document] |= CodeSet{1} << hit.code;
    for (std::size_t k = 0; k < asked.size(); ++k) {
        CodedDocument& document = coded.documents.emplace_back();
        document.id = asked[k].id;
        document.group = asked[k].group;
        document.year = asked[k].year;
        for (std::size_t at = sentences.first_of_document[k]; at < sentences.first_of_document[k + 1]; ++at) {
            const CodeSet only_negated = negated[at] & ~said[at];
            document.sentences.push_back(said[at] | (coding.negated == NegatedFinds::drop ? 0 : negated[at]));
            if (coding.negated == NegatedFinds::apart) document.only_negated.push_back(only_negated);
        }
    }
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
