#include "text/corpus/line_sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cassert>
#include <memory>

namespace tarazy {
namespace {

bool is_blank_of_line(char byte) noexcept {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// Single line ends as spaces; of empty lines the first stays. No byte moves.
std::string with_lines_put_together(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; at < result.size();) {
        if (result[at] != '\n' && result[at] != '\r') {
            ++at;
            continue;
        }
        std::size_t line_ends = 0, end = at;
        for (; end < result.size() && is_blank_of_line(result[end]); ++end) line_ends += result[end] == '\n' ? 1 : 0;
        for (std::size_t k = at; k < end; ++k) result[k] = ' ';
        // U+2029 would not fit in a byte; a line feed is a paragraph separator of UAX #29, too.
        if (line_ends > 1) result[at] = '\n';
        at = end;
    }
    return result;
}

std::unique_ptr<icu::BreakIterator> sentence_breaks(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale((language + "@ss=standard").c_str());
    std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(locale, status));
    assert(U_SUCCESS(status) && breaks);
    return breaks;
}

}  // namespace

std::vector<TextSpan> line_sentences(std::string_view text, const std::string& language) {
    const std::string lines = with_lines_put_together(text);
    const std::unique_ptr<icu::BreakIterator> breaks = sentence_breaks(language);
    UErrorCode status = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, lines.data(), static_cast<std::int64_t>(lines.size()), &status);
    breaks->setText(&bytes, status);
    std::vector<TextSpan> result;
    if (U_SUCCESS(status)) {
        std::size_t begin = 0;
        for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
            std::size_t first = begin, end = static_cast<std::size_t>(at);
            begin = end;
            while (first < end && is_blank_of_line(lines[first])) ++first;
            while (end > first && is_blank_of_line(lines[end - 1])) --end;
            if (end > first) result.push_back({first, end});
        }
    }
    utext_close(&bytes);
    return result;
}

}  // namespace tarazy
