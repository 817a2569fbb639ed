#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Distinct texts in order of first appearance, found again by an open-addressing hash table.
class TextLevels {
public:
    /// Number of the text, which is added if it is new. Expected O(length).
    [[nodiscard]] std::int32_t code_of(std::string_view text);
    [[nodiscard]] const std::vector<std::string>& levels() const noexcept { return levels_; }
    [[nodiscard]] std::vector<std::string> take() noexcept { return std::move(levels_); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t code = -1;
    };
    void enlarge();

    std::vector<std::string> levels_;
    std::vector<Slot> slots_;
    std::int32_t last_ = -1;  ///< runs of equal cells are common: sorted data, one country after another
};

}  // namespace tarazy
