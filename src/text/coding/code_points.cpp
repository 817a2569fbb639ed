#include "text/coding/code_points.hpp"

namespace tarazy {
namespace {

constexpr std::size_t points_a_mark = 64;

bool begins_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += begins_code_point(byte) ? 1 : 0;
    return count;
}

CodePointCuts::CodePointCuts(std::string_view text) : text_(text) {
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        if (!begins_code_point(text[byte])) continue;
        if (size_ % points_a_mark == 0) marks_.push_back(byte);
        ++size_;
    }
}

std::size_t CodePointCuts::byte_of(std::size_t point) const {
    if (point >= size_) return text_.size();
    std::size_t byte = marks_[point / points_a_mark];
    for (std::size_t left = point % points_a_mark; left > 0; --left) {
        ++byte;
        while (!begins_code_point(text_[byte])) ++byte;
    }
    return byte;
}

std::string_view CodePointCuts::cut(std::size_t start, std::size_t end) const {
    const std::size_t first = byte_of(start);
    return text_.substr(first, byte_of(end) - first);
}

}  // namespace tarazy
