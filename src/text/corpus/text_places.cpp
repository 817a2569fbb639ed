#include "text/corpus/text_places.hpp"

#include "text/corpus/characters.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t bytes_between_marks = 4096;

}  // namespace

TextPlaces::TextPlaces(std::string_view text) : text_(text), marks_{{0, 1, 1, 1}} {
    for (std::size_t at = text.find_first_of("\n\f"); at != std::string_view::npos;
         at = text.find_first_of("\n\f", at + 1)) {
        mark_line(at);
        const Mark last = marks_.back();
        const bool page = text[at] == '\f';
        marks_.push_back({at + 1, last.page + (page ? 1 : 0), page ? 1 : last.line + 1, 1});
    }
    mark_line(text.size());
}

/// Marks within the line that has begun, up to its end.
void TextPlaces::mark_line(std::size_t end) {
    while (end - marks_.back().begin > 2 * bytes_between_marks) {
        const Mark last = marks_.back();
        std::size_t at = last.begin + bytes_between_marks;
        while (at < end && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
        if (at >= end) return;
        marks_.push_back(
            {at, last.page, last.line, last.character + count_characters(text_.substr(last.begin, at - last.begin))});
    }
}

PagePlace TextPlaces::at(std::size_t byte) const {
    const auto behind = std::ranges::upper_bound(marks_, byte, {}, &Mark::begin);
    const Mark& mark = *(behind - 1);
    return {mark.page, mark.line, mark.character + count_characters(text_.substr(mark.begin, byte - mark.begin))};
}

}  // namespace tarazy
