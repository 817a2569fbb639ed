#include "serve/coding/document_search.hpp"

#include "serve/request.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <chrono>
#include <memory>

namespace tarazy {
namespace {

constexpr std::int32_t characters_around = 40;

std::string utf8_of(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

using SearchClock = std::chrono::steady_clock;

/// Steps of ICU's matcher count thousands of moves; this stops it at the time.
UBool URegexContinue(const void* until, std::int32_t) {
    return static_cast<UBool>(SearchClock::now() < *static_cast<const SearchClock::time_point*>(until));
}

icu::UnicodeString pattern_of(const DocumentSearch& search) {
    const icu::UnicodeString pattern = icu::UnicodeString::fromUTF8(search.pattern);
    if (search.regular_expression) return pattern;
    // Blanks of any length and kind match each other: a word may stand at the end of a line.
    icu::UnicodeString words;
    bool blank = false;
    for (std::int32_t at = 0; at < pattern.length(); at = pattern.moveIndex32(at, 1)) {
        const UChar32 character = pattern.char32At(at);
        if (u_isUWhiteSpace(character)) {
            blank = true;
            continue;
        }
        if (blank && !words.isEmpty()) words.append("\\s+");
        blank = false;
        if (character < 0x80 && !u_isalnum(character)) words.append(u'\\');
        words.append(character);
    }
    return words;
}

/// Code points up to a place of UTF-16, counted on from the last place that was asked.
struct CountedPlace {
    std::int32_t unit = 0;
    std::size_t point = 0;

    std::size_t points_to(const icu::UnicodeString& text, std::int32_t place) {
        point += static_cast<std::size_t>(text.countChar32(unit, place - unit));
        unit = place;
        return point;
    }
};

DocumentFind find_at(const StudyDocument& document, const icu::UnicodeString& text, CountedPlace& counted,
                     std::int32_t start, std::int32_t end) {
    DocumentFind find{document.id, 0, 0, {}, {}, {}};
    find.start = counted.points_to(text, start);
    find.end = counted.points_to(text, end);
    const std::int32_t from = text.moveIndex32(start, -characters_around),
                       to = text.moveIndex32(end, characters_around);
    find.before = utf8_of(text.tempSubStringBetween(from, start));
    find.found = utf8_of(text.tempSubStringBetween(start, end));
    find.after = utf8_of(text.tempSubStringBetween(end, to));
    return find;
}

}  // namespace

DocumentFinds search_documents(const StudyDocuments& documents, const DocumentSearch& search) {
    const icu::UnicodeString pattern = pattern_of(search);
    if (pattern.isEmpty()) throw RefusedRequest{400, "Write what is to be found.", ""};
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const std::unique_ptr<icu::RegexPattern> compiled(
        icu::RegexPattern::compile(pattern, UREGEX_CASE_INSENSITIVE, place, status));
    if (U_FAILURE(status))
        throw RefusedRequest{400, "This is no regular expression (at character " + std::to_string(place.offset) + ").",
                             ""};
    const SearchClock::time_point until = SearchClock::now() + std::chrono::milliseconds(search.most_milliseconds);
    DocumentFinds result;
    for (const StudyDocument& document : documents.list) {
        if (!search.doc.empty() && document.id != search.doc) continue;
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(document.text);
        status = U_ZERO_ERROR;
        const std::unique_ptr<icu::RegexMatcher> matcher(compiled->matcher(text, status));
        matcher->setMatchCallback(URegexContinue, &until, status);
        CountedPlace counted;
        while (result.finds.size() < search.most && matcher->find(status) && U_SUCCESS(status)) {
            const std::int32_t start = matcher->start(status), end = matcher->end(status);
            if (end > start) result.finds.push_back(find_at(document, text, counted, start, end));
        }
        result.late = U_FAILURE(status) || SearchClock::now() >= until;
        result.more = result.late || result.finds.size() >= search.most;
        if (result.more) break;
    }
    return result;
}

}  // namespace tarazy
