#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tarazy {

/// Unicode code points of a UTF-8 text. O(bytes)
[[nodiscard]] std::size_t code_point_count(std::string_view text);

/// Byte offsets by code point: cuts [start, end) in code points out of a text in constant time once built.
class CodePointCuts {
public:
    /// O(bytes); a mark every 64 code points is kept. `text` must outlive this.
    explicit CodePointCuts(std::string_view text);
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// @pre start <= end <= size()
    [[nodiscard]] std::string_view cut(std::size_t start, std::size_t end) const;

private:
    [[nodiscard]] std::size_t byte_of(std::size_t point) const;
    std::string_view text_;
    std::vector<std::size_t> marks_;
    std::size_t size_ = 0;
};

}  // namespace tarazy
