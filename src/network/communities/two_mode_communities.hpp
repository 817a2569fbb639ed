#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/communities/communities.hpp"

namespace tarazy {

/// Communities of actors and institutions with the best modularity of Barber (2007): each run begins from random
/// communities of the institutions, then actors and institutions take turns in choosing the community that is best for
/// them (BRIM, Barber 2007, sec. IV), and communities whose union is better are merged, until nothing improves (Beckett
/// 2016, R. Soc. Open Sci. 3: 140536).
/// @returns communities of actors, then institutions
/// O(runs rounds (ties + nodes communities))
[[nodiscard]] Communities find_two_mode_communities(const TwoModeNetwork& network, const CommunityOptions& options);

}  // namespace tarazy
