#include "text/corpus/normalised_text.hpp"

#include "text/corpus/characters.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <stdexcept>

namespace tarazy {
namespace {

MappedText composed_text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw std::logic_error("ICU has no NFC");
    MappedText result;
    // ICU counts in 32 bits; pieces end at line ends, which nothing composes with.
    constexpr std::size_t piece_size = std::size_t{1} << 28;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.size();
        if (end - at > piece_size) {
            const std::size_t line = text.rfind('\n', at + piece_size);
            end = line == std::string_view::npos || line <= at ? at + piece_size : line;
            while (end > at && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        }
        const icu::StringPiece piece(text.data() + at, static_cast<std::int32_t>(end - at));
        if (nfc->isNormalizedUTF8(piece, status) != 0) {
            result.map.take(at, end - at);
            result.text += text.substr(at, end - at);
            at = end;
            continue;
        }
        icu::Edits edits;
        icu::StringByteSink<std::string> sink(&result.text);
        nfc->normalizeUTF8(0, piece, sink, &edits, status);
        if (U_FAILURE(status) != 0) throw std::logic_error("ICU cannot normalise a text");
        for (icu::Edits::Iterator edit = edits.getFineIterator(); edit.next(status) != 0;) {
            const std::size_t source = at + static_cast<std::size_t>(edit.sourceIndex());
            if (edit.hasChange() != 0) {
                result.map.replace(static_cast<std::size_t>(edit.newLength()), source,
                                   static_cast<std::size_t>(edit.oldLength()));
            } else {
                result.map.take(source, static_cast<std::size_t>(edit.oldLength()));
            }
        }
        at = end;
    }
    return result;
}

/// Does a line end follow, with nothing but blanks and invisible characters between?
bool line_ends_behind(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CharacterAt here = character_from(text, at);
        if (here.value == '\n' || here.value == '\r' || here.value == '\f') return true;
        if (here.value != ' ' && here.value != '\t' && !is_invisible(here.value)) return false;
        at += here.bytes;
    }
    return false;
}

/// Bytes with which what is to be changed may begin.
bool may_be_unwanted(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value == '\r' || value == 0xC2 || value == 0xE2 || value == 0xEF;
}

MappedText without_invisible(const std::string& text) {
    MappedText result;
    result.text.reserve(text.size());
    std::size_t kept = 0;  // what lies from here on is to be taken as it is
    const auto take_until = [&](std::size_t at) {
        result.text.append(text, kept, at - kept);
        result.map.take(kept, at - kept);
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!may_be_unwanted(text[at])) {
            ++at;
            continue;
        }
        const CharacterAt here = character_from(text, at);
        const std::size_t behind = at + here.bytes;
        const bool line_end = here.value == '\r' || here.value == 0x85 || here.value == 0x2028 || here.value == 0x2029;
        const bool hidden = is_invisible(here.value) && (here.value != 0xAD || !line_ends_behind(text, behind));
        if (line_end || hidden) {
            take_until(at);
            const bool two = here.value == '\r' && behind < text.size() && text[behind] == '\n';
            if (line_end && !two) {
                result.text += '\n';
                result.map.replace(1, at, here.bytes);
            }
            kept = behind;
        }
        at = behind;
    }
    take_until(text.size());
    return result;
}

}  // namespace

MappedText normalised_text(std::string_view text) {
    MappedText nfc = composed_text(text);
    MappedText result = without_invisible(nfc.text);
    const bool same = nfc.map.runs.empty() || (nfc.map.runs.size() == 1 && nfc.map.runs.front().verbatim);
    if (!same) result.map = composed(result.map, nfc.map);
    return result;
}

}  // namespace tarazy
