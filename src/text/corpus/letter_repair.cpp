#include "text/corpus/letter_repair.hpp"

#include "base/utf8.hpp"
#include "text/corpus/characters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_spellings = 16;

/// A letter that is not meant, and what it may stand for. Sources: shapes of letters (Unicode confusables), and the
/// bytes at which KZ-1048 differs from Windows-1251.
struct DoubtfulLetter {
    char32_t letter;
    std::u32string_view meant;
};
constexpr std::array<DoubtfulLetter, 59> doubtful_letters = {{
    {U'a', U"а"},      {U'A', U"А"},      {U'e', U"е"},      {U'E', U"Е"},      {U'o', U"о"},       {U'O', U"О"},
    {U'p', U"р"},      {U'P', U"Р"},      {U'c', U"с"},      {U'C', U"С"},      {U'y', U"у"},       {U'Y', U"УҮ"},
    {U'x', U"х"},      {U'X', U"Х"},      {U'i', U"і"},      {U'I', U"І"},      {U'k', U"к"},       {U'K', U"К"},
    {U'm', U"м"},      {U'M', U"М"},      {U'T', U"Т"},      {U'B', U"В"},      {U'H', U"Н"},       {U'h', U"һ"},
    {U'\u0259', U"ә"}, {U'\u018F', U"Ә"}, {U'\u0275', U"ө"}, {U'\u019F', U"Ө"}, {U'\u03B8', U"ө"},  {U'\u0398', U"Ө"},
    {U'\u0473', U"ө"}, {U'\u0472', U"Ө"}, {U'v', U"ү"},      {U'\u03B3', U"ү"}, {U'\u0454', U"ғә"}, {U'\u0404', U"ҒӘ"},
    {U'\u0453', U"ғ"}, {U'\u0403', U"Ғ"}, {U'\u045C', U"қ"}, {U'\u040C', U"Қ"}, {U'\u045B', U"һ"},  {U'\u040B', U"Һ"},
    {U'\u045E', U"ұ"}, {U'\u040E', U"Ұ"}, {U'\u0458', U"ә"}, {U'\u0408', U"Ә"}, {U'\u0457', U"ү"},  {U'\u0407', U"Ү"},
    {U'\u0455', U"ң"}, {U'\u0405', U"Ң"}, {U'\u0491', U"ө"}, {U'\u0490', U"Ө"}, {U'\u00F6', U"ө"},  {U'\u00D6', U"Ө"},
    {U'\u00FC', U"ү"}, {U'\u00DC', U"Ү"}, {U'\u00EB', U"ё"}, {U'\u04C8', U"ң"}, {U'\u045A', U"ң"},
}};

const DoubtfulLetter* doubtful_letter(char32_t c) {
    const auto found = std::ranges::find(doubtful_letters, c, &DoubtfulLetter::letter);
    return found == doubtful_letters.end() ? nullptr : &*found;
}

}  // namespace

bool has_doubtful_letters(std::string_view word) {
    std::size_t cyrillic = 0, other = 0;
    bool doubtful = false;
    for (std::size_t at = 0; at < word.size();) {
        const CharacterAt here = character_from(word, at);
        at += here.bytes;
        const CharacterKind kind = character_kind(here.value);
        if (!is_letter_kind(kind)) continue;
        const bool odd = doubtful_letter(here.value) != nullptr;
        doubtful = doubtful || odd;
        if (kind == CharacterKind::cyrillic && !odd) {
            ++cyrillic;
        } else if (odd) {
            ++other;
        } else {
            return false;  // a letter that nothing else was meant by: no Cyrillic word
        }
    }
    return doubtful && cyrillic > 0 && cyrillic >= other;
}

std::vector<std::string> repaired_spellings(std::string_view word) {
    std::vector<std::string> spellings = {""};
    for (std::size_t at = 0; at < word.size();) {
        const CharacterAt here = character_from(word, at);
        const DoubtfulLetter* const doubtful = doubtful_letter(here.value);
        if (doubtful == nullptr) {
            for (std::string& spelling : spellings) spelling += word.substr(at, here.bytes);
        } else {
            const std::size_t before = spellings.size();
            for (std::size_t choice = 1; choice < doubtful->meant.size(); ++choice) {
                for (std::size_t i = 0; i < before && spellings.size() < most_spellings; ++i) {
                    spellings.push_back(spellings[i]);
                    append_utf8(spellings.back(), doubtful->meant[choice]);
                }
            }
            for (std::size_t i = 0; i < before; ++i) append_utf8(spellings[i], doubtful->meant.front());
        }
        at += here.bytes;
    }
    return spellings;
}

}  // namespace tarazy
