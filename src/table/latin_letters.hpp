#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// The text in the letters A to Z, for ids and names of files: Cyrillic letters as English readers know them from names
/// (я ya, ш sh; of Kazakh ә a, ғ gh, қ q, ң ng, ө o, ұ u, ү u, һ h, і i), those of other scripts as ICU writes them,
/// without marks above or below. What is no letter stays as it is. A capital gives a capital, and within a word of
/// capitals all are ("ЮГ" YUG, "Юг" Yug). The letters ъ and ь are left out. Not to be turned back. O(length).
[[nodiscard]] std::string latin_letters(std::string_view text);

/// Has the text letters of Cyrillic that Kazakh has and Russian lacks?
[[nodiscard]] bool has_kazakh_letters(std::string_view text);

/// Has it letters of Cyrillic?
[[nodiscard]] bool has_cyrillic_letters(std::string_view text);

}  // namespace tarazy
