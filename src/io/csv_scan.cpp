#include "io/csv_scan.hpp"

#include <algorithm>
#include <cstring>

namespace tarazy {
namespace {

/// Line breaks in a text: LF, CRLF and lone CR count once each.
std::size_t line_breaks(std::string_view text) {
    if (std::memchr(text.data(), '\r', text.size()) == nullptr) {
        return static_cast<std::size_t>(std::ranges::count(text, '\n'));
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        count += text[at] == '\n' || (text[at] == '\r' && !crlf) ? 1 : 0;
    }
    return count;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// Bytes of the no-break space at the start of the text, or 0.
std::size_t no_break_space(std::string_view text) {
    if (text.starts_with("\xC2\xA0")) return 2;
    return text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x87") ? 3 : 0;
}

std::size_t no_break_space_at_end(std::string_view text) {
    if (text.ends_with("\xC2\xA0")) return 2;
    return text.ends_with("\xE2\x80\xAF") || text.ends_with("\xE2\x80\x87") ? 3 : 0;
}

}  // namespace

std::string_view without_blanks_around(std::string_view text) noexcept {
    for (;;) {
        const std::size_t count = !text.empty() && is_blank(text.front()) ? 1 : no_break_space(text);
        if (count == 0) break;
        text.remove_prefix(count);
    }
    for (;;) {
        const std::size_t count = !text.empty() && is_blank(text.back()) ? 1 : no_break_space_at_end(text);
        if (count == 0) break;
        text.remove_suffix(count);
    }
    return text;
}

Problem csv_fault(const CsvScanner::Field& field, std::size_t column, const std::string& path) {
    if (field.fault == CsvScanner::Fault::open_quote) {
        return {path, field.line, column, "the quote that opens here is never closed",
                "close it; a quote that belongs to a quoted text is written twice"};
    }
    return {path, field.line, column, "text follows the closing quote",
            "put the delimiter right behind the quote; a quote that belongs to the text is written twice"};
}

void CsvScanner::take_stop() {
    if (at_ == end_) {
        stop_ = Stop::text_end;
        return;
    }
    const char c = *at_++;
    if (c == delimiter_) {
        stop_ = Stop::delimiter;
        return;
    }
    if (c == '\r' && at_ < end_ && *at_ == '\n') ++at_;
    ++line_;
    stop_ = Stop::line_end;
}

CsvScanner::Field CsvScanner::next() {
    if (at_ < end_ && *at_ == '"') return quoted();
    if (at_ < end_ && is_blank(*at_)) {
        const char* const begin = at_;
        const std::size_t line = line_;
        Field field = quoted_behind_blanks();
        if (field.quoted) return field;
        move_to(begin, line);
    }
    Field field;
    field.line = line_;
    const char* const begin = at_;
    at_ = end_of_field(at_, end_, delimiter_);
    field.text = {begin, static_cast<std::size_t>(at_ - begin)};
    if (may_have_blanks_around(begin, at_)) field.text = without_blanks_around(field.text);
    take_stop();
    return field;
}

/// `a, "b, c"` as people write by hand: the field in quotes. An unquoted field if there is none, or if more than the
/// quoted text stands there.
CsvScanner::Field CsvScanner::quoted_behind_blanks() {
    while (at_ < end_ && is_blank(*at_) && *at_ != delimiter_) ++at_;
    if (at_ == end_ || *at_ != '"') return {};
    Field field = quoted();
    return field.fault == Fault::none ? field : Field{};
}

CsvScanner::Field CsvScanner::quoted() {
    Field field;
    field.quoted = true;
    field.line = line_;
    const char* begin = ++at_;
    bool doubled = false;
    unescaped_.clear();
    for (;;) {
        const auto left = static_cast<std::size_t>(end_ - at_);
        const auto* quote = left == 0 ? nullptr : static_cast<const char*>(std::memchr(at_, '"', left));
        if (quote == nullptr) {
            field.fault = Fault::open_quote;
            at_ = end_;
            stop_ = Stop::text_end;
            return field;
        }
        at_ = quote + 1;
        if (at_ == end_ || *at_ != '"') break;
        unescaped_.append(begin, at_);  // up to and with the first quote of the pair
        begin = ++at_;
        doubled = true;
    }
    const char* const close = at_ - 1;
    if (doubled) {
        unescaped_.append(begin, close);
        field.text = unescaped_;
    } else {
        field.text = {begin, static_cast<std::size_t>(close - begin)};
    }
    if (!field.text.empty()) line_ += line_breaks(field.text);
    while (at_ < end_ && is_blank(*at_) && *at_ != delimiter_) ++at_;
    if (at_ < end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '\r') {
        field.fault = Fault::text_after_quote;
        at_ = end_of_field(at_, end_, delimiter_);
    }
    take_stop();
    return field;
}

void CsvScanner::pass_blank_lines() {
    while (at_ < end_) {
        const char* at = at_;
        while (at < end_ && is_blank(*at) && *at != delimiter_) ++at;
        if (at < end_ && *at != '\n' && *at != '\r') return;
        if (at == end_ && at == at_) return;
        at_ = at;
        take_stop();
    }
}

bool CsvScanner::pass_empty_row() {
    const char* at = at_;
    while (at < end_ && *at != '\n' && *at != '\r') {
        const bool nothing = *at == delimiter_ || is_blank(*at);
        const std::size_t count =
            nothing ? 1 : no_break_space({at, std::min<std::size_t>(3, static_cast<std::size_t>(end_ - at))});
        if (count == 0) return false;
        at += count;
    }
    at_ = at;
    take_stop();
    return true;
}

}  // namespace tarazy
