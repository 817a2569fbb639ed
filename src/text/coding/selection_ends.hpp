#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// A selection as a project file has it, in code points.
struct RawSelection {
    std::size_t document = 0;
    std::int64_t start = 0, end = 0;
};

/// Is the end position part of a selection? REFI-QDA 1.5 (section 10.2) speaks of the first and last character, most
/// programs write the first one behind.
enum class SelectionEnds { exclusive, inclusive };

/// What speaks for either reading.
struct EndEvidence {
    SelectionEnds reading = SelectionEnds::exclusive;
    std::size_t at_text_end = 0;  ///< selections that end at the length of their text: then the end is outside
    std::size_t empty = 0;        ///< start = end: one character if the end is part of it, nothing otherwise
    std::size_t words_exclusive = 0, words_inclusive = 0;  ///< selections that end with a word under one reading only
};

/// Weighs the selections of a project. Inclusive only if no selection ends at the length of its text and more end with
/// a word under that reading than under the other (without words: if any is empty). O(text + selections)
[[nodiscard]] EndEvidence selection_ends(const std::vector<std::string>& texts,
                                         const std::vector<RawSelection>& selections);

}  // namespace tarazy
