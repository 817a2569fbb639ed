#pragma once

#include "network/functions/knockout.hpp"
#include "table/table.hpp"

namespace tarazy {

/// removed,lost,lost_upper,synergy,synergy_upper,lost_functions,possibly_lost,coverage_lost,coverage_lost_upper,
/// components,components_change[,bridges_lost]: a row a set of institutions; the first, with `removed` missing, is the
/// network as it is. Counts are of all states; `lost_functions` names those of the chosen states as `state: function`.
/// `synergy` is by how many functions the loss exceeds the sum of the losses of its institutions alone.
[[nodiscard]] Table removals_table(const CarriedFunctions& carried, const KnockoutQuestion& question,
                                   std::span<const RemovalEffect> effects);

/// removed,state,lost,lost_upper,synergy,lost_functions,possibly_lost,coverage_lost,coverage_lost_upper and with poles
/// share_<pole>..,entropy,difference_<one>_<other>..,bridges, each also with `_change`: a row a set and chosen state,
/// the first rows being the network as it is.
[[nodiscard]] Table removals_by_state_table(const CarriedFunctions& carried, const KnockoutQuestion& question,
                                            std::span<const RemovalEffect> effects);

}  // namespace tarazy
