#include "text/corpus/document_encoding.hpp"

#include "base/error.hpp"
#include "io/byte_encoding.hpp"
#include "io/decoded_text.hpp"
#include "io/text_encoding.hpp"
#include "text/corpus/characters.hpp"

#include <algorithm>
#include <optional>

namespace tarazy {
namespace {

/// The hundred or so commonest characters of modern written Chinese; they make up about two fifths of any text.
constexpr std::u32string_view common_han =
    U"的一是不了在有人我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    U"种事"
    U"成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实";

[[noreturn]] void refuse_document(const std::string& path, std::size_t line, const std::string& what,
                                  const std::string& remedy) {
    throw InputError(Problem{path, line, 0, what, remedy});
}

std::size_t line_of_byte(std::string_view bytes, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, at), '\n'));
}

/// Where four letters of Russian or Kazakh in UTF-8 stand in a row; other encodings have no such words.
std::optional<std::size_t> cyrillic_utf8_word(std::string_view bytes) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at + 1 < bytes.size();) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        if ((first == 0xD0 || first == 0xD1) && second >= 0x80 && second <= 0xBF) {
            if (++letters == 4) return at - 6;
            at += 2;
        } else {
            letters = 0;
            ++at;
        }
    }
    return std::nullopt;
}

/// The first line that is not UTF-8, and the byte there.
[[noreturn]] void refuse_damaged(std::string_view bytes, const std::string& path) {
    try {
        require_utf8_text(bytes, path);
    } catch (const InputError& error) {
        const Problem& first = error.problems().front();
        const std::size_t others = error.problems().size() - 1;
        const std::string more = others == 0 ? ""
                                 : others + 1 < Diagnostics::kept
                                     ? ", and so on " + std::to_string(others) + " more lines"
                                     : ", and so on many more lines";
        refuse_document(path, first.line, first.what + more + "; most of the file is UTF-8",
                        "the file is damaged or mixes encodings: mend these lines and save it as UTF-8");
    }
    throw std::logic_error(path + ": refused without a fault");
}

DocumentText decoded_as(std::string_view bytes, const std::string& path, const std::string& name) {
    DecodedText decoded;
    decode_text(bytes, path, name, decoded);
    return {std::string(decoded.text), decoded.encoding, false};
}

}  // namespace

bool looks_like_gb18030(std::string_view bytes) {
    constexpr std::size_t most = 200'000;
    std::size_t cut = std::min(bytes.size(), most);
    if (cut < bytes.size()) {  // between two lines, so that no character is cut
        const std::size_t line = bytes.rfind('\n', cut);
        if (line != std::string_view::npos && line > 0) cut = line;
    }
    std::size_t pairs = 0;
    for (std::size_t at = 0; at < cut;) {
        const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
        const unsigned first = byte(at), second = byte(at + 1);
        if (first < 0x80) {
            ++at;
        } else if (first == 0x80 || first == 0xFF) {
            return false;
        } else if (second >= 0x30 && second <= 0x39) {
            at += 4;
        } else if (second >= 0x40 && second != 0x7F && second != 0xFF) {
            ++pairs;
            at += 2;
        } else {
            return false;
        }
    }
    if (pairs == 0) return false;
    std::string text;
    try {
        text = decoded_as(bytes.substr(0, cut), "", "gb18030").text;
    } catch (const InputError&) {
        return false;
    }
    std::size_t han = 0, common = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CharacterAt here = character_from(text, at);
        at += here.bytes;
        if (here.value < 0x4E00 || here.value > 0x9FFF) continue;
        ++han;
        common += common_han.find(here.value) != std::u32string_view::npos ? 1 : 0;
    }
    return han > 0 && common * 10 >= han;
}

DocumentText decode_document(std::string_view bytes, const std::string& path, const std::string& encoding,
                             const std::string& declared) {
    if (!encoding.empty()) return decoded_as(bytes, path, encoding);
    if (const Utf16 utf16 = utf16_of(bytes); utf16 != Utf16::no) {
        DocumentText result = decoded_as(bytes, path, utf16 == Utf16::big_endian ? "utf-16be" : "utf-16le");
        result.assumed = !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF");
        return result;
    }
    if (is_utf8_text(bytes)) return {std::string(without_byte_order_mark(bytes)), "UTF-8", false};
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
        refuse_document(path, line_of_byte(bytes, nul), "there is a NUL byte, so this is no plain text",
                        "give the document as text, HTML, DOCX or PDF, with the ending that says so");
    if (is_mostly_utf8(bytes)) refuse_damaged(bytes, path);
    if (const auto word = cyrillic_utf8_word(bytes))
        refuse_document(path, line_of_byte(bytes, *word), "a word in UTF-8 stands in a file that is not UTF-8",
                        "the file mixes encodings: save its parts in files of their own, or all of it as UTF-8");
    if (!declared.empty()) {
        try {
            return decoded_as(bytes, path, declared);
        } catch (const UsageError&) {  // a name that nobody knows declares nothing
        } catch (const InputError&) {
        }
    }
    if (looks_like_gb18030(bytes)) {
        DocumentText result = decoded_as(bytes, path, "gb18030");
        result.encoding = "GB18030";
        result.assumed = true;
        return result;
    }
    const ByteEncoding* const likely = likely_byte_encoding(bytes);
    if (likely == nullptr) refuse_damaged(bytes, path);
    DocumentText result = decoded_as(bytes, path, likely->name);
    result.assumed = true;
    return result;
}

}  // namespace tarazy
