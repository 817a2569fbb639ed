#include "text/lemmas/kazakh_letters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

constexpr std::size_t table_letters = 0x500;  // Latin, Greek, Cyrillic

/// Asking ICU for every letter is what reading a word list would cost most.
using LowerLetters = std::array<char32_t, table_letters>;
const LowerLetters& lower_letters() {
    static const LowerLetters table = [] {
        LowerLetters result{};
        for (std::size_t at = 0; at < table_letters; ++at)
            result[at] = static_cast<char32_t>(u_tolower(static_cast<UChar32>(at)));
        return result;
    }();
    return table;
}

}  // namespace

std::uint8_t kazakh_letter_number(char32_t letter) {
    static constexpr auto table = [] {
        std::array<std::uint8_t, 0x100> result{};
        std::uint8_t number = 0;
        for (const char32_t one : std::u32string_view(U"аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"))
            result[one - 0x400] = ++number;
        return result;
    }();
    return letter >= 0x400 && letter < 0x500 ? table[letter - 0x400] : std::uint8_t{0};
}

std::u32string lower_code_points(std::string_view utf8) {
    std::u32string result;
    lower_code_points(utf8, result);
    return result;
}

void lower_code_points(std::string_view utf8, std::u32string& result) {
    result.resize(utf8.size());
    const char* bytes = utf8.data();
    const auto size = static_cast<std::int64_t>(utf8.size());
    const LowerLetters& table = lower_letters();
    std::size_t letters = 0;
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t here = at;
        UChar32 letter = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside of ICU's macro
        U8_NEXT(bytes, at, size, letter);
#pragma GCC diagnostic pop
        if (letter < 0) {
            letter = 0xFFFD;
            at = here + 1;
        }
        const auto code = static_cast<std::size_t>(letter);
        result[letters++] = code < table_letters ? table[code] : static_cast<char32_t>(u_tolower(letter));
    }
    result.resize(letters);
}

std::string utf8_of(std::u32string_view text) {
    std::string result;
    result.reserve(text.size() * 2);
    for (const char32_t letter : text) {
        const auto code = static_cast<std::uint32_t>(letter);
        if (code < 0x80) {
            result += static_cast<char>(code);
        } else if (code < 0x800) {
            result += static_cast<char>(0xC0U | (code >> 6U));
            result += static_cast<char>(0x80U | (code & 0x3FU));
        } else if (code < 0x10000) {
            result += static_cast<char>(0xE0U | (code >> 12U));
            result += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
            result += static_cast<char>(0x80U | (code & 0x3FU));
        } else {
            result += static_cast<char>(0xF0U | (code >> 18U));
            result += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
            result += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
            result += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return result;
}

KazakhSound kazakh_sound(char32_t letter) {
    switch (letter) {
        case U'а':
        case U'ә':
        case U'е':
        case U'о':
        case U'ө':
        case U'ұ':
        case U'ү':
        case U'ы':
        case U'і':
        case U'э':
        case U'я':
        case U'ё': return sound_vowel;
        case U'у':
        case U'и':
        case U'ю': return sound_glide;
        case U'р':
        case U'й': return sound_liquid;
        case U'л': return sound_lateral;
        case U'м':
        case U'н':
        case U'ң': return sound_nasal;
        case U'з':
        case U'ж': return sound_sibilant;
        case U'п':
        case U'ф':
        case U'к':
        case U'қ':
        case U'т':
        case U'с':
        case U'ш':
        case U'щ':
        case U'ч':
        case U'ц':
        case U'х':
        case U'һ':
        case U'б':
        case U'в':
        case U'г':
        case U'ғ':
        case U'д': return sound_voiceless;
        default: return sound_any;
    }
}

KazakhSound final_sound(std::u32string_view word) {
    while (word.size() > 1 && (word.back() == U'ь' || word.back() == U'ъ')) word.remove_suffix(1);
    return kazakh_sound(word.back());
}

KazakhHarmony harmony_of(std::u32string_view word) {
    if (!word.empty() && word.back() == U'ь') return KazakhHarmony::either;
    for (std::size_t at = word.size(); at-- > 0;) {
        switch (word[at]) {
            case U'а':
            case U'о':
            case U'ұ':
            case U'ы':
            case U'я':
            case U'ё': return KazakhHarmony::back;
            case U'ә':
            case U'е':
            case U'ө':
            case U'ү':
            case U'і':
            case U'э': return KazakhHarmony::front;
            default: break;
        }
    }
    return KazakhHarmony::either;
}

bool has_kazakh_vowel(std::u32string_view word) {
    return std::ranges::any_of(word, [](char32_t letter) {
        const KazakhSound sound = kazakh_sound(letter);
        return sound == sound_vowel || sound == sound_glide;
    });
}

}  // namespace tarazy
