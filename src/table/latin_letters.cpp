#include "table/latin_letters.hpp"

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <map>
#include <memory>

namespace tarazy {
namespace {

/// Small letters of Cyrillic as Latin ones. ICU's own rules follow ISO 9, whose letters have marks: without these "моя"
/// would be "moa".
const std::map<UChar32, const char*>& latin_of_cyrillic() {
    static const std::map<UChar32, const char*> all = {
        {U'а', "a"},  {U'б', "b"},  {U'в', "v"},    {U'г', "g"},  {U'д', "d"},  {U'е', "e"}, {U'ё', "yo"}, {U'ж', "zh"},
        {U'з', "z"},  {U'и', "i"},  {U'й', "y"},    {U'к', "k"},  {U'л', "l"},  {U'м', "m"}, {U'н', "n"},  {U'о', "o"},
        {U'п', "p"},  {U'р', "r"},  {U'с', "s"},    {U'т', "t"},  {U'у', "u"},  {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"},
        {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},  {U'э', "e"},  {U'ю', "yu"},
        {U'я', "ya"}, {U'ә', "a"},  {U'ғ', "gh"},   {U'қ', "q"},  {U'ң', "ng"}, {U'ө', "o"}, {U'ұ', "u"},  {U'ү', "u"},
        {U'һ', "h"},  {U'і', "i"},  {U'ї', "yi"},   {U'є', "ye"}, {U'ґ', "g"},  {U'ў', "w"}};
    return all;
}

bool is_kazakh(UChar32 letter) {
    constexpr std::u32string_view letters = U"әғқңөұүһі";
    return letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}

bool is_cyrillic(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    return u_isalpha(letter) != 0 && uscript_getScript(letter, &status) == USCRIPT_CYRILLIC;
}

template <typename Asked>
bool any_character(std::string_view text, Asked asked) {
    const icu::UnicodeString characters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        if (asked(u_tolower(characters.char32At(i)))) return true;
    }
    return false;
}

/// Does a letter beside it say that the word is written in capitals?
bool among_capitals(const icu::UnicodeString& text, std::int32_t at) {
    const std::int32_t before = at > 0 ? text.moveIndex32(at, -1) : at, behind = text.moveIndex32(at, 1);
    if (behind < text.length() && u_isalpha(text.char32At(behind)) != 0) return u_isupper(text.char32At(behind)) != 0;
    return before != at && u_isupper(text.char32At(before)) != 0;
}

/// Making ICU's rules ready takes longer than all the rest, so plain texts do without.
void write_others_in_latin(icu::UnicodeString& text) {
    bool plain = true;
    for (std::int32_t i = 0; i < text.length(); ++i) plain = plain && text.charAt(i) < 0x80;
    if (plain) return;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> others(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    if (U_SUCCESS(status) != 0 && others != nullptr) others->transliterate(text);
}

}  // namespace

std::string latin_letters(std::string_view text) {
    const icu::UnicodeString given =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString latin;
    for (std::int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
        const UChar32 letter = given.char32At(i);
        const auto known = latin_of_cyrillic().find(u_tolower(letter));
        if (known == latin_of_cyrillic().end()) {
            latin.append(letter);
            continue;
        }
        icu::UnicodeString letters(known->second);
        if (u_isupper(letter) != 0 && !letters.isEmpty()) {
            if (among_capitals(given, i)) {
                letters.toUpper(icu::Locale::getRoot());
            } else {
                letters.setCharAt(0, static_cast<UChar>(u_toupper(letters.charAt(0))));
            }
        }
        latin.append(letters);
    }
    write_others_in_latin(latin);
    std::string result;
    latin.toUTF8String(result);
    return result;
}

bool has_kazakh_letters(std::string_view text) {
    return any_character(text, is_kazakh);
}

bool has_cyrillic_letters(std::string_view text) {
    return any_character(text, is_cyrillic);
}

}  // namespace tarazy
