#include "io/decoded_text.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/utf8.hpp"
#include "io/byte_encoding.hpp"
#include "io/text_encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

namespace tarazy {
namespace {

std::size_t line_of(std::string_view bytes, std::size_t at) {
    return 1 +
           static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string byte_name(char byte) {
    constexpr char digits[] = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return std::string("byte 0x") + digits[value >> 4] + digits[value & 15];
}

/// One problem a line, as for UTF-8.
[[noreturn]] void refuse_bytes(std::string_view bytes, const std::string& path, const ByteEncoding& encoding) {
    Diagnostics diagnostics;
    std::size_t line = 1, told = 0;
    for (const char byte : bytes) {
        line += byte == '\n' ? 1 : 0;
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80 ? value != 0 : encoding.upper[value - 0x80U] != 0) continue;
        if (told == line) continue;
        told = line;
        diagnostics.add({path, line, 0, byte_name(byte) + " is no character of " + encoding.name,
                         "name the encoding of the file with --encoding, or save it as UTF-8"});
    }
    diagnostics.throw_if_any();
    throw std::logic_error(path + ": refused without a fault");
}

std::string from_byte_encoding(std::string_view bytes, const std::string& path, const ByteEncoding& encoding) {
    std::array<std::string, 128> characters;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (encoding.upper[i] != 0) append_utf8(characters[i], encoding.upper[i]);
    }
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (value == 0 || (value >= 0x80 && encoding.upper[value - 0x80U] == 0)) refuse_bytes(bytes, path, encoding);
        if (value < 0x80) {
            text += byte;
        } else {
            text += characters[value - 0x80U];
        }
    }
    return text;
}

std::string from_utf16(std::string_view bytes, const std::string& path, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size());
    std::size_t line = 1;
    const auto refuse = [&](const std::string& what) {
        throw InputError(Problem{path, line, 0, what, "save the file again, as UTF-8"});
    };
    if (bytes.size() % 2 != 0) refuse("the file ends in the middle of a character of UTF-16");
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c == '\n') ++line;
        if (c == 0) refuse("there is a NUL character, so this is not plain text");
        if (c >= 0xDC00 && c <= 0xDFFF) refuse("there is half a character of UTF-16");
        if (c >= 0xD800 && c <= 0xDBFF) {
            const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF) refuse("there is half a character of UTF-16");
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append_utf8(text, c);
    }
    return text;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Any encoding that ICU knows.
std::string from_icu(std::string_view bytes, const std::string& path, const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status) != 0) {
        static const std::vector<std::string> names = {"utf-8",   "utf-16",       "windows-1251", "kz-1048",
                                                       "latin-1", "windows-1252", "koi8-r",       "cp866"};
        throw UsageError("--encoding '" + name + "' is not known; " + name_hint(name, names));
    }
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string text;
    std::vector<UChar> units(std::size_t{1} << 14);
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    do {
        UChar* target = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1, &status);
        for (const UChar* at = units.data(); at < target; ++at) {
            char32_t c = *at;
            if (c >= 0xD800 && c <= 0xDBFF && at + 1 < target) c = 0x10000 + ((c - 0xD800) << 10) + (*++at - 0xDC00U);
            append_utf8(text, c);
        }
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_FAILURE(status) != 0) {
            throw InputError(Problem{path, line_of(bytes, static_cast<std::size_t>(source - bytes.data())), 0,
                                     "there are bytes that are no character of " + name,
                                     "name another encoding with --encoding, or save the file as UTF-8"});
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (!is_utf8_text(text)) {
        throw InputError(Problem{path, 0, 0, "read as " + name + " this is not plain text",
                                 "name another encoding with --encoding"});
    }
    return text;
}

/// The name in lower case without blanks, hyphens and underscores.
std::string folded(std::string_view name) {
    std::string folded;
    for (const char c : name) {
        if (c == '-' || c == '_' || c == ' ') continue;
        folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}

const ByteEncoding* byte_encoding_named(const std::string& folded_name) {
    static const std::vector<std::pair<std::string, std::string>> names = {{"windows1251", "Windows-1251"},
                                                                           {"cp1251", "Windows-1251"},
                                                                           {"1251", "Windows-1251"},
                                                                           {"kz1048", "KZ-1048"},
                                                                           {"strk1048", "KZ-1048"},
                                                                           {"rk1048", "KZ-1048"},
                                                                           {"windows1252", "Windows-1252"},
                                                                           {"cp1252", "Windows-1252"},
                                                                           {"1252", "Windows-1252"},
                                                                           {"latin1", "Windows-1252"},
                                                                           {"iso88591", "Windows-1252"},
                                                                           {"ansi", "Windows-1252"},
                                                                           {"koi8r", "KOI8-R"},
                                                                           {"cp866", "CP866"},
                                                                           {"ibm866", "CP866"},
                                                                           {"dos", "CP866"}};
    const auto known = std::ranges::find(names, folded_name, &std::pair<std::string, std::string>::first);
    if (known == names.end()) return nullptr;
    return &*std::ranges::find(usual_byte_encodings(), known->second, &ByteEncoding::name);
}

void take(DecodedText& result, std::string converted, std::string encoding, bool assumed) {
    result.converted = std::move(converted);
    result.text = without_byte_order_mark(result.converted);
    result.encoding = std::move(encoding);
    result.assumed = assumed;
}

void decode_named(std::string_view bytes, const std::string& path, const std::string& name, DecodedText& result) {
    const std::string folded_name = folded(name);
    if (folded_name == "utf8" || folded_name == "utf8sig") {
        require_utf8_text(bytes, path);
        result.text = without_byte_order_mark(bytes);
        result.encoding = "UTF-8";
    } else if (folded_name.starts_with("utf16")) {
        const Utf16 marked = utf16_of(bytes);
        const bool big = folded_name == "utf16be" || (folded_name == "utf16" && marked == Utf16::big_endian);
        take(result, from_utf16(bytes, path, big), "UTF-16", false);
    } else if (const ByteEncoding* encoding = byte_encoding_named(folded_name)) {
        take(result, from_byte_encoding(bytes, path, *encoding), encoding->name, false);
    } else {
        take(result, from_icu(bytes, path, name), name, false);
    }
}

}  // namespace

void decode_text(std::string_view bytes, const std::string& path, const std::string& encoding, DecodedText& result) {
    if (!encoding.empty()) return decode_named(bytes, path, encoding, result);
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!marked && is_utf8_text(bytes)) {
        result.text = without_byte_order_mark(bytes);
        result.encoding = "UTF-8";
        return;
    }
    const Utf16 utf16 = utf16_of(bytes);
    if (utf16 != Utf16::no) {
        return take(result, from_utf16(bytes, path, utf16 == Utf16::big_endian), "UTF-16", !marked);
    }
    const bool plain = bytes.find('\0') == std::string_view::npos && !is_known_binary(bytes);
    const ByteEncoding* likely = plain && !is_mostly_utf8(bytes) ? likely_byte_encoding(bytes) : nullptr;
    if (likely == nullptr) require_utf8_text(bytes, path);  // throws, and says what is wrong
    take(result, from_byte_encoding(bytes, path, *likely), likely->name, true);
}

}  // namespace tarazy
