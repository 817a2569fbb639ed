#include "text/tokens/word_segments.hpp"

#include "text/tokens/utf8_character.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>

namespace tarazy {
namespace {

bool is_blank_segment(std::string_view segment) {
    constexpr std::uint32_t none = U_GC_Z_MASK | U_GC_C_MASK;
    return (U_MASK(u_charType(static_cast<UChar32>(utf8_character(segment, 0).code))) & none) != 0;
}

}  // namespace

void add_word_segments(std::string_view text, TokenRules, std::vector<TextSpan>& spans) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText* bytes = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words->setText(bytes, status);
    std::int32_t start = words->first();
    for (std::int32_t end = words->next(); end != icu::BreakIterator::DONE; start = end, end = words->next()) {
        const auto from = static_cast<std::uint32_t>(start), length = static_cast<std::uint32_t>(end - start);
        if (!is_blank_segment(text.substr(from, length))) spans.push_back({from, length});
    }
    utext_close(bytes);
}

}  // namespace tarazy
