#include "text/lemmas/lemmatised_tokens.hpp"

#include "text/tokens/ngrams.hpp"
#include "text/tokens/token_selection.hpp"

#include <optional>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::uint32_t left_out = 0xFFFFFFFF;

/// Texts numbered in the order in which they are first asked for, each found by the number of a longer list.
class FirstMetTexts {
public:
    explicit FirstMetTexts(std::size_t numbers) : place_(numbers, left_out) {}

    /// @param text  asked when the number is new; what gives the same text gets the same place
    template <typename Text>
    std::uint32_t place(std::uint32_t number, const Text& text) {
        if (place_[number] != left_out) return place_[number];
        const auto [found, fresh] = known_.try_emplace(text(), static_cast<std::uint32_t>(texts.size()));
        if (fresh) texts.push_back(found->first);
        return place_[number] = found->second;
    }

    std::vector<std::string> texts;

private:
    std::vector<std::uint32_t> place_;
    std::unordered_map<std::string, std::uint32_t> known_;
};

bool has_lemmas(LemmaLanguage language) {
    return language == LemmaLanguage::kazakh || language == LemmaLanguage::russian ||
           language == LemmaLanguage::english;
}

/// What becomes of a type.
struct TypeFate {
    std::optional<std::string> form;
    bool word = false;
};

}  // namespace

LemmatisedTokens lemmatised_tokens(Tokens tokens, LanguagesOfTokens languages, const LemmaSources& sources,
                                   const TokenOptions& options, const Work& work) {
    std::vector<LemmaLanguage> of_names, of_tokens;
    for (const std::string& name : languages.names) of_names.push_back(lemma_language(name));
    of_tokens.reserve(tokens.size());
    for (const std::uint16_t language : languages.of_token) of_tokens.push_back(of_names[language]);
    const Lemmas lemmas = lemmatise(tokens, of_tokens, sources, options.threads, work);
    of_tokens = {};

    const FormOfType form = form_of_type(options);
    std::vector<TypeFate> fates;
    fates.reserve(tokens.types.size());
    for (const std::string& type : tokens.types) fates.push_back({form(type), token_kind(type) == TokenKind::word});
    std::vector<bool> keeps_lemma;
    for (const LemmaOfType& one : lemmas.lemmas) keeps_lemma.push_back(form(one.lemma).has_value());

    LemmatisedTokens result;
    FirstMetTexts types(tokens.types.size()), lemma_texts(lemmas.lemmas.size());
    result.lemmas.lemma.reserve(tokens.size());
    std::size_t kept = 0, begin = 0;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::size_t end = tokens.first[document + 1];
        for (std::size_t at = begin; at < end; ++at) {
            const TypeFate& fate = fates[tokens.type[at]];
            const std::uint32_t lemma = lemmas.of_token[at];
            if (!fate.form || fate.form->empty() || !keeps_lemma[lemma]) continue;
            const LemmaOfType& one = lemmas.lemmas[lemma];
            if (fate.word && has_lemmas(one.language)) {
                ++result.words;
                result.guessed += one.known ? 0U : 1U;
            }
            tokens.type[kept] = types.place(tokens.type[at], [&] { return *fate.form; });
            tokens.start[kept] = tokens.start[at];
            tokens.length[kept] = tokens.length[at];
            languages.of_token[kept++] = languages.of_token[at];
            result.lemmas.lemma.push_back(lemma_texts.place(lemma, [&] { return one.lemma; }));
        }
        begin = end;
        tokens.first[document + 1] = kept;
    }
    tokens.type.resize(kept);
    tokens.start.resize(kept);
    tokens.length.resize(kept);
    languages.of_token.resize(kept);
    tokens.types = std::move(types.texts);
    result.lemmas.lemmas = std::move(lemma_texts.texts);
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
