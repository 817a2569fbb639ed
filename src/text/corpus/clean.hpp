#pragma once

#include "base/work.hpp"
#include "text/corpus/text_map.hpp"
#include "text/corpus/word_attestation.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What the lines of a text are.
enum class LinesAre {
    found,       ///< paragraphs when one in ten has more than 160 characters, else pieces of them
    pieces,      ///< a paragraph was cut into lines (PDF, letters, old text files)
    paragraphs,  ///< each line is one (HTML, DOCX)
};

struct CleanOptions {
    LinesAre lines = LinesAre::found;
    bool columns = true;        ///< put two columns one below the other, in texts of pages
    bool running_lines = true;  ///< leave running heads and feet out, in texts of pages
    bool hyphens = true;        ///< join words cut at line ends
    bool letters = true;        ///< repair Latin and mistaken letters in Cyrillic words
    /// A list of words (in lower case), for hyphens and letters; may be empty. Called from one thread.
    std::function<bool(const std::string&)> known_word = {};
    unsigned threads = 0;
};

/// One decision of the cleaning, to be looked at.
struct CleaningChoice {
    enum class Kind {
        join,     ///< a word cut at a line end was put together
        keep,     ///< a hyphen at a line end was kept
        running,  ///< a running head or foot was left out
        columns,  ///< the columns of a page were put one below the other
        repair,   ///< letters of a word were replaced
        leave,    ///< a word with doubtful letters that no word list attests was left as it is
    };
    Kind kind = Kind::join;
    TextSpan source;  ///< bytes of the text as it was
    std::string before;
    std::string after;
    std::string reason;
};
[[nodiscard]] std::string_view to_string(CleaningChoice::Kind kind) noexcept;

struct CleanText {
    std::string text;  ///< a line a paragraph
    TextMap map;       ///< from it to the text as it was
    std::vector<CleaningChoice> log;
};

/// Cleans texts together, so that each can attest the words of the others. In this order: NFC; zero-width characters
/// and soft hyphens out; columns of pages; running heads and feet; `X-` at a line end and `Y` on the next put together
/// (if XY is attested more often than X-Y, or neither is; a hyphen in front of a capital or digit stays; one behind a
/// soft hyphen goes); lines joined to paragraphs (unless a line ends with .!?…。！？: and the next begins with a
/// capital or an indent, a blank line or a list sign stands between, or a line is shorter than three fifths of the
/// usual and the next begins so); blanks folded to one; letters repaired where the repaired word is attested. Every
/// character of the result leads to its source through the map; the source of a blank may be a line end. Texts that ask
/// nothing are done in one pass, the others in two. @pre UTF-8 O(bytes log); memory: two copies of the texts
/// @throws Interrupted
[[nodiscard]] std::vector<CleanText> clean(std::span<const std::string> texts, const CleanOptions& options,
                                           const Work& work);
/// The same where texts differ in what their lines are. @pre one for each text
[[nodiscard]] std::vector<CleanText> clean(std::span<const std::string> texts, std::span<const LinesAre> lines,
                                           const CleanOptions& options, const Work& work);

/// One text alone.
[[nodiscard]] CleanText clean(std::string_view text, const CleanOptions& options = {});

}  // namespace tarazy
