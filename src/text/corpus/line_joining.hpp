#pragma once

#include "text/corpus/clean.hpp"
#include "text/corpus/normalised_text.hpp"
#include "text/corpus/page_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What to do with words cut at line ends while nothing is known of them: ask, and leave them cut.
struct HyphenJudge {
    bool joins = true;                          ///< else hyphens stay
    const WordAttestation* attested = nullptr;  ///< none: every case becomes two questions
    std::vector<std::string>* questions = nullptr;
};

/// Writes the lines of the pages as paragraphs, a line each, as `clean` says; running lines are left out.
/// @param log  decisions about hyphens; their places are bytes of `text`
/// O(bytes)
[[nodiscard]] MappedText joined_lines(std::string_view text, const std::vector<TextPage>& pages, LinesAre lines,
                                      const HyphenJudge& judge, std::vector<CleaningChoice>& log);

}  // namespace tarazy
