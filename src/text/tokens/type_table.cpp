#include "text/tokens/type_table.hpp"

#include "base/error.hpp"

#include <limits>
#include <utility>

namespace tarazy {

std::uint32_t TypeTable::added(std::string_view text, const Slot& wanted, std::size_t at) {
    if (texts_.size() + 1 >= std::numeric_limits<std::uint32_t>::max())
        throw LimitError("there are more than 4 thousand million different tokens");
    texts_.push_back(text);
    const auto number = static_cast<std::uint32_t>(texts_.size());
    slots_[at] = {wanted.head, wanted.length, number};
    if (texts_.size() * 2 < slots_.size()) return number - 1;
    std::vector<Slot> wider(slots_.size() * 4);
    for (const Slot& slot : slots_) {
        if (slot.number == 0) continue;
        std::size_t place = hash_of(slot, texts_[slot.number - 1]) & (wider.size() - 1);
        while (wider[place].number != 0) place = (place + 1) & (wider.size() - 1);
        wider[place] = slot;
    }
    slots_ = std::move(wider);
    return number - 1;
}

}  // namespace tarazy
