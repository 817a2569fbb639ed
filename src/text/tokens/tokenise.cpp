#include "text/tokens/tokenise.hpp"

#include "base/error.hpp"
#include "text/tokens/token_selection.hpp"

#include <limits>
#include <string_view>
#include <unordered_map>

namespace tarazy {

Tokens tokenise(const Corpus& corpus, const TokenOptions& options, const Work& work) {
    Tokens tokens;
    tokens.documents = corpus.ids;
    std::unordered_map<std::string_view, std::uint32_t> known;
    std::vector<TextSpan> spans;
    WorkStep step(work, "tokens", corpus.size());
    for (std::size_t document = 0; document < corpus.size(); ++document) {
        const std::string_view text = corpus.texts[document];
        if (text.size() > std::numeric_limits<std::uint32_t>::max())
            throw LimitError("the document '" + corpus.ids[document] + "' has 4 GiB or more; cut it");
        spans.clear();
        add_word_segments(text, options.rules, spans);
        for (const TextSpan& span : spans) {
            const std::string_view token = text.substr(span.start, span.length);
            const auto [entry, fresh] = known.try_emplace(token, static_cast<std::uint32_t>(tokens.types.size()));
            if (fresh) tokens.types.emplace_back(token);
            tokens.type.push_back(entry->second);
            tokens.start.push_back(span.start);
            tokens.length.push_back(span.length);
        }
        tokens.first.push_back(tokens.size());
        step.advance();
    }
    select_tokens(tokens, options);
    return tokens;
}

}  // namespace tarazy
