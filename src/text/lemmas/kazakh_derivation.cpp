#include "text/lemmas/kazakh_derivation.hpp"

#include "text/lemmas/kazakh_letters.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

std::u32string_view without_ending(std::u32string_view stem, std::size_t letters) {
    return stem.substr(0, stem.size() - std::min(letters, stem.size()));
}

/// -ла, -да, -та after the sound before them, on a noun of the list.
bool verb_of_noun(std::u32string_view stem, const KazakhLexicon& lexicon) {
    if (stem.size() < 4 || (stem.back() != U'а' && stem.back() != U'е')) return false;
    const std::u32string_view noun = stem.substr(0, stem.size() - 2);
    if ((lexicon.of(noun).kinds & entry_noun) == 0) return false;
    // сипаттала: the passive of сипатта and a converb, though the list has сипаттал
    if (noun.back() == U'л' && (lexicon.of(without_ending(noun, 1)).kinds & entry_verb) != 0) return false;
    const KazakhSound sound = final_sound(noun);
    switch (stem[stem.size() - 2]) {
        case U'л': return (sound & (sound_vowel | sound_glide | sound_liquid)) != 0;
        case U'д': return (sound & (sound_lateral | sound_nasal | sound_sibilant)) != 0;
        case U'т': return sound == sound_voiceless;
        default: return false;
    }
}

}  // namespace

bool derived_verb(std::u32string_view stem, const KazakhLexicon& lexicon) {
    static constexpr std::array<std::u32string_view, 8> causatives = {U"дыр", U"дір", U"тыр", U"тір",
                                                                      U"ғыз", U"гіз", U"қыз", U"кіз"};
    const auto verb_base = [&](std::u32string_view base) {
        if (base.size() < 2) return false;
        if ((lexicon.of(base).kinds & entry_verb) != 0 || verb_of_noun(base, lexicon)) return true;
        return base.back() == U'н' && verb_of_noun(without_ending(base, 1), lexicon);
    };
    if (verb_of_noun(stem, lexicon)) return true;
    if (stem.size() < 4) return false;
    if (stem.back() == U'н') return verb_of_noun(without_ending(stem, 1), lexicon);
    if (stem.back() == U'т') {
        const std::u32string_view base = without_ending(stem, 1);
        const KazakhSound sound = final_sound(base);
        return (sound == sound_vowel || base.back() == U'р' || base.back() == U'л') && verb_base(base);
    }
    return std::ranges::any_of(causatives, [&](std::u32string_view causative) {
        return stem.ends_with(causative) && verb_base(without_ending(stem, causative.size()));
    });
}

char32_t lost_letter(std::u32string_view stem, char32_t suffix, const KazakhLexicon& lexicon) {
    if (stem.size() < 3) return 0;
    const auto is_noun = [&](char32_t letter) {
        std::u32string whole(stem);
        whole += letter;
        return (lexicon.of(whole).kinds & entry_noun) != 0;
    };
    const bool vowel = kazakh_sound(suffix) == sound_vowel;
    if (stem.back() == U'с' && (vowel || suffix == U'т') && is_noun(U'т')) return U'т';
    const KazakhSound sound = final_sound(stem);
    if (vowel && (sound & (sound_lateral | sound_nasal | sound_liquid)) != 0 && is_noun(U'ь')) return U'ь';
    return 0;
}

bool patronymic(std::u32string_view stem) {
    return (stem.size() > 4 && stem.ends_with(U"ұл")) || (stem.size() > 5 && stem.ends_with(U"қыз"));
}

bool ends_like_no_word(std::u32string_view stem) {
    const char32_t last = stem.empty() ? 0 : stem.back();
    return last == U'б' || last == U'г' || last == U'ғ' || last == U'д';
}

}  // namespace tarazy
