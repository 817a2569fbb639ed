#pragma once

#include <cstddef>
#include <string_view>

namespace tarazy {

// Where things end that are one token though word boundaries cut them. Each gives `at` or `end` back unchanged when
// there is no such thing. O(bytes of the thing)

/// A web address (http://, https://, ftp://, www.) that begins at a byte. @param to_blank  it goes on to the next blank
/// or quotation mark, without the punctuation of the sentence at its end; else it ends before the first character that
/// is not a letter, a digit or one of - . / _ ~ (as in quanteda)
[[nodiscard]] std::size_t web_address_end(std::string_view text, std::size_t at, bool to_blank) noexcept;

/// A tag (#peace) or a name (@UN) that begins at a byte.
[[nodiscard]] std::size_t tag_end(std::string_view text, std::size_t at) noexcept;

/// An e-mail address, of which the token [begin, end) is what stands before the @.
[[nodiscard]] std::size_t mail_address_end(std::string_view text, std::size_t begin, std::size_t end) noexcept;

/// A symbol of a document (A/RES/70/57, S/RES/1540(2004), INFCIRC/153), of which the token [begin, end) is what stands
/// before the first slash: capitals first, a digit somewhere.
[[nodiscard]] std::size_t document_symbol_end(std::string_view text, std::size_t begin, std::size_t end) noexcept;

/// The hyphen of U.S.-led, of which the token [begin, end) is U.S; where the hyphen stands.
[[nodiscard]] std::size_t abbreviation_hyphen(std::string_view text, std::size_t begin, std::size_t end) noexcept;

/// The bytes of the hyphen that begins at a byte; 0 if none does.
[[nodiscard]] std::size_t hyphen_bytes(std::string_view text, std::size_t at) noexcept;

}  // namespace tarazy
