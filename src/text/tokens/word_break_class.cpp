#include "text/tokens/word_break_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace tarazy {
namespace {

bool needs_dictionary(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return true;
    return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

WordBreak property_class(UChar32 c) {
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER: return needs_dictionary(c) ? WordBreak::dictionary : WordBreak::letter;
        case U_WB_HEBREW_LETTER: return WordBreak::hebrew_letter;
        case U_WB_NUMERIC: return WordBreak::number;
        case U_WB_EXTENDNUMLET: return WordBreak::connector;
        case U_WB_KATAKANA: return needs_dictionary(c) ? WordBreak::dictionary : WordBreak::katakana;
        case U_WB_EXTEND:
        case U_WB_FORMAT: return WordBreak::extend;
        case U_WB_ZWJ: return WordBreak::joiner;
        // ICU leaves the colon and its wide forms out, so that "he said:yes" is two words.
        case U_WB_MIDLETTER: return c == ':' || c == 0xFE55 || c == 0xFF1A ? WordBreak::other : WordBreak::mid_letter;
        case U_WB_MIDNUM: return WordBreak::mid_number;
        case U_WB_MIDNUMLET: return WordBreak::mid_both;
        case U_WB_SINGLE_QUOTE: return WordBreak::apostrophe;
        case U_WB_DOUBLE_QUOTE: return WordBreak::double_quote;
        case U_WB_REGIONAL_INDICATOR: return WordBreak::regional;
        case U_WB_CR:
        case U_WB_LF:
        case U_WB_NEWLINE:
        case U_WB_WSEGSPACE: return WordBreak::blank;
        default: break;
    }
    constexpr std::uint32_t none = U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK;
    if ((U_MASK(u_charType(c)) & none) != 0) return WordBreak::blank;
    if (needs_dictionary(c)) return WordBreak::dictionary;
    return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? WordBreak::pictograph : WordBreak::other;
}

/// Everything that UTF-8 writes in one or two bytes.
constexpr char32_t short_characters = 0x800;

std::array<WordBreak, short_characters> classes_of_short_characters() {
    std::array<WordBreak, short_characters> classes{};
    for (char32_t c = 0; c < short_characters; ++c) classes[c] = property_class(static_cast<UChar32>(c));
    return classes;
}

}  // namespace

WordBreak word_break_class(char32_t character) noexcept {
    static const std::array<WordBreak, short_characters> known = classes_of_short_characters();
    return character < short_characters ? known[character] : property_class(static_cast<UChar32>(character));
}

}  // namespace tarazy
