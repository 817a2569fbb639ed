#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// The encoding that an HTML page names in its head (`<meta charset=...>` or the Content-Type), or nothing.
/// Looks at the first 4,096 bytes.
[[nodiscard]] std::string declared_html_encoding(std::string_view bytes);

/// The running text of an HTML page: a line a paragraph, a blank line between blocks. Scripts, styles, navigation
/// (`nav`, role=navigation), forms, and what the page hides are left out; the cells of a table row stand in one line.
/// @param html  UTF-8
/// @throws InputError for elements nested more than 5,000 deep and for a page without text
/// O(bytes)
[[nodiscard]] std::string html_text(std::string_view html, const std::string& path);

}  // namespace tarazy
