#pragma once

#include "network/projection/projection.hpp"

namespace tarazy {

/// `a,b,count,newman,jaccard,hyper_lower,hyper_upper,sdsm_lower,sdsm_upper`, then
/// `sdsm_mid,sdsm_expected,p,p_adjusted,backbone`
[[nodiscard]] Table pairs_table(const TwoModeNetwork& network, const Projection& projected);

/// The ties of the backbone as an edge list `from,to,sign,weight`; the weight is by how many institutions the count
/// differs from its mean, so that it is above 0 for both signs.
[[nodiscard]] Table backbone_table(const TwoModeNetwork& network, const Projection& projected);

/// `actor,institution,tie,probability`
[[nodiscard]] Table bicm_table(const TwoModeNetwork& network, const Bicm& model);

}  // namespace tarazy
