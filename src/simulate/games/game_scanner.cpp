#include "simulate/games/game_scanner.hpp"

#include "base/number_text.hpp"
#include "base/text_cut.hpp"

#include <optional>
#include <utility>

namespace tarazy {
namespace {

/// Walks over the characters of a file and knows where it is.
struct GameCharacters {
    std::string_view text;
    std::size_t at = 0, line = 1, column = 1;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    [[nodiscard]] char now() const { return text[at]; }
    void step() {
        const bool line_ends = now() == '\n';
        ++at;
        if (line_ends) {
            ++line;
            column = 1;
        } else if (done() || (static_cast<unsigned char>(now()) & 0xC0U) != 0x80U) {
            ++column;  // bytes within a character of UTF-8 are no column of their own
        }
    }
};

bool is_game_gap(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',';
}

std::string game_token_shown(const GameToken& token) {
    switch (token.kind) {
        case GameTokenKind::end: return "the end of the file";
        case GameTokenKind::open: return "{";
        case GameTokenKind::close: return "}";
        case GameTokenKind::text: return game_text(shortened(token.text));
        case GameTokenKind::word: break;
    }
    return "'" + shortened(token.text) + "'";
}

}  // namespace

GameScanner::GameScanner(std::string_view text, std::string path, Diagnostics& diagnostics)
    : path_(std::move(path)), diagnostics_(diagnostics) {
    GameCharacters characters{text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text};
    while (!characters.done()) {
        if (is_game_gap(characters.now())) {
            characters.step();
            continue;
        }
        GameToken token{GameTokenKind::word, "", characters.line, characters.column};
        if (characters.now() == '{' || characters.now() == '}') {
            token.kind = characters.now() == '{' ? GameTokenKind::open : GameTokenKind::close;
            characters.step();
        } else if (characters.now() == '"') {
            token.kind = GameTokenKind::text;
            characters.step();
            while (!characters.done() && characters.now() != '"') {
                const bool escaped =
                    characters.now() == '\\' && characters.at + 1 < characters.text.size() &&
                    (characters.text[characters.at + 1] == '"' || characters.text[characters.at + 1] == '\\');
                if (escaped) characters.step();
                token.text += characters.now();
                characters.step();
            }
            if (characters.done()) fail(token, "a text in quotes has no end", "close it with \"");
            characters.step();
        } else {
            while (!characters.done() && !is_game_gap(characters.now()) &&
                   std::string_view("{}\"").find(characters.now()) == std::string_view::npos) {
                token.text += characters.now();
                characters.step();
            }
        }
        tokens_.push_back(std::move(token));
    }
    tokens_.push_back({GameTokenKind::end, "", characters.line, characters.column});
}

GameToken GameScanner::need(GameTokenKind kind, const std::string& what) {
    if (peek().kind != kind)
        fail(peek(), game_token_shown(peek()) + " stands where " + what + " should", "write " + what);
    return take();
}

std::vector<GameToken> GameScanner::list_in_braces(GameTokenKind kind, const std::string& what) {
    need(GameTokenKind::open, "{ with " + what);
    std::vector<GameToken> items;
    while (!next_is(GameTokenKind::close)) items.push_back(need(kind, what + " or }"));
    take();
    return items;
}

std::vector<GameToken> GameScanner::texts_in_braces(const std::string& what) {
    return list_in_braces(GameTokenKind::text, what);
}

std::vector<GameToken> GameScanner::words_in_braces(const std::string& what) {
    return list_in_braces(GameTokenKind::word, what);
}

std::size_t GameScanner::whole_number(const std::string& what, std::size_t least, std::size_t most) {
    const GameToken token = need(GameTokenKind::word, what);
    const std::optional<std::int64_t> number = parse_integer(token.text);
    if (!number || *number < static_cast<std::int64_t>(least) || *number > static_cast<std::int64_t>(most))
        fail(token, what + " is " + game_token_shown(token),
             "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return static_cast<std::size_t>(*number);
}

void GameScanner::problem(const GameToken& at, std::string what, std::string remedy) {
    diagnostics_.add({path_, at.line, at.column, std::move(what), std::move(remedy)});
}

void GameScanner::fail(const GameToken& at, std::string what, std::string remedy) {
    const Problem last{path_, at.line, at.column, std::move(what), std::move(remedy)};
    diagnostics_.add(last);
    diagnostics_.throw_if_any();
    throw InputError(last);
}

std::string game_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace tarazy
