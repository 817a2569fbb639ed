#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Words by number, in the order in which they were added, each once; found by their letters in a table with open
/// addressing, so that looking one up touches two places of the memory and allocates nothing.
class KazakhStems {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// The number of the stem, new or not. O(letters), amortised
    /// @throws LimitError for more than four thousand million letters
    std::uint32_t add(std::u32string_view stem);
    /// `none` if it was not added. O(letters)
    [[nodiscard]] std::uint32_t find(std::u32string_view stem) const;
    /// @pre number < size(); valid until the next `add`
    [[nodiscard]] std::u32string_view operator[](std::uint32_t number) const {
        return {letters_.data() + first_[number], first_[number + 1] - first_[number]};
    }
    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
    void reserve(std::size_t stems);

private:
    struct Slot {
        std::uint32_t hash = 0;  ///< its upper half, so that most others are told apart without their letters
        std::uint32_t number = none;
        std::uint32_t first = 0, size = 0;  ///< its letters
    };

    [[nodiscard]] std::size_t slot_of(std::u32string_view stem, std::uint64_t hash) const;
    void widen(std::size_t slots);

    std::u32string letters_;
    std::vector<std::uint32_t> first_ = {0};
    std::vector<Slot> slots_ = std::vector<Slot>(16);  ///< a power of two, at most half full
};

}  // namespace tarazy
