#include "text/lemmas/kazakh_tokens.hpp"

#include "base/parallel.hpp"
#include "table/table_rows.hpp"
#include "text/lemmas/kazakh_stem_counts.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::uint32_t no_word = 0xFFFFFFFF;

/// Types that differ by case only are one word.
struct KazakhWordTable {
    std::vector<CountedWord> words;
    std::vector<std::uint32_t> of_type;
};

KazakhWordTable kazakh_word_table(const Tokens& tokens, const TokenLanguages& languages) {
    KazakhWordTable table;
    table.of_type.assign(tokens.types.size(), no_word);
    KazakhStems known;  // the words by their letters
    known.reserve(tokens.types.size());
    std::vector<char> capital(tokens.types.size(), 0), ends(tokens.types.size(), 0);
    std::u32string lower;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        bool starts = true;  // a sentence, where capitals say nothing
        for (std::size_t at = tokens.first[document]; at < tokens.first[document + 1]; ++at) {
            if (languages.of(at) != LemmaLanguage::kazakh) continue;
            const std::uint32_t type = tokens.type[at];
            std::uint32_t& word = table.of_type[type];
            if (word == no_word) {
                lower_code_points(tokens.types[type], lower);
                capital[type] = !lower.empty() && !tokens.types[type].starts_with(utf8_of(lower.substr(0, 1))) ? 1 : 0;
                ends[type] = has_kazakh_vowel(lower) ? 0 : 1;
                word = known.add(lower);
                if (word == table.words.size()) table.words.push_back({lower, 0, 0});
            }
            CountedWord& counted = table.words[word];
            counted.count += 1;
            if (!starts && capital[type] != 0) counted.capital += 1;
            starts = ends[type] != 0;
        }
    }
    for (CountedWord& word : table.words) word.capital /= word.count;
    return table;
}

/// Adds the counts of stems in the words to those that `families` has. @return the readings of the words
WordReadings read_and_count(std::span<const CountedWord> words, const KazakhGrammar& grammar, int rounds,
                            unsigned threads, const Work& work, StemFamilies& families) {
    WordReadings readings = read_words(words, grammar, families, threads, work);
    count_stems(words, readings, rounds, threads, work, families);
    return readings;
}

StemFamilies families_before(const KazakhGrammar& grammar, const LemmaSources& sources, unsigned threads,
                             const Work& work) {
    StemFamilies families;
    if (sources.shipped_counts) families = kazakh_stem_counts();
    if (sources.more_kazakh != nullptr) {
        const LemmaLanguage kazakh = LemmaLanguage::kazakh;
        const TokenLanguages all{{&kazakh, 1}};
        (void)read_and_count(kazakh_word_table(*sources.more_kazakh, all).words, grammar, 3, threads, work, families);
    }
    return families;
}

int rounds_of(const LemmaSources& sources) {
    return sources.shipped_counts ? 2 : 3;
}

}  // namespace

KazakhGrammar read_kazakh_grammar(const std::filesystem::path& base) {
    std::filesystem::path dictionary = base;
    dictionary += ".dic";
    return {kazakh_suffixes(), read_kazakh_lexicon(dictionary), kazakh_closed_class()};
}

Table kazakh_stem_table(const Tokens& tokens, std::span<const LemmaLanguage> given, const LemmaSources& sources,
                        double least, unsigned threads, const Work& work) {
    assert(given.size() == 1 || given.size() == tokens.size());
    const TokenLanguages languages{given};
    const KazakhWordTable words = kazakh_word_table(tokens, languages);
    const KazakhGrammar grammar = read_kazakh_grammar(sources.kazakh);
    StemFamilies families = families_before(grammar, sources, threads, work);
    (void)read_and_count(words.words, grammar, rounds_of(sources), threads, work, families);
    std::vector<std::pair<std::string, StemFamilies::Count>> stems;
    for (std::uint32_t stem = 0; stem < families.counts.size(); ++stem)
        if (const StemFamilies::Count& count = families.counts[stem]; count.noun + count.verb >= least)
            stems.emplace_back(utf8_of(families.stems[stem]), count);
    std::ranges::sort(stems, {}, [](const auto& one) { return one.first; });
    TableRows rows(TextColumn{"stem"}, RealColumn{"noun"}, RealColumn{"verb"}, RealColumn{"bare"});
    const auto tenths = [](double value) { return std::round(value * 10) / 10; };
    for (const auto& [stem, count] : stems) rows.add(stem, tenths(count.noun), tenths(count.verb), tenths(count.bare));
    return rows.table();
}

void kazakh_token_lemmas(const Tokens& tokens, const TokenLanguages& languages, const LemmaSources& sources,
                         unsigned threads, const Work& work, Lemmas& result) {
    const KazakhWordTable table = kazakh_word_table(tokens, languages);
    if (table.words.empty()) return;
    const KazakhGrammar grammar = read_kazakh_grammar(sources.kazakh);
    StemFamilies families = families_before(grammar, sources, threads, work);
    const WordReadings readings = read_and_count(table.words, grammar, rounds_of(sources), threads, work, families);
    std::vector<KazakhCandidates> candidates(table.words.size());
    WorkStep step(work, "lemmas", table.words.size());
    parallel_chunks(
        table.words.size(), 256, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at)
                candidates[at] = kazakh_candidates(table.words[at], readings.of(at), grammar, families);
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
