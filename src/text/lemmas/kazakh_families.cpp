#include "text/lemmas/kazakh_families.hpp"

#include "base/parallel.hpp"
#include "text/lemmas/kazakh_derivation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

// Set by hand while looking at one half of the development treebank; in units of words of running text, except where
// they multiply.
constexpr double known_stem = 1;
constexpr double own_stem = 3;
constexpr double unknown_stem = 0.004;  ///< times `unknown_shrink` for every letter
constexpr double unknown_shrink = 0.65;
constexpr double derived_stem = 0.05;    ///< a verb made from a known stem
constexpr double listed_as_noun = 0.01;  ///< the word list has verb stems among the nouns, and not among the verbs
constexpr double odd_stem = 0.1;         ///< times, for an unknown one that ends as no word does
constexpr double verb_as_noun = 0.2;     ///< the word list has verb stems among the nouns
constexpr double own_evidence = 0.1;     ///< what an unknown word's own frequency says for it as a stem
constexpr double own_evidence_doubted = 0.5;
constexpr double unknown_cut = 0.5;  ///< for every letter by which a known stem is shorter
constexpr double unknown_verb = 0.2;
constexpr double two_letters = 0.3;
constexpr double capital_is_no_verb = 2;  ///< nats
constexpr double least_counted_share = 1e-3;

constexpr std::size_t words_a_chunk = 256;

/// Powers of a number, asked for by the letter.
class LetterPowers {
public:
    explicit LetterPowers(double base) {
        for (std::size_t at = 0; at < powers_.size(); ++at) powers_[at] = std::pow(base, static_cast<double>(at));
    }
    [[nodiscard]] double operator[](std::size_t letters) const {
        return powers_[std::min(letters, powers_.size() - 1)];
    }

private:
    std::array<double, longest_kazakh_word + 2> powers_{};
};

/// How far the stem of a reading is to be believed before the suffixes are seen.
double stem_weight(const WeighedReading& one, const StemFamilies& families) {
    static const LetterPowers shrunk(unknown_shrink), cut_short(unknown_cut);
    const std::uint8_t entry = one.kinds;
    const bool bare = one.reading.chain.empty();
    const std::size_t length = one.stem_size();
    const StemFamilies::Count family =
        one.family == KazakhStems::none ? StemFamilies::Count{} : families.counts[one.family];
    double prior = 0, count = one.reading.verb ? family.verb : family.noun;
    if (one.reading.verb) {
        if ((entry & entry_verb) != 0) {
            prior = (entry & entry_ours) != 0 ? own_stem : known_stem;
        } else {
            prior = unknown_stem * 0.1 * shrunk[length];
            if ((entry & entry_noun) != 0 && !bare) prior = std::max(prior, listed_as_noun);
            if (one.derived && !bare)
                prior = std::max(prior, derived_stem);
            else
                count *= unknown_verb * cut_short[one.cut];
        }
        if (bare) count *= own_evidence;
    } else if ((entry & (entry_noun | entry_name)) != 0) {
        prior = known_stem * static_cast<double>(one.weight);
        if ((entry & entry_verb) != 0) prior *= verb_as_noun;  // the word list has verb stems among the nouns
        if ((entry & entry_ours) != 0) prior = own_stem;
        if (bare && one.weight < 1) count -= (1 - own_evidence_doubted) * family.bare;
        if (length == 2 && (entry & entry_ours) == 0) prior *= 0.1, count *= two_letters;
    } else {
        prior = unknown_stem * shrunk[length];
        if (bare) count -= (1 - own_evidence) * family.bare;
        count *= cut_short[one.cut];
        if (length == 2) count *= two_letters;
        if (one.odd) prior *= odd_stem, count *= odd_stem;
    }
    return std::log(prior + std::max(count, 0.0));
}

/// Takes one word after the other apart with the same memory.
class WordReader {
public:
    explicit WordReader(const KazakhGrammar& grammar) : grammar_(&grammar), cutter_(grammar.suffixes) {}

    /// Adds the readings of the word to `result`, without their families and weights.
    void read(std::u32string_view word, std::vector<WeighedReading>& result) {
        const std::size_t begin = result.size();
        const KazakhReading* last = nullptr;
        KazakhLexicon::Entry entry;
        for (const KazakhReading& reading : cutter_.cut(word)) {
            if (last == nullptr || last->kept != reading.kept || last->ending != reading.ending) {
                stem_of_reading(word, reading, stem_);
                entry = grammar_->lexicon.of_part(stem_);
            }
            last = &reading;
            if (!reading.chain.empty() && (entry.kinds & (reading.verb ? entry_verb : entry_noun)) == 0)
                add_full(word, reading, result);
            add(reading, entry, false, result);
            WeighedReading& added = result.back();
            if (added.known || reading.chain.empty()) continue;
            // роликтер is the plural of ролик, not what a verb роликте- will do
            const bool plural = grammar_->suffixes.suffixes[reading.chain.first()].gives == part_aorist;
            added.derived = reading.verb && !plural && derived_verb(stem_, grammar_->lexicon);
            added.odd = !reading.verb && ends_like_no_word(stem_);
        }
        count_cut_letters(std::span(result).subspan(begin));
    }

private:
    static void add(const KazakhReading& reading, KazakhLexicon::Entry entry, bool full,
                    std::vector<WeighedReading>& result) {
        WeighedReading one;
        one.reading = reading;
        one.entry = entry.number;
        one.kinds = entry.kinds;
        one.full = full;
        one.known = (entry.kinds & (reading.verb ? entry_verb : entry_noun | entry_name)) != 0;
        result.push_back(one);
    }

    /// With a vowel that the suffix drove out: only where the word list has the full stem.
    /// Also with what the spelling of loans drops, and the possessive that belongs to a name.
    void add_full(std::u32string_view word, const KazakhReading& reading, std::vector<WeighedReading>& result) {
        if (!reading.verb && reading.ending == 0) {
            KazakhReading other = reading;
            other.ending = lost_letter(stem_, word[reading.kept], grammar_->lexicon);
            if (other.ending != 0) {
                other.cost += 0.3;
                add(other, grammar_->lexicon.of(stem_ + other.ending), false, result);
            }
            const KazakhSuffix& beside = grammar_->suffixes.suffixes[reading.chain.first()];
            if (patronymic(stem_) && beside.gives == part_possessive3 && word[reading.kept] == U'ы') {
                other.ending = U'ы';
                other.cost = reading.cost - beside.cost;
                add(other, grammar_->lexicon.of(stem_ + U'ы'), false, result);
            }
        }
        const std::u32string full = with_vowel_restored(stem_);
        if (full.empty()) return;
        const KazakhLexicon::Entry entry = grammar_->lexicon.of(full);
        const std::uint32_t inner = grammar_->suffixes.suffixes[reading.chain.first()].gives;
        const bool fits =
            reading.verb
                ? entry.kinds == (entry_verb | entry_ours) || entry.kinds == (entry_verb | entry_noun | entry_ours)
                : (inner & (part_possessive | part_possessive3)) != 0 && (entry.kinds & entry_noun) != 0;
        if (!fits) return;
        KazakhReading other = reading;
        other.cost += 0.3;
        add(other, entry, true, result);
    }

    void count_cut_letters(std::span<WeighedReading> readings) {
        for (WeighedReading& one : readings) {
            if (one.known) continue;
            const std::size_t size = one.stem_size();
            for (const WeighedReading& other : readings) {
                const std::size_t shorter = other.stem_size();
                if (!other.known || shorter < 2 || shorter >= size || other.reading.cost - one.reading.cost >= 5)
                    continue;
                one.cut = std::max(one.cut, static_cast<std::uint8_t>(std::min(size - shorter, std::size_t{255})));
            }
        }
    }

    const KazakhGrammar* grammar_;
    KazakhCutter cutter_;
    std::u32string stem_;
};

/// Asks for the weight of every entry that occurs, once.
void weigh_entries(const KazakhGrammar& grammar, unsigned threads, const Work& work, WordReadings& words) {
    std::vector<float> weights(grammar.lexicon.kinds.size(), -1);
    std::vector<std::uint32_t> asked;
    for (const WeighedReading& one : words.readings)
        if ((one.kinds & entry_noun) != 0 && !one.reading.verb && weights[one.entry] < 0) {
            weights[one.entry] = 1;
            asked.push_back(one.entry);
        }
    parallel_chunks(
        asked.size(), words_a_chunk, threads,
        [&](std::size_t begin, std::size_t end) {
            KazakhCutter cutter(grammar.suffixes);
            for (std::size_t at = begin; at < end; ++at)
                weights[asked[at]] = noun_weight(grammar.lexicon, asked[at], grammar.suffixes, cutter);
        },
        work);
    for (WeighedReading& one : words.readings)
        if ((one.kinds & entry_noun) != 0 && !one.reading.verb) one.weight = weights[one.entry];
}

}  // namespace

void stem_of_reading(std::u32string_view word, const WeighedReading& reading, std::u32string& stem) {
    stem_of_reading(word, reading.reading, stem);
    if (reading.full) stem = with_vowel_restored(stem);
}

double reading_score(const WeighedReading& reading, double capital, const StemFamilies& families) {
    const double score = stem_weight(reading, families) - reading.reading.cost;
    return reading.reading.verb ? score - capital_is_no_verb * capital : score;  // names are no verbs
}

void reading_shares(std::span<const WeighedReading> readings, double capital, const StemFamilies& families,
                    double least, std::vector<ReadingShare>& shares) {
    shares.clear();
    for (std::size_t at = 0; at < readings.size(); ++at) {
        const double score = reading_score(readings[at], capital, families);
        shares.push_back({at, score, 0});
        for (std::size_t place = at; place > 0 && shares[place - 1].score < score; --place)
            std::swap(shares[place], shares[place - 1]);
    }
    double total = 0;
    for (ReadingShare& one : shares) total += one.share = std::exp(one.score - shares.front().score);
    std::size_t kept = 0;
    while (kept < shares.size() && (shares[kept].share /= total) >= least) ++kept;
    shares.resize(kept);
}

WordReadings read_words(std::span<const CountedWord> words, const KazakhGrammar& grammar, StemFamilies& families,
                        unsigned threads, const Work& work) {
    struct Chunk {
        std::vector<WeighedReading> readings;
        std::vector<std::uint16_t> of_word;
    };
    std::vector<Chunk> chunks((words.size() + words_a_chunk - 1) / words_a_chunk);
    WorkStep step(work, "readings", words.size());
    parallel_chunks(
        words.size(), words_a_chunk, threads,
        [&](std::size_t begin, std::size_t end) {
            WordReader reader(grammar);
            Chunk& chunk = chunks[begin / words_a_chunk];
            chunk.readings.reserve((end - begin) * 6);
            for (std::size_t at = begin; at < end; ++at) {
                const std::u32string& word = words[at].word;
                const std::size_t before = chunk.readings.size();
                if (has_kazakh_vowel(word) && !grammar.closed_class.contains(word)) reader.read(word, chunk.readings);
                chunk.of_word.push_back(static_cast<std::uint16_t>(chunk.readings.size() - before));
            }
        },
        step);
    WordReadings result;
    std::size_t total = 0;
    for (const Chunk& chunk : chunks) total += chunk.readings.size();
    result.readings.reserve(total);
    result.first.reserve(words.size() + 1);
    std::size_t word = 0;
    std::u32string stem;
    for (Chunk& chunk : chunks) {  // in the order of the words, so that stems have the same numbers at any threads
        auto reading = chunk.readings.begin();
        for (const std::uint16_t count : chunk.of_word) {
            const auto begin = reading;
            for (const auto end = reading + count; reading != end; ++reading) {
                if (reading != begin && reading->same_stem(reading[-1])) {
                    reading->family = reading[-1].family;
                } else {
                    stem_of_reading(words[word].word, *reading, stem);
                    reading->family = families.add(stem);
                }
                result.readings.push_back(*reading);
            }
            result.first.push_back(result.readings.size());
            ++word;
        }
        chunk = {};
    }
    weigh_entries(grammar, threads, work, result);
    return result;
}

std::vector<WeighedReading> read_word(std::u32string_view word, const KazakhGrammar& grammar,
                                      const StemFamilies& families) {
    std::vector<WeighedReading> result;
    WordReader(grammar).read(word, result);
    KazakhCutter cutter(grammar.suffixes);
    std::u32string stem;
    for (WeighedReading& one : result) {
        stem_of_reading(word, one, stem);
        one.family = families.stems.find(stem);
        if ((one.kinds & entry_noun) != 0 && !one.reading.verb)
            one.weight = noun_weight(grammar.lexicon, one.entry, grammar.suffixes, cutter);
    }
    return result;
}

void count_stems(std::span<const CountedWord> words, const WordReadings& readings, int rounds, unsigned threads,
                 const Work& work, StemFamilies& families) {
    struct StemShare {
        std::uint32_t family;
        bool verb, bare;
        double count;
    };
    const std::vector<StemFamilies::Count> before = families.counts;
    std::vector<std::vector<StemShare>> chunks((words.size() + words_a_chunk - 1) / words_a_chunk);
    for (int round = 0; round < rounds; ++round) {
        WorkStep step(work, "counts of stems", words.size());
        parallel_chunks(
            words.size(), words_a_chunk, threads,
            [&](std::size_t begin, std::size_t end) {
                std::vector<StemShare>& chunk = chunks[begin / words_a_chunk];
                chunk.clear();
                std::vector<ReadingShare> shares;
                for (std::size_t at = begin; at < end; ++at) {
                    const auto of_word = readings.of(at);
                    if (of_word.empty()) continue;
                    reading_shares(of_word, words[at].capital, families, least_counted_share, shares);
                    for (const ReadingShare& share : shares) {
                        const WeighedReading& one = of_word[share.number];
                        chunk.push_back(
                            {one.family, one.reading.verb, one.reading.chain.empty(), share.share * words[at].count});
                    }
                }
            },
            step);
        families.counts = before;
        for (const auto& chunk : chunks)  // in the order of the words, so that sums are the same at any threads
            for (const StemShare& share : chunk) {
                StemFamilies::Count& count = families.counts[share.family];
                (share.verb ? count.verb : count.noun) += share.count;
                if (!share.verb && share.bare) count.bare += share.count;
            }
    }
}

}  // namespace tarazy
