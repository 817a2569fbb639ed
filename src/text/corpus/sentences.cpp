#include "text/corpus/sentences.hpp"

#include "text/corpus/characters.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

/// Abbreviations of more than one letter behind which a sentence goes on with a capital.
constexpr std::array<std::string_view, 44> point_words = {
    "mr",   "mrs",  "ms",  "dr",  "st",   "no",  "vol", "pp",  "vs",   "cf",  "prof", "gen", "sen", "rep", "hon",
    "jan",  "feb",  "apr", "aug", "sept", "oct", "nov", "dec", "гг",   "стр", "см",   "ст",  "пп",  "тт",  "гр",
    "проф", "акад", "ред", "изд", "им",   "ул",  "др",  "млн", "млрд", "тыс", "қар",  "бет", "жж",  "тб"};

bool is_closing(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x201D || c == 0x2019 || c == 0x300D ||
           c == 0x300F || c == 0xFF09 || c == 0x300B;
}
bool is_full_stop(char32_t c) {
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

/// Does a short word stand in front of this point behind which a sentence goes on?
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t point) {
    std::size_t at = point, letters = 0;
    bool upper = false;
    while (at > begin && letters < 6) {
        const CharacterAt last = character_before(text, at);
        if (!is_letter_kind(character_kind(last.value))) break;
        upper = is_upper_case(last.value);
        at -= last.bytes;
        ++letters;
    }
    if (letters == 0 || letters > 5) return false;
    if (letters == 1) {
        // An initial, "т.", "г."; but "... 5 A." may end one, which nothing tells apart.
        return upper || at == begin || character_before(text, at).value != '-';
    }
    const std::string word = lower_case_text(text.substr(at, point - at));
    return std::ranges::find(point_words, word) != point_words.end();
}

bool may_begin_sentence(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CharacterAt here = character_from(text, at);
        const CharacterKind kind = character_kind(here.value);
        if (kind == CharacterKind::digit || kind == CharacterKind::han || kind == CharacterKind::letter) return true;
        if (is_letter_kind(kind)) return is_upper_case(here.value);
        if (here.value == '\n') return true;
        // Quotes, brackets, dashes and signs of lists may stand in front of it.
        at += here.bytes;
    }
    return true;
}

class SentenceCutter {
public:
    explicit SentenceCutter(std::string_view text) : text_(text) {}

    std::vector<TextSpan> cut() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (byte == '\n' || byte == '\f') {
                finish(at);
                begin_ = ++at;
            } else if (byte == '.' || byte == '!' || byte == '?') {
                at = at_mark(at, at + 1, false);
            } else if (byte >= 0xE2) {
                const CharacterAt here = character_from(text_, at);
                const bool stop = is_full_stop(here.value);
                at = stop || here.value == 0x2026 ? at_mark(at, at + here.bytes, stop) : at + here.bytes;
            } else {
                ++at;
            }
        }
        finish(text_.size());
        return std::move(found_);
    }

private:
    /// Behind a mark that may end a sentence. @returns where to go on
    std::size_t at_mark(std::size_t mark, std::size_t behind, bool certain) {
        while (behind < text_.size()) {  // ?!, ..., and what closes
            const CharacterAt here = character_from(text_, behind);
            const bool more = here.value == '.' || here.value == '!' || here.value == '?' || here.value == 0x2026;
            if (is_full_stop(here.value)) certain = true;
            if (!more && !is_full_stop(here.value) && !is_closing(here.value)) break;
            behind += here.bytes;
        }
        if (!certain) {
            if (behind >= text_.size() || character_kind(character_from(text_, behind).value) != CharacterKind::blank)
                return behind;
            if (text_[mark] == '.' && behind == mark + 1 && is_abbreviation(text_, begin_, mark)) return behind;
            std::size_t next = behind;
            while (next < text_.size() && text_[next] == ' ') ++next;
            if (!may_begin_sentence(text_, next)) return behind;
        }
        finish(behind);
        begin_ = behind;
        return behind;
    }

    void finish(std::size_t end) {
        std::size_t begin = begin_;
        while (begin < end) {
            const CharacterAt here = character_from(text_, begin);
            if (character_kind(here.value) != CharacterKind::blank) break;
            begin += here.bytes;
        }
        while (end > begin) {
            const CharacterAt last = character_before(text_, end);
            if (character_kind(last.value) != CharacterKind::blank) break;
            end -= last.bytes;
        }
        if (begin < end) found_.push_back({begin, end});
    }

    std::string_view text_;
    std::size_t begin_ = 0;
    std::vector<TextSpan> found_;
};

}  // namespace

std::vector<TextSpan> sentences(std::string_view text) {
    return SentenceCutter(text).cut();
}

}  // namespace tarazy
