#pragma once

#include "base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A word of a text file and where it stands, line and character from 1.
struct PlacedWord {
    std::string text;
    std::size_t line = 0, column = 0;
    bool quoted = false;
};

/// Words of one line: parted by blanks and by `separators`; quotes (double, single) hold blanks, a doubled quote is
/// one.
/// @param rest  where a quote is not closed, the word reaches to the end of the line and this is told
[[nodiscard]] std::vector<PlacedWord> placed_words(std::string_view line, std::size_t number,
                                                   std::string_view separators, bool* unclosed = nullptr);

/// Lines of a text without their ends (LF, CRLF, CR), numbered from 1.
class TextLines {
public:
    explicit TextLines(std::string_view text) : rest_(text) {}
    /// The next line, or nothing at the end.
    [[nodiscard]] std::optional<std::string_view> next();
    [[nodiscard]] std::size_t number() const noexcept { return number_; }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// Is the text this word, whatever its case? @pre `word` is in lower case
[[nodiscard]] bool same_word(std::string_view text, std::string_view word);

[[noreturn]] void refuse_place(const std::string& path, const PlacedWord& at, std::string what, std::string remedy);

}  // namespace tarazy
