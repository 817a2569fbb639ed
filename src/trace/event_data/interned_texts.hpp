#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Each distinct text once, by a number from 0 in order of first appearance: an open-addressing table of these numbers,
/// at most half full. Memory by distinct texts.
class InternedTexts {
public:
    InternedTexts() : slots_(64, none) {}

    [[nodiscard]] std::uint32_t number_of(std::string_view text) {
        const std::uint64_t hash = hash_of(text);
        for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
            const std::uint32_t number = slots_[slot];
            if (number == none) return add(text, hash);
            const Known& known = known_[number];
            if (known.hash == hash && known.text == text) return number;
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return known_.size(); }
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return known_[number].text; }

    /// Mixes up to eight bytes a step by multiplication; the same on every machine of one byte order, and no result
    /// depends on it.
    [[nodiscard]] static std::uint64_t hash_of(std::string_view text) noexcept {
        constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15U;
        std::uint64_t hash = text.size() * odd;
        const char* at = text.data();
        std::size_t left = text.size();
        for (; left >= 8; left -= 8, at += 8) hash = mixed(hash ^ load<std::uint64_t>(at));
        if (left >= 4) {
            hash = mixed(hash ^ (load<std::uint32_t>(at) | std::uint64_t{load<std::uint32_t>(at + left - 4)} << 32U));
        } else if (left > 0) {
            const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
            hash = mixed(hash ^ (byte(0) | byte(left / 2) << 8U | byte(left - 1) << 16U));
        }
        return hash;
    }

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    struct Known {
        std::uint64_t hash;
        std::string_view text;
    };

    template <typename Number>
    [[nodiscard]] static Number load(const char* from) noexcept {
        Number number;
        std::memcpy(&number, from, sizeof(number));
        return number;
    }
    [[nodiscard]] static std::uint64_t mixed(std::uint64_t value) noexcept {
        value *= 0xBF58'476D'1CE4'E5B9U;
        return value ^ (value >> 32U);
    }

    std::uint32_t add(std::string_view text, std::uint64_t hash);

    std::vector<std::uint32_t> slots_;
    std::vector<Known> known_;
    std::deque<std::string> texts_;
};

}  // namespace tarazy
