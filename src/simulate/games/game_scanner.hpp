#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class GameTokenKind { word, text, open, close, end };

/// A piece of a game file. A number is a word.
struct GameToken {
    GameTokenKind kind = GameTokenKind::end;
    std::string text = {};
    std::size_t line = 1, column = 1;  ///< column in characters
};

/// The pieces of a `.efg` or `.nfg` file: words and numbers, texts in quotes (`\"` and `\\` within), braces; blanks and
/// commas lie between them. What is wrong goes to `diagnostics`; `fail` ends the reading, since nothing behind a place
/// that cannot be understood means anything.
class GameScanner {
public:
    /// @throws InputError when a text has no end
    GameScanner(std::string_view text, std::string path, Diagnostics& diagnostics);

    [[nodiscard]] const GameToken& peek() const { return tokens_[at_]; }
    [[nodiscard]] bool next_is(GameTokenKind kind) const { return peek().kind == kind; }
    GameToken take() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_.back(); }

    /// The next piece, which must be of this kind. @param what  what should stand there, for the message
    GameToken need(GameTokenKind kind, const std::string& what);
    /// `{ "a" "b" }`
    std::vector<GameToken> texts_in_braces(const std::string& what);
    std::vector<GameToken> words_in_braces(const std::string& what);
    /// A whole number from `least` to `most`.
    std::size_t whole_number(const std::string& what, std::size_t least, std::size_t most);

    void problem(const GameToken& at, std::string what, std::string remedy);
    [[noreturn]] void fail(const GameToken& at, std::string what, std::string remedy);

private:
    std::vector<GameToken> list_in_braces(GameTokenKind kind, const std::string& what);

    std::vector<GameToken> tokens_;
    std::size_t at_ = 0;
    std::string path_;
    Diagnostics& diagnostics_;
};

/// A text in quotes, as these files have it.
[[nodiscard]] std::string game_text(std::string_view text);

}  // namespace tarazy
