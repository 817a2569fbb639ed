#include "cli/text/document_summary.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"
#include "text/coding/code_points.hpp"
#include "text/corpus/line_sentences.hpp"
#include "text/corpus/quanteda_sentences.hpp"
#include "text/tokens/token_selection.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace tarazy {
namespace {

/// The language that most tokens of a document are in; none where languages are not known.
std::string main_language_of(const TextTokens& read, std::size_t document) {
    if (!read.languages.known()) return {};
    std::vector<std::size_t> tokens(read.languages.names.size(), 0);
    for (std::size_t at = read.tokens.first[document]; at < read.tokens.first[document + 1]; ++at)
        ++tokens[read.languages.of_token[at]];
    return read.languages.names[static_cast<std::size_t>(std::ranges::max_element(tokens) - tokens.begin())];
}

}  // namespace

Table document_summary(Session& session, const TextInput& input) {
    OpenedInput opened = open_text_input(session, input);
    if (opened.counts) throw UsageError("--show summary needs texts; the input is a table of counts");
    const Corpus corpus = opened.corpus;
    const TextTokens read = opened_text_tokens(session, input, std::move(opened));
    const Tokens& tokens = read.tokens;
    std::vector<TokenKind> kinds;
    for (const std::string& type : tokens.types) kinds.push_back(token_kind(type));
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"characters"}, IntegerColumn{"sentences"},
                   IntegerColumn{"tokens"}, IntegerColumn{"types"}, IntegerColumn{"words"},
                   IntegerColumn{"punctuation"}, IntegerColumn{"numbers"}, IntegerColumn{"symbols"});
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        session.work.check();
        std::set<std::uint32_t> types;
        std::array<std::size_t, 4> of_kind = {};
        for (const std::uint32_t type : tokens.of_document(document)) {
            types.insert(type);
            ++of_kind[static_cast<std::size_t>(kinds[type])];
        }
        const auto count = [&](TokenKind kind) { return of_kind[static_cast<std::size_t>(kind)]; };
        const std::string& text = corpus.texts[document];
        const std::string language = main_language_of(read, document);
        rows.add(tokens.documents[document], code_point_count(text),
                 input.rules == "quanteda" ? quanteda_sentence_count(text) : line_sentences(text, language).size(),
                 tokens.of_document(document).size(), types.size(), count(TokenKind::word),
                 count(TokenKind::punctuation), count(TokenKind::number), count(TokenKind::symbol));
    }
    return rows.table();
}

}  // namespace tarazy
