#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Is this a Cyrillic word with letters that cannot be meant: Latin look-alikes (`Қaзақстан` with a Latin a), Latin or
/// Greek letters in place of Kazakh ones, Serbian, Macedonian and Ukrainian ones where KZ-1048 was read as
/// Windows-1251? At least half of its letters must be Cyrillic.
[[nodiscard]] bool has_doubtful_letters(std::string_view word);

/// What the word may have been: each doubtful letter replaced by those it may stand for; at most 16, the likeliest
/// first. Letters keep their case. O(letters x words)
[[nodiscard]] std::vector<std::string> repaired_spellings(std::string_view word);

}  // namespace tarazy
