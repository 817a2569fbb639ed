#include "network/functions/two_mode_components.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// States that hang together, in bits, as far as the institutions read so far join them.
using StateSet = std::vector<std::uint64_t>;

void join_sets(std::vector<StateSet>& parts, std::span<const std::uint64_t> row) {
    StateSet whole(row.begin(), row.end());
    std::erase_if(parts, [&](const StateSet& part) {
        if (count_shared_bits(part, row) == 0) return false;
        for (std::size_t word = 0; word < part.size(); ++word) whole[word] |= part[word];
        return true;
    });
    parts.push_back(std::move(whole));
}

}  // namespace

std::size_t count_two_mode_components(const BitMatrix& members, std::span<const std::uint32_t> removed) {
    std::vector<StateSet> parts;
    for (std::uint32_t e = 0; e < members.rows(); ++e) {
        if (std::ranges::find(removed, e) != removed.end() || count_bits(members.row(e)) == 0) continue;
        join_sets(parts, members.row(e));
    }
    std::size_t joined_states = 0;
    for (const StateSet& part : parts) joined_states += count_bits(part);
    return parts.size() + members.columns() - joined_states;
}

}  // namespace tarazy
