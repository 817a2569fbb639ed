#include "trace/event_data/interned_texts.hpp"

#include "base/error.hpp"

namespace tarazy {

std::uint32_t InternedTexts::add(std::string_view text, std::uint64_t hash) {
    if (known_.size() >= none - 1) throw LimitError("more than 4 billion different texts in one column");
    const auto number = static_cast<std::uint32_t>(known_.size());
    texts_.emplace_back(text);
    known_.push_back({hash, texts_.back()});
    const bool grows = 2 * known_.size() > slots_.size();
    if (grows) slots_.assign(2 * slots_.size(), none);
    for (std::uint32_t each = grows ? 0 : number; each <= number; ++each) {
        std::size_t slot = known_[each].hash & (slots_.size() - 1);
        while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = each;
    }
    return number;
}

}  // namespace tarazy
