#include "text/tokens/tokenise.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "text/tokens/entity_names.hpp"
#include "text/tokens/ngrams.hpp"
#include "text/tokens/token_selection.hpp"
#include "text/tokens/type_table.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

/// Neighbouring documents that one thread cuts, with types of their own until all are put together.
struct TokenChunk {
    std::size_t begin = 0, end = 0;  ///< documents
    TypeTable types;
    std::vector<std::uint32_t> type, start, length;
    std::vector<std::size_t> counts;  ///< tokens of each document
};

/// Chunks of about the same number of bytes; they depend on the texts alone.
std::vector<TokenChunk> chunks_of(const Corpus& corpus) {
    constexpr std::size_t wanted_bytes = std::size_t{4} << 20U;
    std::vector<TokenChunk> chunks;
    std::size_t begin = 0, bytes = 0;
    for (std::size_t document = 0; document < corpus.size(); ++document) {
        if (corpus.texts[document].size() > std::numeric_limits<std::uint32_t>::max())
            throw LimitError("the document '" + corpus.ids[document] + "' has 4 GiB or more; cut it into several");
        bytes += corpus.texts[document].size();
        if (bytes < wanted_bytes && document + 1 < corpus.size()) continue;
        chunks.emplace_back();
        chunks.back().begin = std::exchange(begin, document + 1);
        chunks.back().end = document + 1;
        bytes = 0;
    }
    return chunks;
}

void cut_chunk(const Corpus& corpus, const TokenOptions& options, const EntityNames& entities, TokenChunk& chunk,
               WorkStep& step) {
    WordSegmenter segmenter(options.rules, &entities, options.split_hyphens);
    std::vector<TokenSpan> spans;
    std::size_t bytes = 0;
    for (std::size_t document = chunk.begin; document < chunk.end; ++document) bytes += corpus.texts[document].size();
    // English has a token every six bytes.
    for (std::vector<std::uint32_t>* part : {&chunk.type, &chunk.start, &chunk.length}) part->reserve(bytes / 5);
    for (std::size_t document = chunk.begin; document < chunk.end; ++document) {
        const std::string_view text = corpus.texts[document];
        spans.clear();
        segmenter.add_segments(text, spans);
        for (const TokenSpan& span : spans) {
            chunk.type.push_back(chunk.types.number(text.substr(span.start, span.length)));
            chunk.start.push_back(span.start);
            chunk.length.push_back(span.length);
        }
        chunk.counts.push_back(spans.size());
        step.advance();
    }
}

/// Puts the chunks behind each other: types in the order of their first token, at any number of threads.
Tokens joined_chunks(const Corpus& corpus, std::vector<TokenChunk>& chunks, unsigned threads) {
    Tokens tokens;
    tokens.documents = corpus.ids;
    TypeTable types;
    std::vector<std::vector<std::uint32_t>> numbers(chunks.size());
    std::vector<std::size_t> begin(chunks.size());
    for (std::size_t k = 0; k < chunks.size(); ++k) {
        begin[k] = tokens.first.back();
        for (const std::string_view text : chunks[k].types.texts()) numbers[k].push_back(types.number(text));
        for (const std::size_t count : chunks[k].counts) tokens.first.push_back(tokens.first.back() + count);
    }
    for (std::vector<std::uint32_t>* part : {&tokens.type, &tokens.start, &tokens.length})
        part->resize(tokens.first.back());
    parallel_chunks(chunks.size(), 1, threads, [&](std::size_t k, std::size_t) {
        TokenChunk& chunk = chunks[k];
        const auto place = static_cast<std::ptrdiff_t>(begin[k]);
        std::ranges::transform(chunk.type, tokens.type.begin() + place,
                               [&](std::uint32_t type) { return numbers[k][type]; });
        std::ranges::copy(chunk.start, tokens.start.begin() + place);
        std::ranges::copy(chunk.length, tokens.length.begin() + place);
        chunk = {};  // not twice in memory
    });
    tokens.types.assign(types.texts().begin(), types.texts().end());
    return tokens;
}

}  // namespace

Tokens tokenise(const Corpus& corpus, const TokenOptions& options, const Work& work) {
    check_ngrams(options);
    std::vector<std::string> names = options.entities;
    if (options.rules == TokenRules::unicode) {
        for (std::string& name : usual_chinese_names()) names.push_back(std::move(name));
    }
    const EntityNames entities(names);
    std::vector<TokenChunk> chunks = chunks_of(corpus);
    WorkStep step(work, "tokens", corpus.size());
    parallel_chunks(
        chunks.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t) { cut_chunk(corpus, options, entities, chunks[begin], step); }, work);
    Tokens tokens = joined_chunks(corpus, chunks, options.threads);
    select_tokens(tokens, options);
    return make_ngrams(std::move(tokens), options, work);
}

}  // namespace tarazy
