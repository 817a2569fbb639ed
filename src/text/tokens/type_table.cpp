#include "text/tokens/type_table.hpp"

#include "base/error.hpp"

#include <limits>

namespace tarazy {

std::uint32_t TypeTable::added(std::string_view text, std::uint64_t hash, std::size_t at) {
    if (texts_.size() + 1 >= std::numeric_limits<std::uint32_t>::max())
        throw LimitError("there are more than 4 thousand million different tokens");
    texts_.push_back(text);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(texts_.size())};
    const auto number = static_cast<std::uint32_t>(texts_.size() - 1);
    if (texts_.size() * 2 < slots_.size()) return number;
    std::vector<Slot> wider(slots_.size() * 4);
    for (std::size_t k = 0; k < texts_.size(); ++k) {
        const std::uint64_t again = hash_of(texts_[k]);
        std::size_t place = again & (wider.size() - 1);
        while (wider[place].number != 0) place = (place + 1) & (wider.size() - 1);
        wider[place] = {static_cast<std::uint32_t>(again >> 32U), static_cast<std::uint32_t>(k + 1)};
    }
    slots_ = std::move(wider);
    return number;
}

}  // namespace tarazy
