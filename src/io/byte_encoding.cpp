#include "io/byte_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>

namespace tarazy {
namespace {

/// KZ-1048 is Windows-1251 with the Kazakh letters in place of Serbian, Macedonian, Belarusian and Ukrainian ones.
/// ICU does not know it.
constexpr std::array<char32_t, 128> kz_1048_upper = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x049A, 0x04BA, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x0000, 0x2122,
    0x0459, 0x203A, 0x045A, 0x049B, 0x04BB, 0x045F, 0x00A0, 0x04B0, 0x04B1, 0x04D8, 0x00A4, 0x04E8, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0492, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x04AE, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x04E9, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0493, 0x00BB, 0x04D9, 0x04A2, 0x04A3, 0x04AF, 0x0410,
    0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041A, 0x041B, 0x041C, 0x041D,
    0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042A,
    0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437,
    0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444,
    0x0445, 0x0446, 0x0447, 0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F,
};

ByteEncoding known_to_icu(const char* name, const char* icu_name) {
    ByteEncoding encoding{name, {}};
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open(icu_name, &status);
    if (U_FAILURE(status) != 0) return encoding;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        const char source = static_cast<char>(byte);
        UChar target[4] = {};
        status = U_ZERO_ERROR;
        ucnv_reset(converter);
        const std::int32_t length = ucnv_toUChars(converter, target, 4, &source, 1, &status);
        // The C1 controls that some tables fill their gaps with are no characters of a text.
        if (U_SUCCESS(status) != 0 && length == 1 && target[0] >= 0xA0 && target[0] != 0xFFFD)
            encoding.upper[static_cast<std::size_t>(byte - 0x80)] = target[0];
    }
    ucnv_close(converter);
    return encoding;
}

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x52F;
}
bool is_latin(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (is_latin(c)) return c < 0xDF || (c >= 0x100 && c % 2 == 0);
    return (c >= 0x400 && c <= 0x42F) || (c >= 0x48A && c % 2 == 0);
}
bool is_lower(char32_t c) {
    return (is_ascii_letter(c) || is_latin(c) || is_cyrillic(c)) && !is_upper(c);
}

/// What a Cyrillic letter says for its encoding: the commonest letters of Russian and Kazakh say most, letters of
/// other languages little.
int weight_of_cyrillic(char32_t c) {
    static constexpr std::u32string_view common = U"оеаинтсрвлкмдпыОЕАИНТСРВЛКМДПЫ", kazakh = U"қәңғүұөһҚӘҢҒҮҰӨҺ",
                                         ukrainian = U"іїєґІЇЄҐўЎ";
    if (common.find(c) != std::u32string_view::npos) return 4;
    if (kazakh.find(c) != std::u32string_view::npos) return 3;
    if (ukrainian.find(c) != std::u32string_view::npos) return 3;
    return (c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451 ? 2 : 1;
}

/// How much sense the character makes between its neighbours.
int sense_of(char32_t before, char32_t c, char32_t behind) {
    int sense = 0;
    if (is_upper(c) && is_lower(before)) sense -= 6;
    if (is_cyrillic(c)) {
        if (is_cyrillic(before) || is_cyrillic(behind)) sense += weight_of_cyrillic(c);
        if (is_ascii_letter(before)) sense -= 8;
        if (is_ascii_letter(behind)) sense -= 8;
        return sense;
    }
    if (is_latin(c)) {
        sense += is_ascii_letter(before) || is_ascii_letter(behind) ? 4 : 1;
        if (is_latin(before)) sense -= 5;
        if (is_latin(behind)) sense -= 5;
        return sense;
    }
    const bool punctuation = (c >= 0x2010 && c <= 0x203A) || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xA0 ||
                             c == 0x2116 || c == 0xA7 || c == 0x20AC;
    const bool drawing = c >= 0x2190;  // lines, boxes and mathematical signs of KOI8-R and CP866
    return punctuation ? 1 : drawing ? -4 : -1;
}

std::optional<long> sense_of(const ByteEncoding& encoding, std::string_view text) {
    constexpr std::size_t most = 50'000;
    const auto character = [&](std::size_t at) -> char32_t {
        if (at >= text.size()) return ' ';
        const auto byte = static_cast<unsigned char>(text[at]);
        return byte < 0x80 ? byte : encoding.upper[byte - 0x80U];
    };
    long sense = 0;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size() && seen < most; ++at) {
        if (static_cast<unsigned char>(text[at]) < 0x80) continue;
        ++seen;
        const char32_t c = character(at);
        if (c == 0) return std::nullopt;
        sense += sense_of(at == 0 ? U' ' : character(at - 1), c, character(at + 1));
    }
    return sense;
}

}  // namespace

const std::vector<ByteEncoding>& usual_byte_encodings() {
    static const std::vector<ByteEncoding> encodings = {
        known_to_icu("Windows-1252", "windows-1252"), known_to_icu("Windows-1251", "windows-1251"),
        ByteEncoding{"KZ-1048", kz_1048_upper}, known_to_icu("KOI8-R", "KOI8-R"), known_to_icu("CP866", "ibm-866")};
    return encodings;
}

const ByteEncoding* likely_byte_encoding(std::string_view text) {
    const ByteEncoding* likely = nullptr;
    long most = 0;
    for (const ByteEncoding& encoding : usual_byte_encodings()) {
        const auto sense = sense_of(encoding, text);
        if (!sense || (likely != nullptr && *sense <= most)) continue;
        likely = &encoding;
        most = *sense;
    }
    return likely;
}

}  // namespace tarazy
