#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace tarazy {

/// Numbers texts in the order in which they are first met. The texts are not copied: they must stay where they are.
class TypeTable {
public:
    TypeTable() : slots_(1U << 10U) {}

    /// The number of the text. O(bytes) on average
    /// @pre the text is shorter than 4 GiB
    std::uint32_t number(std::string_view text) {
        const Slot wanted{head_of(text), static_cast<std::uint32_t>(text.size()), 0};
        const std::uint64_t hash = hash_of(wanted, text);
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.number == 0) return added(text, wanted, at);
            // Most tokens are so short that the slot knows all of them: no look at the text.
            if (slot.head == wanted.head && slot.length == wanted.length &&
                (text.size() <= head_bytes || texts_[slot.number - 1] == text))
                return slot.number - 1;
        }
    }

    [[nodiscard]] const std::vector<std::string_view>& texts() const noexcept { return texts_; }

private:
    static constexpr std::size_t head_bytes = 8;
    struct Slot {
        std::uint64_t head = 0;  ///< of a text of up to eight bytes all, of a longer one the first eight
        std::uint32_t length = 0;
        std::uint32_t number = 0;  ///< that of the text and 1; 0 = free
    };

    template <typename Value>
    static std::uint64_t loaded(const char* at) noexcept {
        Value value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    /// With the length this tells two texts of up to eight bytes apart: every byte is in it.
    static std::uint64_t head_of(std::string_view text) noexcept {
        const std::size_t size = text.size();
        const char* const at = text.data();
        if (size >= head_bytes) return loaded<std::uint64_t>(at);
        if (size >= 4) return loaded<std::uint32_t>(at) | loaded<std::uint32_t>(at + size - 4) << 32U;
        if (size == 0) return 0;
        return loaded<std::uint8_t>(at) | loaded<std::uint8_t>(at + size / 2) << 8U |
               loaded<std::uint8_t>(at + size - 1) << 16U;
    }
    static std::uint64_t hash_of(const Slot& wanted, std::string_view text) noexcept {
        std::uint64_t hash = mixed(wanted.head ^ wanted.length * 0x9E3779B97F4A7C15U);
        for (std::size_t at = head_bytes; at < text.size(); at += head_bytes)
            hash = mixed(hash ^ loaded<std::uint64_t>(text.data() + std::min(at, text.size() - head_bytes)));
        return hash;
    }
    static std::uint64_t mixed(std::uint64_t value) noexcept {
        value *= 0xD6E8FEB86659FD93U;
        value ^= value >> 32U;
        value *= 0xD6E8FEB86659FD93U;
        return value ^ value >> 29U;
    }

    std::uint32_t added(std::string_view text, const Slot& wanted, std::size_t at);

    std::vector<Slot> slots_;  ///< a power of two of them
    std::vector<std::string_view> texts_;
};

}  // namespace tarazy
