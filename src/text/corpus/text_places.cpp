#include "text/corpus/text_places.hpp"

#include "text/corpus/characters.hpp"

#include <algorithm>

namespace tarazy {

TextPlaces::TextPlaces(std::string_view text) : text_(text), lines_{{0, 1, 1}} {
    for (std::size_t at = text.find_first_of("\n\f"); at != std::string_view::npos;
         at = text.find_first_of("\n\f", at + 1)) {
        const Line last = lines_.back();
        if (text[at] == '\f') {
            lines_.push_back({at + 1, last.page + 1, 1});
        } else {
            lines_.push_back({at + 1, last.page, last.number + 1});
        }
    }
}

PagePlace TextPlaces::at(std::size_t byte) const {
    const auto behind = std::ranges::upper_bound(lines_, byte, {}, &Line::begin);
    const Line& line = *(behind - 1);
    return {line.page, line.number, 1 + count_characters(text_.substr(line.begin, byte - line.begin))};
}

}  // namespace tarazy
