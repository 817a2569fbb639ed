#include "text/lemmas/kazakh_tokens.hpp"

#include "base/parallel.hpp"
#include "table/table_rows.hpp"
#include "text/lemmas/kazakh_stem_counts.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr std::uint32_t no_word = 0xFFFFFFFF;

/// Types that differ by case only are one word.
struct KazakhWordTable {
    std::vector<CountedWord> words;
    std::vector<std::uint32_t> of_type;
};

bool begins_with_capital(const std::string& type, const std::u32string& lower) {
    return !lower.empty() && !type.starts_with(utf8_of(lower.substr(0, 1)));
}

KazakhWordTable kazakh_word_table(const Tokens& tokens, const TokenLanguages& languages) {
    KazakhWordTable table;
    table.of_type.assign(tokens.types.size(), no_word);
    std::unordered_map<std::u32string, std::uint32_t> known;
    std::vector<char> capital(tokens.types.size(), 0);
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        bool starts = true;  // a sentence, where capitals say nothing
        for (std::size_t at = tokens.first[document]; at < tokens.first[document + 1]; ++at) {
            if (languages.of(at) != LemmaLanguage::kazakh) continue;
            const std::uint32_t type = tokens.type[at];
            std::uint32_t& word = table.of_type[type];
            if (word == no_word) {
                std::u32string lower = lower_code_points(tokens.types[type]);
                capital[type] = begins_with_capital(tokens.types[type], lower) ? 1 : 0;
                const auto [found, fresh] = known.try_emplace(lower, static_cast<std::uint32_t>(table.words.size()));
                if (fresh) table.words.push_back({std::move(lower), 0, 0});
                word = found->second;
            }
            CountedWord& counted = table.words[word];
            counted.count += 1;
            if (!starts && capital[type] != 0) counted.capital += 1;
            starts = !has_kazakh_vowel(counted.word);
        }
    }
    for (CountedWord& word : table.words) word.capital /= word.count;
    return table;
}

StemFamilies families_of(std::span<const CountedWord> words, const KazakhGrammar& grammar, const LemmaSources& sources,
                         unsigned threads, const Work& work) {
    StemFamilies families;
    if (sources.shipped_counts) families = kazakh_stem_counts();
    if (sources.more_kazakh != nullptr) {
        const LemmaLanguage kazakh = LemmaLanguage::kazakh;
        const TokenLanguages all{{&kazakh, 1}};
        families =
            stem_families(kazakh_word_table(*sources.more_kazakh, all).words, grammar, families, 3, threads, work);
    }
    return stem_families(words, grammar, families, sources.shipped_counts ? 2 : 3, threads, work);
}

}  // namespace

KazakhGrammar read_kazakh_grammar(const std::filesystem::path& base) {
    std::filesystem::path dictionary = base;
    dictionary += ".dic";
    KazakhGrammar grammar{kazakh_suffixes(), {}, kazakh_closed_class()};
    grammar.lexicon = read_kazakh_lexicon(dictionary, grammar.suffixes);
    return grammar;
}

Table kazakh_stem_table(const Tokens& tokens, std::span<const LemmaLanguage> given, const LemmaSources& sources,
                        double least, unsigned threads, const Work& work) {
    const TokenLanguages languages{given};
    const KazakhWordTable words = kazakh_word_table(tokens, languages);
    const KazakhGrammar grammar = read_kazakh_grammar(sources.kazakh);
    const StemFamilies families = families_of(words.words, grammar, sources, threads, work);
    std::vector<std::pair<std::string, StemFamilies::Count>> stems;
    for (const auto& [stem, count] : families.stems)
        if (count.noun + count.verb >= least) stems.emplace_back(utf8_of(stem), count);
    std::ranges::sort(stems, {}, [](const auto& one) { return one.first; });
    TableRows rows(TextColumn{"stem"}, RealColumn{"noun"}, RealColumn{"verb"}, RealColumn{"bare"});
    const auto tenths = [](double value) { return std::round(value * 10) / 10; };
    for (const auto& [stem, count] : stems) rows.add(stem, tenths(count.noun), tenths(count.verb), tenths(count.bare));
    return rows.table();
}

void kazakh_token_lemmas(const Tokens& tokens, const TokenLanguages& languages, const LemmaSources& sources,
                         unsigned threads, const Work& work, Lemmas& result) {
    KazakhWordTable table = kazakh_word_table(tokens, languages);
    if (table.words.empty()) return;
    const KazakhGrammar grammar = read_kazakh_grammar(sources.kazakh);
    const StemFamilies families = families_of(table.words, grammar, sources, threads, work);
    std::vector<KazakhCandidates> candidates(table.words.size());
    WorkStep step(work, "lemmas", table.words.size());
    parallel_chunks(
        table.words.size(), 256, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at)
                candidates[at] = kazakh_candidates(table.words[at], grammar, families);
        },
        step);
    std::vector<std::uint32_t> first;  // of each word, its first candidate in the result
    for (const KazakhCandidates& word : candidates) {
        first.push_back(static_cast<std::uint32_t>(result.lemmas.size()));
        for (const KazakhCandidate& one : word)
            result.lemmas.push_back(
                {utf8_of(one.lemma), one.analysis, std::min(one.share, 1.0), one.known, LemmaLanguage::kazakh});
    }
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::size_t begin = tokens.first[document], end = tokens.first[document + 1];
        const auto around = [&](std::size_t at) -> const KazakhCandidates* {
            return languages.of(at) == LemmaLanguage::kazakh ? &candidates[table.of_type[tokens.type[at]]] : nullptr;
        };
        for (std::size_t at = begin; at < end; ++at) {
            const KazakhCandidates* here = around(at);
            if (here == nullptr) continue;
            std::size_t chosen = 0;
            if (here->size() > 1)
                chosen = candidate_in_context(*here, at > begin ? around(at - 1) : nullptr,
                                              at + 1 < end ? around(at + 1) : nullptr);
            result.of_token[at] = first[table.of_type[tokens.type[at]]] + static_cast<std::uint32_t>(chosen);
        }
    }
}

}  // namespace tarazy
