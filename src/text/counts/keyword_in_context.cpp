#include "text/counts/keyword_in_context.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"
#include "text/tokens/token_selection.hpp"

#include <algorithm>
#include <tuple>

namespace tarazy {
namespace {

struct Occurrence {
    std::size_t document;
    TokenRun run;
    std::size_t pattern;
    std::vector<std::uint32_t> key = {};  ///< for the order by context
    auto place() const { return std::tuple(document, run.begin, run.end, pattern); }
};

std::string written_tokens(const Tokens& tokens, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t token = begin; token < end; ++token) {
        if (token > begin) text += ' ';
        text += tokens.types[tokens.type[token]];
    }
    return text;
}

/// Of each type its place in the order of lower-case types.
std::vector<std::uint32_t> alphabetical_ranks(const std::vector<std::string>& types) {
    std::vector<std::pair<std::string, std::uint32_t>> sorted;
    for (std::uint32_t type = 0; type < types.size(); ++type) sorted.emplace_back(lower_case(types[type]), type);
    std::ranges::sort(sorted);
    std::vector<std::uint32_t> ranks(types.size());
    std::uint32_t rank = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        rank += k > 0 && sorted[k].first != sorted[k - 1].first ? 1 : 0;
        ranks[sorted[k].second] = rank;
    }
    return ranks;
}

}  // namespace

Kwic keyword_in_context(const Tokens& tokens, std::span<const std::string> patterns, const KwicOptions& options) {
    PhraseFinder finder(tokens, options.lemmas, options.case_sensitive);
    for (const std::string& pattern : patterns) {
        const Phrase phrase = options.regex ? Phrase{{{WordPattern::Form::regex, pattern}, false}} : phrase_of(pattern);
        if (phrase.empty() || pattern.empty()) throw UsageError("a pattern is empty; give a word, a glob or a phrase");
        (void)finder.add(phrase);
    }
    std::vector<Occurrence> found;
    WorkStep step(options.work, "keywords in context", tokens.documents.size());
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::size_t from = found.size();
        finder.find(tokens.first[document], tokens.first[document + 1], [&](std::size_t pattern, TokenRun run) {
            found.push_back({document, run, pattern});
        });
        const auto begin = found.begin() + static_cast<std::ptrdiff_t>(from);
        std::sort(begin, found.end(), [](const Occurrence& a, const Occurrence& b) { return a.place() < b.place(); });
        found.erase(
            std::unique(begin, found.end(), [](const auto& a, const auto& b) { return a.place() == b.place(); }),
            found.end());
        step.advance();
    }
    const auto window_of = [&](const Occurrence& one) {
        const std::size_t first = tokens.first[one.document], last = tokens.first[one.document + 1];
        return std::pair(one.run.begin - std::min(options.window, one.run.begin - first),
                         one.run.end + std::min(options.window, last - one.run.end));
    };
    if (options.order != KwicOrder::position) {
        const std::vector<std::uint32_t> ranks = alphabetical_ranks(tokens.types);
        for (Occurrence& one : found) {
            const auto [left, right] = window_of(one);
            if (options.order == KwicOrder::left) {
                for (std::size_t k = one.run.begin; k > left; --k) one.key.push_back(ranks[tokens.type[k - 1]]);
            } else {
                for (std::size_t k = one.run.end; k < right; ++k) one.key.push_back(ranks[tokens.type[k]]);
            }
        }
        std::ranges::stable_sort(found, {}, &Occurrence::key);
    }
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"from"}, IntegerColumn{"to"}, TextColumn{"pre"},
                   TextColumn{"keyword"}, TextColumn{"post"}, TextColumn{"pattern"});
    std::vector<bool> met(patterns.size(), false);
    for (const Occurrence& one : found) {
        options.work.check();
        met[one.pattern] = true;
        const auto [left, right] = window_of(one);
        const std::size_t first = tokens.first[one.document];
        rows.add(tokens.documents[one.document], one.run.begin - first + 1, one.run.end - first,
                 written_tokens(tokens, left, one.run.begin), written_tokens(tokens, one.run.begin, one.run.end),
                 written_tokens(tokens, one.run.end, right), patterns[one.pattern]);
    }
    Kwic kwic{rows.table(), {}};
    for (std::size_t k = 0; k < patterns.size(); ++k) {
        if (!met[k]) kwic.not_found.push_back(patterns[k]);
    }
    return kwic;
}

}  // namespace tarazy
