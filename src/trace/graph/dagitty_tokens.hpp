#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarazy {

enum class DagittyTokenKind {
    name,  ///< bare or quoted; numbers too
    edge,  ///< `->`, `<-` or `<->`
    open_brace,
    close_brace,
    open_bracket,
    close_bracket,
    equals,
    comma,
    semicolon,
    end,
};

struct DagittyToken {
    DagittyTokenKind kind = DagittyTokenKind::end;
    std::string text;  ///< of names without quotes, of edges
    bool quoted = false;
    std::size_t line = 1, column = 1;  ///< column in characters
};

/// The pieces of a DAGitty text, one after another. The text must live on.
class DagittyTokens {
public:
    /// Stands at the first piece. @throws InputError as `next`
    DagittyTokens(std::string_view text, std::string path);

    [[nodiscard]] const DagittyToken& now() const noexcept { return now_; }
    /// @throws InputError for an open quote or comment, and for signs and edges that are none of a DAG
    void next();

    /// The piece as messages call it.
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    /// @throws InputError at the present piece
    [[noreturn]] void fail(std::string what, std::string remedy) const;
    [[noreturn]] void fail_at(std::size_t line, std::size_t column, std::string what, std::string remedy) const;

private:
    void skip_to(std::size_t byte);
    void pass_blanks();
    void read_quoted(bool may_be_empty);
    void read_sign();

    std::string_view text_;
    std::string path_;
    std::size_t at_ = 0, line_ = 1, column_ = 1;
    DagittyToken now_;
};

/// The byte behind blanks and comments that begin at `at`; the size of the text when a comment does not end.
[[nodiscard]] std::size_t past_dagitty_blanks(std::string_view text, std::size_t at) noexcept;

}  // namespace tarazy
