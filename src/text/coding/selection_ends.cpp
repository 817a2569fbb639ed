#include "text/coding/selection_ends.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace tarazy {
namespace {

/// Of each code point, whether it is a letter or digit.
std::vector<bool> word_characters(const std::string& text) {
    std::vector<bool> letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = utf8_character(text, at);
        const auto character = static_cast<UChar32>(code);
        letters.push_back(u_isalnum(character) != 0 || u_charType(character) == U_NON_SPACING_MARK);
        at += bytes;
    }
    return letters;
}

}  // namespace

EndEvidence selection_ends(const std::vector<std::string>& texts, const std::vector<RawSelection>& selections) {
    EndEvidence evidence;
    std::vector<std::vector<bool>> letters;
    for (const std::string& text : texts) letters.push_back(word_characters(text));
    for (const RawSelection& one : selections) {
        const std::vector<bool>& word = letters[one.document];
        const auto length = static_cast<std::int64_t>(word.size());
        if (one.start < 0 || one.end < one.start || one.end > length) continue;
        const auto end = static_cast<std::size_t>(one.end);
        if (one.end == one.start) {
            ++evidence.empty;
            continue;
        }
        if (one.end == length) {
            ++evidence.at_text_end;
            continue;
        }
        if (word[end - 1] && !word[end]) ++evidence.words_exclusive;
        if (word[end] && (end + 1 == word.size() || !word[end + 1])) ++evidence.words_inclusive;
    }
    const bool by_words = evidence.words_inclusive > evidence.words_exclusive;
    const bool no_words = evidence.words_inclusive == 0 && evidence.words_exclusive == 0;
    if (evidence.at_text_end == 0 && (by_words || (no_words && evidence.empty > 0)))
        evidence.reading = SelectionEnds::inclusive;
    return evidence;
}

}  // namespace tarazy
