#include "text/lemmas/kazakh_context.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

KazakhRole role_of(const KazakhReading& reading, const KazakhSuffixes& suffixes) {
    if (reading.chain.empty()) return reading.verb ? KazakhRole::finite_verb : KazakhRole::word;
    const KazakhSuffix& last = suffixes.suffixes[reading.chain.last()];
    if (reading.verb) {
        if ((last.gives & (part_converb_a | part_converb_p)) != 0) return KazakhRole::converb;
        if ((last.gives & (part_finite | part_past | part_person)) != 0) return KazakhRole::finite_verb;
        return KazakhRole::other_verb;
    }
    return last.tag == "acc" ? KazakhRole::accusative : KazakhRole::word;
}

std::string analysis_of(const KazakhReading& reading, const KazakhSuffixes& suffixes) {
    std::string text = reading.verb ? "verb" : "noun";
    for (std::size_t at = reading.chain.size(); at-- > 0;) {
        text += '+';
        text += suffixes.suffixes[reading.chain[at]].tag;
    }
    return text;
}

/// тап-таза, қып-қызыл: the first syllable said twice; the word is what follows.
std::u32string without_doubling(const std::u32string& word) {
    const std::size_t hyphen = word.find(U'-');
    if (hyphen == std::u32string::npos || hyphen < 2 || hyphen > 3 || hyphen + 3 >= word.size()) return word;
    if (word[hyphen - 1] != U'п' && word[hyphen - 1] != U'м') return word;
    const std::u32string rest = word.substr(hyphen + 1);
    return rest.starts_with(word.substr(0, hyphen - 1)) ? rest : word;
}

bool auxiliary_verb(const std::u32string& lemma) {
    static constexpr std::u32string_view all[] = {U"бер", U"ал",   U"кел", U"кет", U"қал",   U"қой",   U"тұр",
                                                  U"жүр", U"отыр", U"жат", U"бол", U"баста", U"жібер", U"бар"};
    return std::ranges::find(all, lemma) != std::end(all);
}

bool is_verb(KazakhRole role) {
    return role == KazakhRole::finite_verb || role == KazakhRole::converb || role == KazakhRole::other_verb;
}

}  // namespace

KazakhCandidates kazakh_candidates(const CountedWord& counted, std::span<const WeighedReading> readings,
                                   const KazakhGrammar& grammar, const StemFamilies& families) {
    std::u32string word = counted.word;
    // Several words that a treebank takes for one (болған жоқ): the first carries the meaning.
    if (const std::size_t space = word.find(U' '); space != std::u32string::npos && space > 0) word.resize(space);
    // қой is a particle after a predicate, else a verb or a sheep.
    if (word == U"қой")
        return {{U"ғой", "closed", 0, 0.5, true, KazakhRole::particle},
                {U"қой", "verb", 0, 0.5, true, KazakhRole::finite_verb}};
    if (const auto closed = grammar.closed_class.find(word); closed != grammar.closed_class.end())
        return {{closed->second, "closed", 0, 1, true, KazakhRole::particle}};
    if (!has_kazakh_vowel(word) || word.size() > longest_kazakh_word)
        return {{word, "mark", 0, 1, false, KazakhRole::mark}};
    word = without_doubling(word);
    std::vector<WeighedReading> own;
    if (readings.empty() || word.size() != counted.word.size()) {
        own = read_word(word, grammar, families);
        readings = own;
    }
    std::vector<ReadingShare> shares;
    reading_shares(readings, counted.capital, families, 1e-4, shares);
    KazakhCandidates result;
    std::u32string lemma;
    for (const ReadingShare& one : shares) {
        const WeighedReading& reading = readings[one.number];
        stem_of_reading(word, reading, lemma);
        const KazakhRole role = role_of(reading.reading, grammar.suffixes);
        double sum = one.share;
        bool same_lemma = false, there = false;
        for (KazakhCandidate& other : result) {
            if (other.lemma != lemma) continue;
            other.share += one.share;
            if (!same_lemma) sum = other.share;
            same_lemma = true;
            there = there || other.role == role;
        }
        if (there || result.size() >= most_kazakh_candidates) continue;
        result.push_back({lemma, analysis_of(reading.reading, grammar.suffixes), one.score, sum, reading.known, role});
    }
    return result;
}

std::size_t candidate_in_context(const KazakhCandidates& here, const KazakhCandidates* before,
                                 const KazakhCandidates* next) {
    if (here.size() == 1) return 0;
    const bool ends = next == nullptr || next->front().role == KazakhRole::mark;
    const bool starts = before == nullptr || before->front().role == KazakhRole::mark;
    const bool verb_next = !ends && is_verb(next->front().role);
    const bool particle_next = !ends && next->front().role == KazakhRole::particle;
    const auto gain = [&](const KazakhCandidate& candidate) {
        switch (candidate.role) {
            case KazakhRole::finite_verb: return ends ? 1.5 : particle_next ? 0.0 : -1.0;
            case KazakhRole::converb: return verb_next ? (auxiliary_verb(next->front().lemma) ? 2.0 : 0.5) : -0.5;
            case KazakhRole::other_verb: return ends ? -0.3 : 0.2;
            case KazakhRole::accusative: return verb_next || particle_next ? 0.5 : ends ? -0.5 : -1.5;
            case KazakhRole::particle: return ends && !starts ? 2.0 : -2.0;
            case KazakhRole::word: return ends ? -0.7 : 0.0;
            case KazakhRole::mark: break;
        }
        return 0.0;
    };
    std::size_t best = 0;
    double most = here.front().score + gain(here.front());
    for (std::size_t at = 1; at < here.size(); ++at) {
        const double score = here[at].score + gain(here[at]);
        if (score > most) {
            most = score;
            best = at;
        }
    }
    return best;
}

}  // namespace tarazy
