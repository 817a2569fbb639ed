#include "io/text_encoding.hpp"

#include "base/error.hpp"
#include "base/letter_case.hpp"
#include "io/file_bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tarazy {
namespace {

/// Length of the well-formed character at `at`, 0 if there is none. NUL is never well-formed here.
std::size_t character_length(const unsigned char* at, std::size_t left) {
    const auto follows = [&](std::size_t index, unsigned low, unsigned high) {
        return index < left && at[index] >= low && at[index] <= high;
    };
    const unsigned first = at[0];
    if (first < 0x80) return first == 0 ? 0 : 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

/// Start of the first ill-formed character at or after `from`; the text's length if there is none.
std::size_t first_fault(std::string_view text, std::size_t from) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t at = from;
    while (at < text.size()) {
#ifdef __SSE2__
        while (at + 16 <= text.size()) {
            const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
            const int not_ascii = _mm_movemask_epi8(block);
            const int nul = _mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_setzero_si128()));
            if ((not_ascii | nul) != 0) break;
            at += 16;
        }
        if (at == text.size()) break;
#endif
        // Whole characters until ASCII has the word again; checks 16 bytes at least, so that mixed text makes way.
        const std::size_t until = std::min(text.size(), at + 16);
        while (at < until) {
            const std::size_t length = character_length(bytes + at, text.size() - at);
            if (length == 0) return at;
            at += length;
        }
    }
    return text.size();
}

std::string name_of_binary(std::string_view text) {
    struct Magic {
        std::string_view bytes;
        const char* name;
    };
    constexpr Magic known[] = {{"PK\x03\x04", "a zip archive or spreadsheet"},
                               {"%PDF", "a PDF document"},
                               {"\xD0\xCF\x11\xE0", "an old Excel file"},
                               {"\x7F"
                                "ELF",
                                "a program"},
                               {"SQLite format 3", "an SQLite database"},
                               {"\x89PNG", "a picture"},
                               {"<stata_dta>", "a Stata file"},
                               {"$FL2", "an SPSS file"}};
    for (const Magic& magic : known) {
        if (text.starts_with(magic.bytes)) return magic.name;
    }
    return {};
}

/// Formats that are text, but no table: what a site answers in place of a file, and what some programs save as .xls.
std::string name_of_other_text(std::string_view text) {
    if (text.starts_with("{\\rtf")) return "a text document (RTF)";
    if (text.starts_with("[{\"") || text.starts_with("{\"")) return "a JSON document";
    for (const std::string_view tag : {"<!doctype html", "<html"})
        if (equal_but_for_case(text.substr(0, tag.size()), tag)) return "a web page (HTML)";
    return {};
}

[[noreturn]] void refuse_format(const std::string& name, const std::string& path) {
    throw InputError(Problem{path, 0, 0, "the file is " + name + ", not delimited text", "save it as CSV in UTF-8"});
}

}  // namespace

void require_delimited_text(std::string_view text, const std::string& path) {
    std::string name = name_of_binary(text);
    if (name.empty()) name = name_of_other_text(text);
    if (!name.empty()) refuse_format(name, path);
}

void require_utf8_text(std::string_view text, const std::string& path) {
    std::size_t fault = first_fault(text, 0);
    if (fault == text.size()) return;
    if (const std::string name = name_of_binary(text); !name.empty()) refuse_format(name, path);
    Diagnostics diagnostics;
    std::size_t line = 1;
    std::size_t counted = 0;
    while (fault < text.size()) {
        const auto begin = text.begin();
        line += static_cast<std::size_t>(
            std::count(begin + static_cast<std::ptrdiff_t>(counted), begin + static_cast<std::ptrdiff_t>(fault), '\n'));
        counted = fault;
        if (text[fault] == '\0') {
            diagnostics.add(
                {path, line, 0, "there is a NUL byte, so this is not plain text", "save it as CSV in UTF-8"});
        } else {
            constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(text[fault]);
            diagnostics.add({path, line, 0,
                             std::string("byte 0x") + digits[byte >> 4] + digits[byte & 15] + " is not valid UTF-8",
                             "save the file as UTF-8, or name its encoding with --encoding"});
        }
        const std::size_t line_end = text.find('\n', fault);  // one problem a line is enough
        if (line_end == std::string_view::npos) break;
        fault = first_fault(text, line_end);
    }
    diagnostics.throw_if_any();
}

bool is_utf8_text(std::string_view text) noexcept {
    constexpr std::size_t piece = std::size_t{1} << 22;
    while (text.size() > piece) {
        std::size_t cut = piece;  // pieces end between characters, of which none has more than four bytes
        while (cut > piece - 4 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
        if (first_fault(text.substr(0, cut), 0) != cut) return false;
        let_go_of_mapped(text.substr(0, cut));
        text.remove_prefix(cut);
    }
    return first_fault(text, 0) == text.size();
}

bool is_mostly_utf8(std::string_view text) noexcept {
    std::size_t characters = 0, faults = 0;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(bytes + at, text.size() - at);
        characters += length > 1 ? 1 : 0;
        faults += length == 0 ? 1 : 0;
        at += std::max<std::size_t>(1, length);
    }
    return characters > faults;
}

bool is_known_binary(std::string_view text) {
    return !name_of_binary(text).empty();
}

Utf16 utf16_of(std::string_view text) noexcept {
    if (text.starts_with("\xFF\xFE")) return Utf16::little_endian;
    if (text.starts_with("\xFE\xFF")) return Utf16::big_endian;
    const std::string_view start = text.substr(0, 4096);
    std::size_t nul[2] = {0, 0};
    for (std::size_t at = 0; at < start.size(); ++at) nul[at % 2] += start[at] == '\0' ? 1 : 0;
    const std::size_t enough = std::max<std::size_t>(2, start.size() / 20);
    if (nul[0] == 0 && nul[1] >= enough) return Utf16::little_endian;
    return nul[1] == 0 && nul[0] >= enough ? Utf16::big_endian : Utf16::no;
}

std::string_view without_byte_order_mark(std::string_view text) noexcept {
    // Programs that keep the mark of what they read put their own before it.
    while (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

}  // namespace tarazy
