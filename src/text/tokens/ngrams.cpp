#include "text/tokens/ngrams.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"

#include <limits>
#include <string_view>
#include <unordered_map>

namespace tarazy {
namespace {

/// N-grams are numbered by the pair of what stands before their last part and that part, so that no text is made for
/// one that was met before.
class GramTypes {
public:
    explicit GramTypes(const std::vector<std::string>& words) : words_(words) {}

    std::uint32_t longer(std::uint32_t gram, std::uint32_t word) {
        const std::uint64_t pair = static_cast<std::uint64_t>(gram) << 32U | word;
        const auto [entry, fresh] =
            numbers_.try_emplace(pair, static_cast<std::uint32_t>(pairs_.size() + words_.size()));
        if (fresh) {
            if (pairs_.size() + words_.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
                throw LimitError("there are more than 4 thousand million n-grams; give smaller sizes");
            pairs_.push_back({gram, word});
        }
        return entry->second;
    }
    [[nodiscard]] std::string text(std::uint32_t gram) const {
        if (gram < words_.size()) return words_[gram];
        const Pair& pair = pairs_[gram - words_.size()];
        return text(pair.gram) + '_' + words_[pair.word];
    }

private:
    struct Pair {
        std::uint32_t gram, word;
    };
    const std::vector<std::string>& words_;
    std::vector<Pair> pairs_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

/// The n-grams of one document, into `made`.
class GramWriter {
public:
    GramWriter(const Tokens& tokens, const TokenOptions& options, Tokens& made)
        : tokens_(tokens), options_(options), made_(made), grams_(tokens.types) {}

    void add_document(std::size_t document) {
        for (const std::size_t size : options_.ngrams) {
            for (std::size_t at = tokens_.first[document]; at < tokens_.first[document + 1]; ++at)
                extend(tokens_.type[at], at, at, size - 1, tokens_.first[document + 1]);
        }
        made_.first.push_back(made_.size());
    }
    void name_types() {
        made_.types.reserve(gram_of_type_.size());
        for (const std::uint32_t gram : gram_of_type_) made_.types.push_back(grams_.text(gram));
    }

private:
    void extend(std::uint32_t gram, std::size_t begin, std::size_t last, std::size_t missing, std::size_t end) {
        if (missing == 0) {
            const auto [entry, fresh] =
                type_of_gram_.try_emplace(gram, static_cast<std::uint32_t>(gram_of_type_.size()));
            if (fresh) gram_of_type_.push_back(gram);
            made_.type.push_back(entry->second);
            made_.start.push_back(tokens_.start[begin]);
            made_.length.push_back(tokens_.start[last] + tokens_.length[last] - tokens_.start[begin]);
            return;
        }
        for (const std::size_t skip : options_.skips) {
            const std::size_t next = last + 1 + skip;
            if (next < end) extend(grams_.longer(gram, tokens_.type[next]), begin, next, missing - 1, end);
        }
    }

    const Tokens& tokens_;
    const TokenOptions& options_;
    Tokens& made_;
    GramTypes grams_;
    std::unordered_map<std::uint32_t, std::uint32_t> type_of_gram_;
    std::vector<std::uint32_t> gram_of_type_;
};

}  // namespace

void check_ngrams(const TokenOptions& options) {
    if (options.ngrams.empty()) throw UsageError("there is no size of n-grams; give one, 1 for words");
    if (options.skips.empty()) throw UsageError("there is no skip of n-grams; give one, 0 for neighbours");
    for (const std::size_t size : options.ngrams)
        check_between(static_cast<double>(size), 1, 100, "the size of n-grams");
    for (const std::size_t skip : options.skips)
        check_between(static_cast<double>(skip), 0, 100, "the skip of n-grams");
}

Tokens make_ngrams(Tokens tokens, const TokenOptions& options, const Work& work) {
    if (options.ngrams == std::vector<std::size_t>{1}) return tokens;
    Tokens made;
    made.documents = tokens.documents;
    GramWriter writer(tokens, options, made);
    WorkStep step(work, "n-grams", tokens.documents.size());
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        writer.add_document(document);
        step.advance();
    }
    writer.name_types();
    return made;
}

}  // namespace tarazy
