#include "text/lemmas/lemmatised_tokens.hpp"

#include "text/tokens/ngrams.hpp"
#include "text/tokens/token_selection.hpp"

#include <optional>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::uint32_t not_met = 0xFFFFFFFF;

/// What is asked of a type or lemma for every one of its tokens, in as few bytes as possible.
struct TokenFate {
    bool kept = false;
    bool counts = false;   ///< of a type: it is a word; of a lemma: its language has lemmas
    bool guessed = false;  ///< of a lemma: its stem is in no dictionary
};

/// Numbers texts in the order in which they are first met among tokens; texts that are the same get one number.
class FirstMetTexts {
public:
    explicit FirstMetTexts(std::size_t numbers) : place_(numbers, not_met) { known_.reserve(numbers); }

    template <typename Text>
    std::uint32_t place(std::uint32_t number, const Text& text) {
        return place_[number] != not_met ? place_[number] : added(number, text());
    }

    std::vector<std::string> texts;

private:
    std::uint32_t added(std::uint32_t number, const std::string& text) {
        const auto [found, fresh] = known_.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
        if (fresh) texts.push_back(text);
        return place_[number] = found->second;
    }

    std::vector<std::uint32_t> place_;  ///< of each number
    std::unordered_map<std::string, std::uint32_t> known_;
};

bool has_lemmas(LemmaLanguage language) {
    return language == LemmaLanguage::kazakh || language == LemmaLanguage::russian ||
           language == LemmaLanguage::english;
}

}  // namespace

LemmatisedTokens lemmatised_tokens(Tokens tokens, LanguagesOfTokens languages, const LemmaSources& sources,
                                   const TokenOptions& options, const Work& work) {
    std::vector<LemmaLanguage> of_names, of_tokens;
    for (const std::string& name : languages.names) of_names.push_back(lemma_language(name));
    of_tokens.reserve(tokens.size());
    for (const std::uint16_t language : languages.of_token) of_tokens.push_back(of_names[language]);
    Lemmas lemmas = lemmatise(tokens, of_tokens, sources, options.threads, work);
    of_tokens = {};

    const FormOfType form = form_of_type(options);
    std::vector<TokenFate> type_fates, lemma_fates;
    std::vector<std::string> forms;
    for (const std::string& type : tokens.types) {
        std::optional<std::string> kept = form(type);
        type_fates.push_back({kept && !kept->empty(), token_kind(type) == TokenKind::word});
        forms.push_back(kept ? std::move(*kept) : std::string());
    }
    for (const LemmaOfType& one : lemmas.lemmas)
        lemma_fates.push_back({form(one.lemma).has_value(), has_lemmas(one.language), !one.known});

    LemmatisedTokens result;
    FirstMetTexts types(tokens.types.size()), lemma_texts(lemmas.lemmas.size());
    std::size_t kept = 0, begin = 0;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::size_t end = tokens.first[document + 1];
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint32_t type = tokens.type[at], lemma = lemmas.of_token[at];
            const TokenFate of_type = type_fates[type], of_lemma = lemma_fates[lemma];
            if (!of_type.kept || !of_lemma.kept) continue;
            const bool counts = of_type.counts && of_lemma.counts;
            result.words += counts ? 1U : 0U;
            result.guessed += counts && of_lemma.guessed ? 1U : 0U;
            tokens.type[kept] = types.place(type, [&]() -> const std::string& { return forms[type]; });
            tokens.start[kept] = tokens.start[at];
            tokens.length[kept] = tokens.length[at];
            languages.of_token[kept] = languages.of_token[at];
            lemmas.of_token[kept++] =
                lemma_texts.place(lemma, [&]() -> const std::string& { return lemmas.lemmas[lemma].lemma; });
        }
        begin = end;
        tokens.first[document + 1] = kept;
    }
    tokens.type.resize(kept);
    tokens.start.resize(kept);
    tokens.length.resize(kept);
    languages.of_token.resize(kept);
    lemmas.of_token.resize(kept);
    tokens.types = std::move(types.texts);
    result.lemmas = {std::move(lemma_texts.texts), std::move(lemmas.of_token)};
    result.tokens = std::move(tokens);
    result.languages = std::move(languages);
    return result;
}

Tokens counted_lemmas(LemmatisedTokens lemmatised, const TokenOptions& options, const Work& work) {
    lemmatised.tokens.types = std::move(lemmatised.lemmas.lemmas);
    lemmatised.tokens.type = std::move(lemmatised.lemmas.lemma);
    check_ngrams(options);
    return make_ngrams(std::move(lemmatised.tokens), options, work);
}

}  // namespace tarazy
