#include "text/lemmas/kazakh_stems.hpp"

#include "base/error.hpp"

#include <bit>
#include <utility>

namespace tarazy {
namespace {

std::uint64_t hash_of_letters(std::u32string_view letters) {
    std::uint64_t hash = 0x9E3779B97F4A7C15U;
    for (const char32_t letter : letters) hash = (hash ^ letter) * 0xBF58476D1CE4E5B9U;
    hash ^= hash >> 29U;
    hash *= 0x94D049BB133111EBU;
    return hash ^ (hash >> 32U);
}

}  // namespace

std::size_t KazakhStems::slot_of(std::u32string_view stem, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto upper = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.number == none) return at;
        if (slot.hash == upper && std::u32string_view(letters_.data() + slot.first, slot.size) == stem) return at;
    }
}

std::uint32_t KazakhStems::find(std::u32string_view stem) const {
    return slots_[slot_of(stem, hash_of_letters(stem))].number;
}

std::uint32_t KazakhStems::add(std::u32string_view stem) {
    const std::uint64_t hash = hash_of_letters(stem);
    std::size_t at = slot_of(stem, hash);
    if (slots_[at].number != none) return slots_[at].number;
    if ((size() + 1) * 2 > slots_.size()) {
        widen(slots_.size() * 2);
        at = slot_of(stem, hash);
    }
    if (letters_.size() + stem.size() >= none)
        throw LimitError("the words have more than " + std::to_string(none) + " letters; give fewer documents at once");
    const auto number = static_cast<std::uint32_t>(size());
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), number, static_cast<std::uint32_t>(letters_.size()),
                  static_cast<std::uint32_t>(stem.size())};
    letters_ += stem;
    first_.push_back(static_cast<std::uint32_t>(letters_.size()));
    return number;
}

void KazakhStems::reserve(std::size_t stems) {
    letters_.reserve(stems * 8);
    first_.reserve(stems + 1);
    const std::size_t wanted = std::bit_ceil(stems * 2 + 1);
    if (wanted > slots_.size()) widen(wanted);
}

void KazakhStems::widen(std::size_t slots) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
    const std::size_t mask = slots - 1;
    for (const Slot& slot : old) {
        if (slot.number == none) continue;
        std::size_t at = hash_of_letters((*this)[slot.number]) & mask;
        while (slots_[at].number != none) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace tarazy
