#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `align.balance`: how focus and comparison states divide their closeness among the poles, domain by domain and
/// overall, and whether they are balanced within the domains or lean on different poles in different domains. Domains:
/// positions (votes), ties (ties and system), institutions (memberships and institutions), each of `indicators` that
/// the parameter of this name makes a domain, each of `flows` (column `domain`). Tables: quantities by state, year and
/// domain (of comparison states without tilts and the nearest pole); `labels`; `summary` by window of years; `notes`.
///
/// Claims of the focus state: `<analysis>.<domain>.<share|evenness|closer|tension|h_total|h_within|h_between>
/// [.<poles>].<year>` and `<analysis>.<domain>.<quantity>[.<poles>].<window>`; of the comparison states
/// `<analysis>.state.<state>.overall.<quantity>[.<poles>].<window>`. Beside tested numbers only: the same numbers of
/// the comparison states, and `<analysis>.<domain>.<standing_of|rank_of>_<quantity>[.<poles>].<window>`.
[[nodiscard]] Method balance_method();

}  // namespace tarazy
