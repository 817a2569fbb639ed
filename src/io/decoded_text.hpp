#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// A delimited text in UTF-8 without byte order mark.
struct DecodedText {
    std::string_view text;  ///< `converted`, or the bytes that were given
    std::string converted;  ///< empty when the bytes were UTF-8 already
    std::string encoding;   ///< "UTF-8", "UTF-16", "Windows-1251", ...
    bool assumed = false;   ///< found from the bytes, not declared by a mark or by the caller

    DecodedText() = default;
    DecodedText(const DecodedText&) = delete;
    DecodedText& operator=(const DecodedText&) = delete;
};

/// Puts the bytes of a text file into UTF-8 (in `result`, which must stay where it is).
///
/// Without `encoding`: by the byte order mark; else UTF-8 if the bytes are that; else UTF-16 if every second byte says
/// so; else, unless most of what is not ASCII is UTF-8 (then the file is damaged), the likeliest of
/// `usual_byte_encodings`. `encoding` is utf-8, utf-16 (-le, -be), windows-1251, kz-1048, windows-1252, latin-1,
/// koi8-r, cp866, or another name that ICU knows (shift_jis, gb18030, windows-1250, ...).
/// @throws InputError for bytes that the encoding does not have, for NUL bytes and for binary files;
///         UsageError for an encoding that is not known
void decode_text(std::string_view bytes, const std::string& path, const std::string& encoding, DecodedText& result);

}  // namespace tarazy
