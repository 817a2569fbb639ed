#pragma once

#include "network/affiliations/two_mode_network.hpp"

namespace tarazy {

/// Structural zeros from rows `actor,institution`: institutions that an actor cannot join (a state of another region).
/// @return actors x institutions
/// @throws InputError with every faulty row: an actor or institution that is not in the network, one that stands
/// empty, a tie that the network has. O(rows log)
[[nodiscard]] BitMatrix read_cannot_join(const Table& rows, const TwoModeNetwork& network);

}  // namespace tarazy
