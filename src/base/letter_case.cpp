#include "base/letter_case.hpp"

#include <unicode/unistr.h>

namespace tarazy {

bool equal_but_for_case(std::string_view a, std::string_view b) {
    const auto folded = [](std::string_view text) {
        return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
            .foldCase();
    };
    constexpr std::size_t longest_name = 1000;
    return a.size() <= longest_name && b.size() <= longest_name && folded(a) == folded(b);
}

}  // namespace tarazy
