#include "cli/json_layout.hpp"

#include "base/number_text.hpp"
#include "table/rounding.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

bool belongs_to_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

void JsonLayout::finish() {
    end_number();
    write();
}

void JsonLayout::write() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
}

void JsonLayout::new_line() {
    text_ += '\n';
    text_.append(2 * std::size_t{depth_}, ' ');
}

void JsonLayout::begin_member() {
    if (opened_) new_line();
    opened_ = false;
}

void JsonLayout::open(char bracket) {
    begin_member();
    text_ += bracket;
    ++depth_;
    opened_ = true;
}

void JsonLayout::close(char bracket) {
    --depth_;
    if (!opened_) new_line();
    opened_ = false;
    text_ += bracket;
}

void JsonLayout::end_number() {
    if (number_.empty()) return;
    const std::optional<double> value = parse_real(number_);
    const bool whole = number_.find_first_of(".eE") == std::string::npos;
    text_ += (whole || !value ? number_ : nlohmann::json(rounded(*value, *decimals_)).dump());
    number_.clear();
}

std::size_t JsonLayout::string_part(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (escaped_) {
            escaped_ = false;
        } else if (text[i] == '\\') {
            escaped_ = true;
        } else if (text[i] == '"') {
            in_string_ = false;
            return i + 1;
        }
    }
    return text.size();
}

void JsonLayout::feed(std::string_view text) {
    constexpr std::size_t most_held = std::size_t{1} << 16;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text_.size() >= most_held) write();
        if (in_string_) {
            const std::string_view part = text.substr(i, string_part(text.substr(i)));
            text_ += part;
            i += part.size() - 1;
            continue;
        }
        const char c = text[i];
        // The "e" of "true" or "false" is no part of a number, for no number has begun.
        if (decimals_ && belongs_to_number(c) && (!number_.empty() || (c != 'e' && c != 'E'))) {
            begin_member();
            number_ += c;
            continue;
        }
        end_number();
        switch (c) {
            case ' ':
            case '\n':
            case '\t':
            case '\r': break;
            case '{':
            case '[': open(c); break;
            case '}':
            case ']': close(c); break;
            case ':': text_ += ": "; break;
            case ',':
                text_ += ',';
                new_line();
                break;
            default:
                begin_member();
                text_ += c;
                in_string_ = c == '"';
        }
    }
}

}  // namespace tarazy
