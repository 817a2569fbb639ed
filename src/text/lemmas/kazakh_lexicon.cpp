#include "text/lemmas/kazakh_lexicon.hpp"

#include "base/error.hpp"
#include "text/lemmas/kazakh_letters.hpp"
#include "text/lemmas/kazakh_own_words.hpp"
#include "text/lemmas/kazakh_readings.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <vector>

namespace tarazy {
namespace {

/// The gerund takes the last ы, і of a stem with it (оқу = оқы + у); the word list has such stems by themselves.
void add_verb(KazakhLexicon& lexicon, const std::u32string& gerund) {
    std::u32string stem = gerund.substr(0, gerund.size() - 1);
    if (gerund.back() == U'ю' && stem.back() != U'и') stem += U'й';
    if (stem.back() == U'б') stem.back() = U'п';  // the gerund of тап is табу
    if (stem.back() == U'г') stem.back() = U'к';
    if (stem.back() == U'ғ') stem.back() = U'қ';
    lexicon.entries[stem].kinds |= entry_verb;
}

/// A verb, also with its last consonant voiced before a vowel (табыл- = тап + ыл).
bool voice_base(const KazakhLexicon& lexicon, std::u32string stem) {
    if (stem.empty()) return false;
    if ((lexicon.of(stem).kinds & entry_verb) != 0) return true;
    const char32_t last = stem.back();
    if (last != U'б' && last != U'г' && last != U'ғ') return false;
    stem.back() = last == U'б' ? U'п' : last == U'г' ? U'к' : U'қ';
    return (lexicon.of(stem).kinds & entry_verb) != 0;
}

/// Endings that make no word of their own.
bool inflects(const KazakhSuffix& suffix) {
    return (suffix.gives & (part_plural | part_possessive | part_possessive3 | part_case | part_finite | part_past |
                            part_converb_p | part_person | part_negation)) != 0 ||
           suffix.tag == "attr" || suffix.tag == "past_part" || suffix.tag == "impf_part";
}

/// A verb that is the passive or the reciprocal of another is no stem of its own, as the treebanks have it.
void drop_voices(KazakhLexicon& lexicon) {
    const auto is_verb = [&](const std::u32string& stem) { return (lexicon.of(stem).kinds & entry_verb) != 0; };
    std::vector<std::u32string> dropped;
    for (const auto& [stem, word] : lexicon.entries) {
        if ((word.kinds & entry_verb) == 0 || (word.kinds & entry_ours) != 0 || stem.size() < 3) continue;
        const char32_t last = stem.back();
        const std::u32string before = stem.substr(0, stem.size() - 1), shorter = before.substr(0, before.size() - 1);
        const bool link = before.back() == U'ы' || before.back() == U'і';
        bool voice = false;
        if (last == U'л') voice = is_verb(before) || (link && voice_base(lexicon, shorter));
        if (last == U'н') voice = link && shorter.back() == U'л' && is_verb(shorter);
        if (last == U'с') voice = is_verb(before) || (link && voice_base(lexicon, shorter));
        if (voice) dropped.push_back(stem);
    }
    for (const std::u32string& stem : dropped) lexicon.entries[stem].kinds &= static_cast<std::uint8_t>(~entry_verb);
}

/// The word list has thousands of inflected forms as words of their own. An entry that a shorter stem and suffixes
/// explain is doubted the more, the longer the suffixes are; how often its stem is met decides later.
void doubt_inflected(KazakhLexicon& lexicon, const KazakhSuffixes& suffixes) {
    std::vector<std::pair<KazakhWord*, float>> doubts;
    for (auto& [stem, word] : lexicon.entries) {
        if ((word.kinds & entry_noun) == 0 || (word.kinds & entry_ours) != 0) continue;
        std::size_t cut = 0;
        for (const KazakhReading& reading : kazakh_readings(stem, suffixes)) {
            if (reading.chain.empty() || reading.cost > 4.5 || reading.stem.size() < 2) continue;
            std::uint8_t kinds = lexicon.of(reading.stem).kinds;
            const KazakhSuffix& inner = suffixes.suffixes[reading.chain.back()];
            if (kinds == 0 && (inner.gives & (part_possessive | part_possessive3)) != 0)
                kinds = lexicon.of(with_vowel_restored(reading.stem)).kinds & entry_noun;
            if ((kinds & (reading.verb ? entry_verb : entry_noun)) == 0) continue;
            if (!inflects(suffixes.suffixes[reading.chain.front()])) continue;
            const std::string& tag = suffixes.suffixes[reading.chain.front()].tag;
            // -сыз, -тық, and -ым after verbs make words, too.
            if (tag == "p2pol" || tag == "past1pl") continue;
            if (tag == "poss1sg" && reading.chain.size() == 1 && (lexicon.of(reading.stem).kinds & entry_verb) != 0)
                continue;
            // -ты, -ді may also be the suffix of adjectives: қуанышты.
            if (tag == "acc" && stem.size() - reading.stem.size() == 2) continue;
            cut = std::max(cut, stem.size() - std::min(stem.size(), reading.stem.size()));
        }
        if (cut > 0) doubts.emplace_back(&word, static_cast<float>(std::pow(0.25, static_cast<double>(cut))));
    }
    for (const auto& [word, weight] : doubts) word->weight = weight;
}

}  // namespace

KazakhWord KazakhLexicon::of_part(const std::u32string& stem) const {
    const auto found = entries.find(stem);
    if (found != entries.end()) return found->second;
    const std::size_t hyphen = stem.rfind(U'-');
    if (hyphen == std::u32string::npos || hyphen == 0 || hyphen + 2 >= stem.size()) return {};
    KazakhWord part = of(stem.substr(hyphen + 1));
    part.kinds &= entry_noun | entry_name;
    return part;
}

KazakhLexicon kazakh_lexicon_of(std::string_view dic_text, const KazakhSuffixes& suffixes) {
    KazakhLexicon lexicon;
    lexicon.entries.reserve(70'000);
    std::vector<std::u32string> gerunds;
    while (!dic_text.empty()) {
        const std::size_t end = std::min(dic_text.find('\n'), dic_text.size());
        std::string_view line = dic_text.substr(0, end);
        dic_text.remove_prefix(std::min(end + 1, dic_text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        const std::size_t slash = std::min(line.find('/'), line.size());
        const std::string_view flags = line.substr(std::min(slash + 1, line.size()));
        const std::u32string word = lower_code_points(line.substr(0, slash));
        if (word.size() < 2 || word.size() > 40 || (word.front() >= U'0' && word.front() <= U'9')) continue;
        if (flags.starts_with('M') && (word.back() == U'у' || word.back() == U'ю'))
            gerunds.push_back(word);
        else
            lexicon.entries[word].kinds |= static_cast<std::uint8_t>(flags.starts_with('B') ? entry_name : entry_noun);
    }
    for (const std::u32string& gerund : gerunds) add_verb(lexicon, gerund);
    const auto add_own = [&](std::string_view words, unsigned kind) {
        std::u32string word;
        for (const char32_t letter : lower_code_points(words)) {
            if (letter != U' ' && letter != U'\n') {
                word += letter;
                continue;
            }
            if (!word.empty()) lexicon.entries[word].kinds |= static_cast<std::uint8_t>(kind | entry_ours);
            word.clear();
        }
    };
    add_own(kazakh_own_verbs, entry_verb);
    add_own(kazakh_own_nouns, entry_noun);
    add_own(kazakh_own_names, entry_name);
    std::erase_if(lexicon.entries, [](const auto& entry) {  // noise of the word list; ours has all of these
        return entry.first.size() <= 2 && entry.second.kinds == entry_verb;
    });
    for (auto& [stem, word] : lexicon.entries)
        if (stem.size() <= 2 && (word.kinds & entry_ours) == 0) word.kinds &= static_cast<std::uint8_t>(~entry_verb);
    for (auto& [stem, word] : lexicon.entries) {  // шош- is what the gerund шошу leaves of шошы-
        if ((word.kinds & entry_verb) == 0 || (word.kinds & entry_ours) != 0) continue;
        const auto ours = [&](const std::u32string& full) {
            return !full.empty() && (lexicon.of(full).kinds & entry_ours) != 0 &&
                   (lexicon.of(full).kinds & entry_verb) != 0;
        };
        if (ours(stem + U'ы') || ours(stem + U'і') || ours(with_vowel_restored(stem)))
            word.kinds &= static_cast<std::uint8_t>(~entry_verb);
    }
    drop_voices(lexicon);
    doubt_inflected(lexicon, suffixes);
    return lexicon;
}

KazakhLexicon read_kazakh_lexicon(const std::filesystem::path& dictionary, const KazakhSuffixes& suffixes) {
    std::error_code error;
    if (!std::filesystem::exists(dictionary, error))
        throw InputError({dictionary.string(), 0, 0, "the Kazakh word list is missing",
                          "install the package hunspell-kk, or say where it is"});
    std::ifstream file(dictionary, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw FileError("cannot read " + dictionary.string());
    return kazakh_lexicon_of(text, suffixes);
}

}  // namespace tarazy
