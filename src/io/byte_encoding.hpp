#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// An encoding with one byte a character whose lower half is ASCII.
struct ByteEncoding {
    std::string name;                   ///< as messages call it: "Windows-1251"
    std::array<char32_t, 128> upper{};  ///< characters of the bytes 0x80 to 0xFF; 0 where there is none
};

/// Windows-1251, KZ-1048 (Kazakh), Windows-1252 (in place of Latin-1, as browsers do), KOI8-R, CP866: those that
/// files without a declared encoding are looked through for, in order of preference.
/// Sources: the mapping files of the Unicode Consortium and IANA, through ICU; KZ-1048 (STRK1048-2002) from its IANA
/// registration.
[[nodiscard]] const std::vector<ByteEncoding>& usual_byte_encodings();

/// The encoding in which a text that is not UTF-8 makes most sense: its letters stand beside letters of the same
/// alphabet, capitals begin words, frequent letters are frequent. Nothing if every encoding lacks one of its bytes.
/// Looks at the first 50,000 bytes beyond ASCII. O(bytes).
[[nodiscard]] const ByteEncoding* likely_byte_encoding(std::string_view text);

}  // namespace tarazy
