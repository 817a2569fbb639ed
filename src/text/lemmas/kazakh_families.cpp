#include "text/lemmas/kazakh_families.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

// Set by hand while looking at one half of the development treebank; in units of words of running text, except where
// they multiply.
constexpr double known_stem = 1;
constexpr double own_stem = 3;
constexpr double unknown_stem = 0.004;  ///< times `unknown_shrink` for every letter
constexpr double unknown_shrink = 0.8;
constexpr double verb_as_noun = 0.2;  ///< the word list has verb stems among the nouns
constexpr double own_evidence = 0.1;  ///< what an unknown word's own frequency says for it as a stem
constexpr double own_evidence_doubted = 0.5;
constexpr double unknown_cut = 0.5;  ///< for every letter by which a known stem is shorter
constexpr double unknown_verb = 0.2;
constexpr double two_letters = 0.3;
constexpr double capital_is_no_verb = 2;  ///< nats

/// How far the stem of a reading is to be believed before the suffixes are seen.
double stem_weight(const KazakhReading& reading, KazakhWord known_word, std::size_t cut, const StemFamilies& families) {
    const std::u32string& stem = reading.stem;
    const std::uint8_t entry = known_word.kinds;
    const auto length = static_cast<double>(stem.size());
    const StemFamilies::Count family = families.of(stem);
    double prior = 0, count = reading.verb ? family.verb : family.noun;
    if (reading.verb) {
        if ((entry & entry_verb) != 0) {
            prior = (entry & entry_ours) != 0 ? own_stem : known_stem;
        } else {
            prior = unknown_stem * 0.1 * std::pow(unknown_shrink, length);
            count *= unknown_verb * std::pow(unknown_cut, static_cast<double>(cut));
        }
        if (reading.chain.empty()) count *= own_evidence;
    } else if ((entry & (entry_noun | entry_name)) != 0) {
        prior = known_stem * static_cast<double>(known_word.weight);
        if ((entry & entry_verb) != 0) prior *= verb_as_noun;  // the word list has verb stems among the nouns
        if ((entry & entry_ours) != 0) prior = own_stem;
        if (reading.chain.empty() && known_word.weight < 1) count -= (1 - own_evidence_doubted) * family.bare;
        if (stem.size() == 2 && (entry & entry_ours) == 0) prior *= 0.1, count *= two_letters;
    } else {
        prior = unknown_stem * std::pow(unknown_shrink, length);
        if (reading.chain.empty()) count -= (1 - own_evidence) * family.bare;
        count *= std::pow(unknown_cut, static_cast<double>(cut));
        if (stem.size() == 2) count *= two_letters;
    }
    return std::log(prior + std::max(count, 0.0));
}

}  // namespace

std::vector<ScoredReading> scored_readings(const CountedWord& word, const KazakhGrammar& grammar,
                                           const StemFamilies& families) {
    std::vector<ScoredReading> result;
    std::vector<KazakhWord> entries;
    const auto put = [&](KazakhReading reading, KazakhWord entry) {
        const bool known = (entry.kinds & (reading.verb ? entry_verb : entry_noun | entry_name)) != 0;
        result.push_back({std::move(reading), 0, known});
        entries.push_back(entry);
    };
    for (KazakhReading& reading : kazakh_readings(word.word, grammar.suffixes)) {
        const KazakhWord entry = grammar.lexicon.of_part(reading.stem);
        if (!reading.chain.empty() && (entry.kinds & (reading.verb ? entry_verb : entry_noun)) == 0) {
            // A vowel that the suffix drove out: only where the word list has the full stem.
            std::u32string full = with_vowel_restored(reading.stem);
            const KazakhSuffix& inner = grammar.suffixes.suffixes[reading.chain.back()];
            const KazakhWord full_entry = full.empty() ? KazakhWord{} : grammar.lexicon.of(full);
            const bool fits = reading.verb ? full_entry.kinds == (entry_verb | entry_ours) ||
                                                 full_entry.kinds == (entry_verb | entry_noun | entry_ours)
                                           : (inner.gives & (part_possessive | part_possessive3)) != 0 &&
                                                 (full_entry.kinds & entry_noun) != 0;
            if (fits) {
                KazakhReading other = reading;
                other.stem = std::move(full);
                other.cost += 0.3;
                put(std::move(other), full_entry);
            }
        }
        put(std::move(reading), entry);
    }
    struct Shorter {
        std::size_t length;
        double cost;
    };
    std::vector<Shorter> shorter;  // known stems, each with the least cost for its length
    for (const ScoredReading& one : result)
        if (one.known && one.reading.stem.size() > 1) {
            const auto same = std::ranges::find(shorter, one.reading.stem.size(), &Shorter::length);
            if (same == shorter.end())
                shorter.push_back({one.reading.stem.size(), one.reading.cost});
            else
                same->cost = std::min(same->cost, one.reading.cost);
        }
    for (std::size_t at = 0; at < result.size(); ++at) {
        const KazakhReading& reading = result[at].reading;
        std::size_t cut = 0;
        if (!result[at].known)
            for (const Shorter& other : shorter)
                if (other.length < reading.stem.size() && other.cost - reading.cost < 5)
                    cut = std::max(cut, reading.stem.size() - other.length);
        result[at].score = stem_weight(reading, entries[at], cut, families) - reading.cost;
        if (reading.verb) result[at].score -= capital_is_no_verb * word.capital;  // names are no verbs
    }
    std::ranges::stable_sort(result, std::ranges::greater{}, &ScoredReading::score);
    return result;
}

StemFamilies stem_families(std::span<const CountedWord> words, const KazakhGrammar& grammar, const StemFamilies& before,
                           int rounds) {
    StemFamilies families = before;
    for (int round = 0; round < rounds; ++round) {
        StemFamilies next = before;
        for (const CountedWord& word : words) {
            if (grammar.closed_class.contains(word.word)) continue;
            const auto readings = scored_readings(word, grammar, families);
            double total = 0;
            for (const ScoredReading& one : readings) total += std::exp(one.score - readings.front().score);
            for (const ScoredReading& one : readings) {
                const double share = std::exp(one.score - readings.front().score) / total;
                if (share < 1e-3) break;
                StemFamilies::Count& count = next.stems[one.reading.stem];
                (one.reading.verb ? count.verb : count.noun) += share * word.count;
                if (!one.reading.verb && one.reading.chain.empty()) count.bare += share * word.count;
            }
        }
        families = std::move(next);
    }
    return families;
}

}  // namespace tarazy
