#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tarazy {

/// Where a byte of a text stands, as a reader finds it. All count from 1.
struct PagePlace {
    std::size_t page = 1;       ///< form feeds part pages
    std::size_t line = 1;       ///< of the page
    std::size_t character = 1;  ///< of the line, in code points
};

/// Finds places in a text, which must outlive it. O(bytes) to make, O(log lines + line) to ask.
class TextPlaces {
public:
    explicit TextPlaces(std::string_view text);
    /// @pre byte <= the text's length
    [[nodiscard]] PagePlace at(std::size_t byte) const;

private:
    struct Line {
        std::size_t begin, page, number;
    };
    std::string_view text_;
    std::vector<Line> lines_;
};

}  // namespace tarazy
