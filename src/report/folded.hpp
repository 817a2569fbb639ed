#pragma once

#include "report/html.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Most of a large report are rows that few readers look at. They lie packed in the file and the script puts them into
// the page when they come near (explorer/src/page/folds.ts). Chapters only mark what may lie packed; `fold_page`
// decides and packs when the page is whole. The marks are control characters, which no text can hold: `escape_html`
// replaces them.

/// Where a part lies in the page, which decides what stands in its place: a row of a table, an item of a list, a
/// paragraph.
enum class FoldPlace : char { row = 'r', item = 'i', block = 'b' };

/// A part that lies packed. `count` is how many rows or items it holds, 0 when that says nothing.
[[nodiscard]] Html folded(FoldPlace place, std::size_t count, const Html& content);

/// A table, with what frames it, that lies packed as a whole when it is not small and not the first of its chapter: of
/// the first the head and first rows stay in the page.
[[nodiscard]] Html foldable(const Html& content);
/// What stands in an entry that opens: it lies packed as a whole when it is not small.
[[nodiscard]] Html foldable_entry(const Html& content);
/// What several chapters say alike: where the page has said it already it lies packed.
[[nodiscard]] Html foldable_repeat(const Html& content);
/// What the script has among the data of a figure and writes into the page itself.
[[nodiscard]] Html said_by_script(const Html& content);

/// Stands in a row's markup for the cell of a column.
[[nodiscard]] Html row_slot(std::size_t column);

/// Rows that are built alike, held column by column, as which they pack to half.
/// @param row      markup of one row, with `row_slot` for what differs
/// @param columns  all of one length; at most 64
[[nodiscard]] Html row_block(const Html& row, const std::vector<std::vector<std::string>>& columns);

/// A page whose marked parts lie apart.
struct FoldedPage {
    std::string page;  ///< with a place for each part: `data-part` is its number, `data-pack` the name of the pack
    /// The parts in the order of their numbers, U+001E between them; then, behind U+0004, what their blocks of rows
    /// hold: of all blocks the first columns, U+001D between them, U+001E, of all blocks the second columns, and so on;
    /// then, behind another U+0004, the texts that occur more than once, U+001E between them (report/phrases.hpp).
    std::string parts;
};

/// Takes the marked parts out. What a reader without scripts finds in their place names the files of `results/` that
/// hold the rows, by the id of the chapter.
[[nodiscard]] FoldedPage fold_page(std::string_view marked, const std::string& pack);

/// The page with all parts in their places, without marks.
[[nodiscard]] std::string whole_page(std::string_view marked);

}  // namespace tarazy
