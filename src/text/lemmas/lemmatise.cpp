#include "text/lemmas/lemmatise.hpp"

#include "text/lemmas/hunspell_lemmas.hpp"
#include "text/lemmas/kazakh_tokens.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr std::uint32_t no_lemma = 0xFFFFFFFF;

/// Gives every token of a language the lemma of its type; `make` is asked once for all of its types.
template <typename Make>
void lemmas_by_type(const Tokens& tokens, const TokenLanguages& languages, LemmaLanguage language, Lemmas& result,
                    const Make& make) {
    std::vector<std::uint32_t> place(tokens.types.size(), no_lemma);
    std::vector<std::string> lower;
    std::vector<double> counts;
    std::unordered_map<std::string, std::uint32_t> known;  // types that differ by case only are one word
    known.reserve(tokens.types.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (languages.of(at) != language) continue;
        const std::uint32_t type = tokens.type[at];
        if (place[type] == no_lemma) {
            std::string word = utf8_of(lower_code_points(tokens.types[type]));
            const auto [found, fresh] = known.try_emplace(word, static_cast<std::uint32_t>(lower.size()));
            if (fresh) {
                lower.push_back(std::move(word));
                counts.push_back(0);
            }
            place[type] = found->second;
        }
        counts[place[type]] += 1;
    }
    if (lower.empty()) return;
    const auto begin = static_cast<std::uint32_t>(result.lemmas.size());
    for (TypeLemma& one : make(lower, counts))
        result.lemmas.push_back({std::move(one.lemma), std::move(one.analysis), one.confidence, one.known, language});
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (languages.of(at) == language) result.of_token[at] = begin + place[tokens.type[at]];
}

std::vector<TypeLemma> own_lemmas(const std::vector<std::string>& lower, const std::vector<double>&) {
    std::vector<TypeLemma> result;
    result.reserve(lower.size());
    for (const std::string& word : lower) result.push_back({word, "as written", 1, true});
    return result;
}

}  // namespace

LemmaLanguage lemma_language(std::string_view code) {
    if (code == "kk") return LemmaLanguage::kazakh;
    if (code == "ru") return LemmaLanguage::russian;
    if (code == "en") return LemmaLanguage::english;
    if (code == "zh") return LemmaLanguage::chinese;
    return LemmaLanguage::other;
}

std::string_view lemma_language_code(LemmaLanguage language) {
    switch (language) {
        case LemmaLanguage::kazakh: return "kk";
        case LemmaLanguage::russian: return "ru";
        case LemmaLanguage::english: return "en";
        case LemmaLanguage::chinese: return "zh";
        case LemmaLanguage::other: break;
    }
    return "und";
}

Lemmas lemmatise(const Tokens& tokens, std::span<const LemmaLanguage> given, const LemmaSources& sources,
                 unsigned threads, const Work& work) {
    work.check();
    assert(given.size() == 1 || given.size() == tokens.size());
    const TokenLanguages languages{given};
    std::array<bool, 5> met{};  // so that tokens are not gone through for a language that none is in
    for (std::size_t at = 0; at < tokens.size(); ++at) met[static_cast<std::size_t>(languages.of(at))] = true;
    const auto is_met = [&](LemmaLanguage language) { return met[static_cast<std::size_t>(language)]; };
    Lemmas result;
    result.of_token.assign(tokens.size(), no_lemma);
    if (is_met(LemmaLanguage::kazakh)) kazakh_token_lemmas(tokens, languages, sources, threads, work, result);
    const auto by_hunspell = [&](LemmaLanguage language, const std::filesystem::path& base, const char* package,
                                 IrregularForms irregular, StemFilter fits) {
        if (!is_met(language)) return;
        lemmas_by_type(tokens, languages, language, result, [&](const auto& lower, const auto& counts) {
            return hunspell_lemmas(lower, counts, base, package, irregular, fits, threads, work);
        });
    };
    by_hunspell(LemmaLanguage::russian, sources.russian, "hunspell-ru", russian_irregular_forms(), russian_stem_fits);
    by_hunspell(LemmaLanguage::english, sources.english, "hunspell-en-us", english_irregular_forms(),
                english_stem_fits);
    for (const LemmaLanguage language : {LemmaLanguage::chinese, LemmaLanguage::other})
        if (is_met(language)) lemmas_by_type(tokens, languages, language, result, own_lemmas);
    return result;
}

Tokens lemma_tokens(const Tokens& tokens, const Lemmas& lemmas) {
    Tokens result = tokens;
    result.types.clear();
    std::unordered_map<std::string, std::uint32_t> types;
    std::vector<std::uint32_t> of_lemma(lemmas.lemmas.size(), no_lemma);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        std::uint32_t& type = of_lemma[lemmas.of_token[at]];
        if (type == no_lemma) {
            const auto [found, fresh] =
                types.try_emplace(lemmas.of(at).lemma, static_cast<std::uint32_t>(result.types.size()));
            if (fresh) result.types.push_back(lemmas.of(at).lemma);
            type = found->second;
        }
        result.type[at] = type;
    }
    return result;
}

}  // namespace tarazy
