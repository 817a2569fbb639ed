#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A line of a page: its bytes in the text without the blanks at both ends.
struct PageLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t indent = 0;  ///< characters in front of it in its line, or in its column
    std::size_t page = 0;
    bool running = false;  ///< a running head or foot, or the number of the page

    [[nodiscard]] bool blank() const noexcept { return begin == end; }
};

/// Lines of a page in reading order.
struct TextPage {
    std::vector<PageLine> lines;
    std::size_t columns = 1;  ///< 2: lines of the left column stand before those of the right one
};

/// Cuts a text (UTF-8, lines end with LF, pages with a form feed) into pages and lines. O(bytes)
[[nodiscard]] std::vector<TextPage> pages_of(std::string_view text);

/// Puts the columns of pages that have two one below the other. A page has two columns when, at one place between the
/// first and the last quarter of its width, at least 70 % of its lines have a gap of two blanks or end before it, and
/// two fifths of them have words on both sides. Lines that cross the gap (titles, abstracts) part what is above from
/// what is below. What looks like a table (wide gaps one below the other within the halves, or short halves) is left
/// alone. A page of fewer than eight lines has two columns only behind one that has.
/// @param hidden  bytes of the text before which a character of no width was taken out (soft hyphens), in order, one
///                for each: who laid out the page counted them as places
/// O(characters)
void divide_columns(std::string_view text, std::vector<TextPage>& pages, std::span<const std::size_t> hidden = {});

/// Marks running heads and feet: of the first and last three lines of a page that are not blank those that are alike on
/// three pages, or on a third of them (two at least). Alike: with every number put as #, the edit distance is at most
/// 15 % of the longer line (similarity >= .85). Neighbours up to eight pages away are compared. O(pages x line^2)
void mark_running_lines(std::string_view text, std::vector<TextPage>& pages);

/// 1 - edit distance / length of the longer; 1 for two empty texts. O(a x b)
[[nodiscard]] double text_similarity(std::u32string_view a, std::u32string_view b);

}  // namespace tarazy
