#include "text/coding/line_end_counting.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace tarazy {
namespace {

/// Of each code point, whether a word begins there.
std::vector<bool> word_beginnings(const std::string& text) {
    std::vector<bool> begins;
    bool before = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = utf8_character(text, at);
        const bool letter = u_isalnum(static_cast<UChar32>(code)) != 0;
        begins.push_back(letter && !before);
        before = letter;
        at += bytes;
    }
    return begins;
}

}  // namespace

std::vector<std::size_t> long_line_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    std::size_t point = 0;
    for (std::size_t at = 0; at < text.size(); ++point) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ends.push_back(point);
        at += utf8_character(text, at).bytes;
    }
    return ends;
}

std::int64_t position_in_text(std::int64_t position, const std::vector<std::size_t>& ends) {
    // The k-th long end, at p, is the one character p - k of the position's counting; what lies behind is k + 1
    // further.
    std::size_t low = 0, high = ends.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (static_cast<std::int64_t>(ends[middle] - middle) < position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return position + static_cast<std::int64_t>(low);
}

std::int64_t position_with_short_ends(std::int64_t position, const std::vector<std::size_t>& ends) {
    const auto behind =
        std::ranges::partition_point(ends, [&](std::size_t end) { return static_cast<std::int64_t>(end) < position; });
    return position - (behind - ends.begin());
}

LineEndEvidence line_end_counting(const std::vector<std::string>& texts, const std::vector<RawSelection>& selections) {
    LineEndEvidence evidence;
    std::vector<std::vector<std::size_t>> ends;
    std::vector<std::vector<bool>> begins(texts.size());
    for (const std::string& text : texts) ends.push_back(long_line_ends(text));
    for (const RawSelection& one : selections) {
        const std::vector<std::size_t>& of_text = ends[one.document];
        if (of_text.empty()) continue;
        std::vector<bool>& word = begins[one.document];
        if (word.empty()) word = word_beginnings(texts[one.document]);
        const std::int64_t moved = position_in_text(one.start, of_text);
        const auto begins_at = [&](std::int64_t place) {
            return place >= 0 && place < static_cast<std::int64_t>(word.size()) &&
                   word[static_cast<std::size_t>(place)];
        };
        if (moved == one.start || begins_at(moved) == begins_at(one.start)) continue;
        ++(begins_at(moved) ? evidence.words_one : evidence.words_two);
    }
    if (evidence.words_one > 2 * evidence.words_two) evidence.counting = LineEndCounting::one;
    return evidence;
}

}  // namespace tarazy
