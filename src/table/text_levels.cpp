#include "table/text_levels.hpp"

#include <cstring>

namespace tarazy {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t product = (a ^ b) * 0x9E3779B97F4A7C15u;
    return product ^ (product >> 32);
}

std::uint32_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        hash = mixed(hash, word);
    }
    std::uint64_t tail = 0;
    std::memcpy(&tail, at, left);
    return static_cast<std::uint32_t>(mixed(mixed(hash, tail), 0x2545F4914F6CDD1Du) >> 16);
}

}  // namespace

std::int32_t TextLevels::code_of(std::string_view text) {
    if (last_ >= 0 && levels_[static_cast<std::size_t>(last_)] == text) return last_;
    if (levels_.size() * 2 >= slots_.size()) enlarge();
    const std::uint32_t hash = hash_of(text);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        Slot& entry = slots_[slot];
        if (entry.code < 0) {
            entry = {hash, static_cast<std::int32_t>(levels_.size())};
            levels_.emplace_back(text);
            return last_ = entry.code;
        }
        if (entry.hash == hash && levels_[static_cast<std::size_t>(entry.code)] == text) return last_ = entry.code;
    }
}

void TextLevels::enlarge() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& entry : old) {
        if (entry.code < 0) continue;
        std::size_t slot = entry.hash & mask;
        while (slots_[slot].code >= 0) slot = (slot + 1) & mask;
        slots_[slot] = entry;
    }
}

}  // namespace tarazy
