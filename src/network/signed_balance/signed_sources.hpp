#pragma once

#include "network/graphs/network.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// What becomes of two nodes between which both a positive and a negative tie is recorded.
enum class MixedTies {
    exclude,   ///< the tie is left out and listed
    positive,  ///< the positive tie stands
    negative,  ///< the negative tie stands
};

struct SignedSources {
    Network network;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> mixed;  ///< in both tables
};

/// A signed network from a table of positive ties (alliances, pacts) and one of negative ties (rivalries, disputes):
/// `from,to[,weight]` each. A column `sign` is refused, since the tables say it.
/// @throws InputError, LimitError  as `read_network`
[[nodiscard]] SignedSources signed_network(const Table& positive, const Table& negative, const Table* nodes,
                                           NetworkReading reading, MixedTies mixed, std::vector<std::string>& warnings);

}  // namespace tarazy
