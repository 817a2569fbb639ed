#pragma once

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
    std::uint32_t number(std::string_view text) {
        const std::uint64_t hash = hash_of(text);
        const auto mark = static_cast<std::uint32_t>(hash >> 32U);
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.number == 0) return added(text, hash, at);
            if (slot.mark == mark && texts_[slot.number - 1] == text) return slot.number - 1;
        }
    }

    [[nodiscard]] const std::vector<std::string_view>& texts() const noexcept { return texts_; }

private:
    struct Slot {
        std::uint32_t mark = 0, number = 0;  ///< number is that of the text and 1; 0 = free
    };

    /// Eight bytes at a time, mixed by a multiplication and a shift. Tokens are short.
    static std::uint64_t hash_of(std::string_view text) noexcept {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = text.size() * odd;
        const char* at = text.data();
        std::size_t left = text.size();
        for (; left >= 8; left -= 8, at += 8) hash = mixed(hash ^ eight(at, 8));
        return left > 0 ? mixed(hash ^ eight(at, left)) : hash;
    }
    static std::uint64_t eight(const char* at, std::size_t bytes) noexcept {
        std::uint64_t value = 0;
        std::memcpy(&value, at, bytes);
        return value;
    }
    static std::uint64_t mixed(std::uint64_t value) noexcept {
        value *= 0xD6E8FEB86659FD93U;
        value ^= value >> 32U;
        value *= 0xD6E8FEB86659FD93U;
        return value ^ value >> 29U;
    }

    std::uint32_t added(std::string_view text, std::uint64_t hash, std::size_t at);

    std::vector<Slot> slots_;  ///< a power of two of them
    std::vector<std::string_view> texts_;
};

}  // namespace tarazy
