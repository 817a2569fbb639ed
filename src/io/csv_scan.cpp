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

}  // namespace

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
    Field field;
    field.line = line_;
    const char* const begin = at_;
    at_ = end_of_field(at_, end_, delimiter_);
    field.text = {begin, static_cast<std::size_t>(at_ - begin)};
    take_stop();
    return field;
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
    if (at_ < end_ && *at_ != delimiter_ && *at_ != '\n' && *at_ != '\r') {
        field.fault = Fault::text_after_quote;
        at_ = end_of_field(at_, end_, delimiter_);
    }
    take_stop();
    return field;
}

void CsvScanner::pass_blank_lines(bool spaces_too) {
    while (at_ < end_) {
        const char* at = at_;
        while (spaces_too && at < end_ && (*at == ' ' || *at == '\t') && *at != delimiter_) ++at;
        if (at < end_ && *at != '\n' && *at != '\r') return;
        if (at == end_ && at == at_) return;
        at_ = at;
        take_stop();
    }
}

}  // namespace tarazy
