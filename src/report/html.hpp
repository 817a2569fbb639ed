#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// Text that is HTML already. Plain strings become `Html` only by `text()`, which escapes them, so that a title with
/// `<` in it can never turn into markup.
struct Html {
    std::string markup;

    Html& operator+=(const Html& more) {
        markup += more.markup;
        return *this;
    }
};

[[nodiscard]] inline Html operator+(Html first, const Html& second) {
    first += second;
    return first;
}

/// Attribute names and plain values; values are escaped. An attribute with an empty value is written by name alone when
/// HTML knows it as a switch (`open`, `hidden`, `checked`), else left out.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// The characters `& < > " '` as entities. Control characters that HTML forbids become U+FFFD.
[[nodiscard]] std::string escape_html(std::string_view plain);

/// Plain text as HTML.
[[nodiscard]] Html text(std::string_view plain);

/// `<tag attributes>content</tag>`; elements that have no end tag (`input`, `meta`, `br`) get none.
[[nodiscard]] Html element(std::string_view tag, const Attributes& attributes, const Html& content = {});
[[nodiscard]] Html element(std::string_view tag, const Attributes& attributes, std::initializer_list<Html> content);

/// An id made of ASCII letters, digits, `-`, `_` and `.`; other bytes become `~` and two hexadecimal digits, so that
/// different keys give different ids.
[[nodiscard]] std::string html_id(std::string_view prefix, std::string_view key);

}  // namespace tarazy
