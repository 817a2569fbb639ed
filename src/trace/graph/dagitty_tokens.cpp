#include "trace/graph/dagitty_tokens.hpp"

#include "base/error.hpp"
#include "base/text_cut.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view dagitty_blank = " \t\r\n\v\f";
/// What ends a bare name. `/` does only where a comment begins.
constexpr std::string_view dagitty_signs = " \t\r\n\v\f{}[];,=\"<>-@#";

bool comment_begins(std::string_view text, std::size_t at) {
    return text[at] == '#' || text.substr(at, 2) == "//" || text.substr(at, 2) == "/*";
}

std::size_t past_comment(std::string_view text, std::size_t at) {
    const bool block = text.substr(at, 2) == "/*";
    const std::size_t end = block ? text.find("*/", at + 2) : text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    return end + (block ? 2 : 1);
}

std::size_t end_of_bare_name(std::string_view text, std::size_t at) {
    while (at < text.size() && dagitty_signs.find(text[at]) == std::string_view::npos && !comment_begins(text, at))
        ++at;
    return at;
}

/// A number with its sign, for `pos=-1.5`.
std::size_t end_of_negative_number(std::string_view text, std::size_t at) {
    const bool number = at + 1 < text.size() && text[at] == '-' &&
                        ((text[at + 1] >= '0' && text[at + 1] <= '9') || text[at + 1] == '.');
    return number ? end_of_bare_name(text, at + 1) : at;
}

}  // namespace

std::size_t past_dagitty_blanks(std::string_view text, std::size_t at) noexcept {
    while (at < text.size()) {
        if (dagitty_blank.find(text[at]) != std::string_view::npos)
            ++at;
        else if (comment_begins(text, at))
            at = past_comment(text, at);
        else
            break;
    }
    return at;
}

DagittyTokens::DagittyTokens(std::string_view text, std::string path) : text_(text), path_(std::move(path)) {
    next();
}

void DagittyTokens::next() {
    pass_blanks();
    const bool behind_equals = now_.kind == DagittyTokenKind::equals;
    now_ = {.kind = DagittyTokenKind::end, .text = {}, .quoted = false, .line = line_, .column = column_};
    if (at_ == text_.size()) return;
    if (text_[at_] == '"') return read_quoted(behind_equals);
    std::size_t end = end_of_bare_name(text_, at_);
    if (end == at_ && behind_equals) end = end_of_negative_number(text_, at_);
    if (end == at_) return read_sign();
    now_.kind = DagittyTokenKind::name;
    now_.text = text_.substr(at_, end - at_);
    skip_to(end);
}

std::string DagittyTokens::shown() const {
    switch (now_.kind) {
        case DagittyTokenKind::end: return "the end of the text";
        case DagittyTokenKind::name:
        case DagittyTokenKind::edge: return "'" + shortened(now_.text) + "'";
        case DagittyTokenKind::open_brace: return "{";
        case DagittyTokenKind::close_brace: return "}";
        case DagittyTokenKind::open_bracket: return "[";
        case DagittyTokenKind::close_bracket: return "]";
        case DagittyTokenKind::equals: return "=";
        case DagittyTokenKind::comma: return "a comma";
        case DagittyTokenKind::semicolon: return "a semicolon";
    }
    return "";
}

void DagittyTokens::fail(std::string what, std::string remedy) const {
    fail_at(now_.line, now_.column, std::move(what), std::move(remedy));
}

void DagittyTokens::fail_at(std::size_t line, std::size_t column, std::string what, std::string remedy) const {
    throw InputError({path_, line, column, std::move(what), std::move(remedy)});
}

void DagittyTokens::skip_to(std::size_t byte) {
    while (at_ < byte) {
        const bool line_end = text_[at_] == '\n';
        at_ += first_character_length(text_.substr(at_));
        line_ += line_end ? 1 : 0;
        column_ = line_end ? 1 : column_ + 1;
    }
}

void DagittyTokens::pass_blanks() {
    while (at_ < text_.size()) {
        if (dagitty_blank.find(text_[at_]) != std::string_view::npos) {
            skip_to(at_ + 1);
        } else if (comment_begins(text_, at_)) {
            const bool block = text_[at_] != '#' && text_[at_ + 1] == '*';
            if (block && text_.find("*/", at_ + 2) == std::string_view::npos)
                fail_at(line_, column_, "the comment has no end", "close it with */");
            skip_to(past_comment(text_, at_));
        } else {
            return;
        }
    }
}

void DagittyTokens::read_quoted(bool may_be_empty) {
    now_.kind = DagittyTokenKind::name;
    now_.quoted = true;
    std::size_t end = at_ + 1;
    for (; end < text_.size() && text_[end] != '"'; ++end) {
        if (text_[end] == '\\' && end + 1 < text_.size()) ++end;
        now_.text += text_[end];
    }
    if (end == text_.size()) fail("the quoted name has no end", "close it with a double quote");
    if (now_.text.empty() && !may_be_empty) fail("the name is empty", "write a name between the quotes");
    skip_to(end + 1);
}

void DagittyTokens::read_sign() {
    for (const std::string_view edge : {"<->", "->", "<-"}) {
        if (!text_.substr(at_).starts_with(edge)) continue;
        if (edge == "<-" && text_.substr(at_, 3) == "<--") break;
        now_.kind = DagittyTokenKind::edge;
        now_.text = edge;
        return skip_to(at_ + edge.size());
    }
    switch (text_[at_]) {
        case '{': now_.kind = DagittyTokenKind::open_brace; break;
        case '}': now_.kind = DagittyTokenKind::close_brace; break;
        case '[': now_.kind = DagittyTokenKind::open_bracket; break;
        case ']': now_.kind = DagittyTokenKind::close_bracket; break;
        case '=': now_.kind = DagittyTokenKind::equals; break;
        case ',': now_.kind = DagittyTokenKind::comma; break;
        case ';': now_.kind = DagittyTokenKind::semicolon; break;
        default: {
            const std::size_t end = text_.find_first_not_of("<>-@", at_);
            const std::string sign(text_.substr(at_, std::min(end, at_ + 8) - at_));
            fail("'" + sign + "' is no link of a directed acyclic graph",
                 "write ->, <- or <->; put names with such signs in double quotes");
        }
    }
    skip_to(at_ + 1);
}

}  // namespace tarazy
