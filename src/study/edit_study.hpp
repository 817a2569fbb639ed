#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// One change of the text of a study file.
struct StudyEdit {
    enum class Kind {
        set,     ///< the value of a key; the key is written where its table stands if it is not there. Of a table
                 ///< under a header of its own the keys become those of the value.
        remove,  ///< a key, or a whole part ("pole.WEST", "data.votes") with the comment above it
        add,     ///< a part: lines of TOML, put behind the last part of its kind, or at the end; of a path with a
                 ///< point ("proposition.P2") as the last lines of that part
    };
    Kind kind = Kind::set;
    std::string
        path;  ///< as in the `set` of an alternative: "study.years", "pole.WEST.members"; of `add` its kind: "pole"
    std::string value;  ///< TOML: `["RUS", "BLR"]`; of `add` the lines of the part, header and all
};

/// The text with the edits made one after the other. Comments and the layout of all that is not named stay as they are;
/// of a list only the items that go or come are touched, so that comments between the others stay, too.
/// O(edits x length).
/// @param path  of the file, for messages
/// @throws InputError if the text or a value is no TOML, or a path leads nowhere
[[nodiscard]] std::string edited_study(std::string_view text, const std::string& path,
                                       std::span<const StudyEdit> edits);

/// A run of lines that an edit changed.
struct ChangedLines {
    std::size_t line = 0;  ///< of the first, in the text afterwards, from 1
    std::vector<std::string> before, after;
};

/// Where two texts differ, by lines: what stands before the first and behind the last difference is left out, and
/// within that the longest runs of lines that both have. O(lines of the changed part squared), at most 2000 of them;
/// beyond that one run.
[[nodiscard]] std::vector<ChangedLines> changed_lines(std::string_view before, std::string_view after);

}  // namespace tarazy
