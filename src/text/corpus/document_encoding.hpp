#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// The text of a document in UTF-8, and what its bytes were.
struct DocumentText {
    std::string text;
    std::string encoding;  ///< "UTF-8", "Windows-1251", "GB18030", ...
    bool assumed = false;  ///< found from the bytes, declared by nobody
};

/// Puts the bytes of a document into UTF-8.
///
/// Without `encoding`: by the byte order mark; UTF-8 if the bytes are that; UTF-16 if every second byte says so;
/// GB18030 if every byte is part of it and at least a tenth of the Chinese characters are among the hundred commonest;
/// else the likeliest of `usual_byte_encodings`. Nothing is replaced: bytes that fit nowhere are an error.
/// @param declared  what the document says of itself (HTML); taken where the bytes are not UTF-8, and not told as
/// assumed
/// @throws InputError, one problem a file: NUL bytes, damaged UTF-8, two encodings in one file, bytes without meaning;
///         UsageError for an `encoding` that is not known
/// O(bytes)
[[nodiscard]] DocumentText decode_document(std::string_view bytes, const std::string& path, const std::string& encoding,
                                           const std::string& declared = {});

/// Are these bytes Chinese in GB18030?
[[nodiscard]] bool looks_like_gb18030(std::string_view bytes);

}  // namespace tarazy
