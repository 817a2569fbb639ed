#pragma once

#include "table/table.hpp"

namespace tarazy {

/// The members of the state system as the program lists them (Correlates of War, State System Membership, v2016), a row
/// a spell: `ccode,styear,endyear`. Spells that were open when the list was closed end in 2016. O(states)
[[nodiscard]] Table state_system_table();

}  // namespace tarazy
