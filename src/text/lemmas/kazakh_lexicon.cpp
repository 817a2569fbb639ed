#include "text/lemmas/kazakh_lexicon.hpp"

#include "base/error.hpp"
#include "text/lemmas/kazakh_letters.hpp"
#include "text/lemmas/kazakh_own_words.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

namespace tarazy {
namespace {

void add_kinds(KazakhLexicon& lexicon, std::u32string_view stem, unsigned kinds) {
    const std::uint32_t number = lexicon.stems.add(stem);
    if (number >= lexicon.kinds.size()) lexicon.kinds.resize(number + std::size_t{1}, 0);
    lexicon.kinds[number] |= static_cast<std::uint8_t>(kinds);
}

void no_verb(std::uint8_t& kinds) {
    kinds &= static_cast<std::uint8_t>(~entry_verb);
}

/// The gerund takes the last ы, і of a stem with it (оқу = оқы + у); the word list has such stems by themselves.
void add_verb(KazakhLexicon& lexicon, const std::u32string& gerund) {
    std::u32string stem = gerund.substr(0, gerund.size() - 1);
    if (gerund.back() == U'ю' && stem.back() != U'и') stem += U'й';
    if (stem.back() == U'б') stem.back() = U'п';  // the gerund of тап is табу
    if (stem.back() == U'г') stem.back() = U'к';
    if (stem.back() == U'ғ') stem.back() = U'қ';
    add_kinds(lexicon, stem, entry_verb);
}

bool is_verb_stem(const KazakhLexicon& lexicon, std::u32string_view stem) {
    return (lexicon.of(stem).kinds & entry_verb) != 0;
}

/// A verb, also with its last consonant voiced before a vowel (табыл- = тап + ыл).
bool voice_base(const KazakhLexicon& lexicon, std::u32string stem) {
    if (stem.empty()) return false;
    if (is_verb_stem(lexicon, stem)) return true;
    const char32_t last = stem.back();
    if (last != U'б' && last != U'г' && last != U'ғ') return false;
    stem.back() = last == U'б' ? U'п' : last == U'г' ? U'к' : U'қ';
    return is_verb_stem(lexicon, stem);
}

/// Endings that make no word of their own.
bool inflects(const KazakhSuffix& suffix) {
    return (suffix.gives & (part_plural | part_possessive | part_possessive3 | part_case | part_finite | part_past |
                            part_converb_p | part_person | part_negation)) != 0 ||
           suffix.tag == "attr" || suffix.tag == "past_part" || suffix.tag == "impf_part";
}

/// A verb that is the passive or the reciprocal of another is no stem of its own, as the treebanks have it.
void drop_voices(KazakhLexicon& lexicon) {
    std::vector<std::uint32_t> dropped;
    for (std::uint32_t number = 0; number < lexicon.kinds.size(); ++number) {
        const std::u32string_view stem = lexicon.stems[number];
        const unsigned kinds = lexicon.kinds[number];
        if ((kinds & entry_verb) == 0 || (kinds & entry_ours) != 0 || stem.size() < 3) continue;
        const char32_t last = stem.back();
        if (last != U'л' && last != U'н' && last != U'с') continue;
        const std::u32string_view before = stem.substr(0, stem.size() - 1),
                                  shorter = before.substr(0, before.size() - 1);
        const bool link = before.back() == U'ы' || before.back() == U'і';
        bool voice = false;
        if (last == U'н') voice = link && shorter.back() == U'л' && is_verb_stem(lexicon, shorter);
        if (last != U'н')
            voice = is_verb_stem(lexicon, before) || (link && voice_base(lexicon, std::u32string(shorter)));
        if (voice) dropped.push_back(number);
    }
    for (const std::uint32_t number : dropped) no_verb(lexicon.kinds[number]);
}

void add_own_words(KazakhLexicon& lexicon, std::string_view words, unsigned kind) {
    std::u32string word;
    for (const char32_t letter : lower_code_points(words)) {
        if (letter != U' ' && letter != U'\n') {
            word += letter;
            continue;
        }
        if (!word.empty()) add_kinds(lexicon, word, kind | entry_ours);
        word.clear();
    }
}

void drop_noise(KazakhLexicon& lexicon) {
    const auto own_verb = [&](const std::u32string& stem) {
        const unsigned kinds = stem.empty() ? 0U : lexicon.of(stem).kinds;
        return (kinds & entry_ours) != 0 && (kinds & entry_verb) != 0;
    };
    for (std::uint32_t number = 0; number < lexicon.kinds.size(); ++number) {
        std::uint8_t& kinds = lexicon.kinds[number];
        if ((kinds & entry_verb) == 0 || (kinds & entry_ours) != 0) continue;
        const std::u32string stem(lexicon.stems[number]);
        if (stem.size() <= 2)
            no_verb(kinds);  // ours has all verbs of two letters
        else if (own_verb(stem + U'ы') || own_verb(stem + U'і') || own_verb(with_vowel_restored(stem)))
            no_verb(kinds);  // шош- is what the gerund шошу leaves of шошы-
    }
}

}  // namespace

KazakhLexicon::Entry KazakhLexicon::of_part(std::u32string_view stem) const {
    const Entry whole = of(stem);
    if (whole.number != KazakhStems::none) return whole;
    const std::size_t hyphen = stem.rfind(U'-');
    if (hyphen == std::u32string_view::npos || hyphen == 0 || hyphen + 2 >= stem.size()) return {};
    Entry part = of(stem.substr(hyphen + 1));
    part.kinds &= entry_noun | entry_name;
    return part;
}

float noun_weight(const KazakhLexicon& lexicon, std::uint32_t number, const KazakhSuffixes& suffixes,
                  KazakhCutter& cutter) {
    if ((lexicon.kinds[number] & (entry_noun | entry_ours)) != entry_noun) return 1;
    const std::u32string_view whole = lexicon.stems[number];
    std::size_t cut = 0;
    std::u32string stem;
    constexpr double most_cost = 4.5;
    for (const KazakhReading& reading : cutter.cut(whole, most_cost)) {
        if (reading.chain.empty() || reading.stem_size() < 2) continue;
        const KazakhSuffix& last = suffixes.suffixes[reading.chain.last()];
        if (!inflects(last)) continue;
        stem_of_reading(whole, reading, stem);
        std::uint8_t kinds = lexicon.of(stem).kinds;
        const std::uint32_t inner = suffixes.suffixes[reading.chain.first()].gives;
        if (kinds == 0 && (inner & (part_possessive | part_possessive3)) != 0)
            kinds = lexicon.of(with_vowel_restored(stem)).kinds & entry_noun;
        // The list has verb stems among the nouns; no noun ends like a genitive, whatever the stem.
        const bool listed_verb = reading.verb && (kinds & entry_noun) != 0 && whole.size() - stem.size() > 2 &&
                                 last.tag != "ger" && last.tag != "agent";
        const bool genitive = !reading.verb && last.tag == "gen" && stem.size() > 3;
        if ((kinds & (reading.verb ? entry_verb : entry_noun)) == 0 && !listed_verb && !genitive) continue;
        // -сыз, -тық, and -ым after verbs make words, too.
        if (last.tag == "p2pol" || last.tag == "past1pl") continue;
        if (last.tag == "poss1sg" && reading.chain.size() == 1 && is_verb_stem(lexicon, stem)) continue;
        // -ты, -ді may also be the suffix of adjectives: қуанышты.
        if (last.tag == "acc" && whole.size() - stem.size() == 2) continue;
        cut = std::max(cut, whole.size() - std::min(whole.size(), stem.size()));
    }
    return cut == 0 ? 1.0F : static_cast<float>(std::pow(0.25, static_cast<double>(cut)));
}

KazakhLexicon kazakh_lexicon_of(std::string_view dic_text) {
    KazakhLexicon lexicon;
    const std::size_t words = dic_text.size() / 40;  // bytes a line, about
    lexicon.stems.reserve(words);
    lexicon.kinds.reserve(words);
    std::vector<std::u32string> gerunds;
    std::u32string word;
    while (!dic_text.empty()) {
        const std::size_t end = std::min(dic_text.find('\n'), dic_text.size());
        std::string_view line = dic_text.substr(0, end);
        dic_text.remove_prefix(std::min(end + 1, dic_text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        const std::size_t slash = std::min(line.find('/'), line.size());
        const std::string_view flags = line.substr(std::min(slash + 1, line.size()));
        lower_code_points(line.substr(0, slash), word);
        if (word.size() < 2 || word.size() > 40 || (word.front() >= U'0' && word.front() <= U'9')) continue;
        if (flags.starts_with('M') && (word.back() == U'у' || word.back() == U'ю'))
            gerunds.push_back(word);
        else
            add_kinds(lexicon, word, flags.starts_with('B') ? entry_name : entry_noun);
    }
    for (const std::u32string& gerund : gerunds) add_verb(lexicon, gerund);
    add_own_words(lexicon, kazakh_own_verbs, entry_verb);
    add_own_words(lexicon, kazakh_own_nouns, entry_noun);
    add_own_words(lexicon, kazakh_own_names, entry_name);
    drop_noise(lexicon);
    drop_voices(lexicon);
    return lexicon;
}

KazakhLexicon read_kazakh_lexicon(const std::filesystem::path& dictionary) {
    std::error_code error;
    if (!std::filesystem::exists(dictionary, error))
        throw InputError({dictionary.string(), 0, 0, "the Kazakh word list is missing",
                          "install the package hunspell-kk, or say where it is"});
    std::ifstream file(dictionary, std::ios::binary);
    std::string text(static_cast<std::size_t>(std::filesystem::file_size(dictionary, error)), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (error || !file) throw FileError("cannot read " + dictionary.string());
    return kazakh_lexicon_of(text);
}

}  // namespace tarazy
