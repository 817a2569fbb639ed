#pragma once

#include "base/work.hpp"
#include "network/affiliations/two_mode_network.hpp"
#include "network/projection/bicm.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace tarazy {

/// Which pairs of actors are tied in a backbone.
enum class BackboneKind {
    signed_ties,  ///< more shared than chance: 1, fewer: -1; alpha is halved between the two
    positive,     ///< more shared than chance only, all of alpha
};

struct BackboneLevel {
    double alpha = 0.05;
    BackboneKind kind = BackboneKind::signed_ties;
};

/// From which number of shared institutions on two actors share more than chance (stochastic degree sequence model,
/// Neal 2014, exact). The law depends on the margins alone, and in it on the classes of the two: one table serves the
/// observed network and every network with the same margins (`curveball_draws`).
struct CriticalCounts {
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::uint32_t> actor_class;  ///< of each actor
    std::size_t classes = 0;
    /// Classes x classes: the least count with P(X >= count) <= level, or never.
    std::vector<std::uint32_t> strong;
    /// Classes x classes: the greatest count with P(X <= count) <= level, and 1; 0 = none. Only 0 for positive ties.
    std::vector<std::uint32_t> below_is_weak;
};

/// @param network  any network with these margins. @param cannot_join  structural zeros, or an empty matrix
/// @throws UsageError for an alpha that is not between 0 and 1, LimitError (`bicm`), Interrupted
/// O(class pairs x institutions x degree)
[[nodiscard]] CriticalCounts critical_counts(const TwoModeNetwork& network, const BackboneLevel& level = {},
                                             const BitMatrix& cannot_join = {}, unsigned threads = 0,
                                             const Work& work = {});
/// The same with a model that is there already.
[[nodiscard]] CriticalCounts critical_counts(const Bicm& model, const BackboneLevel& level, unsigned threads,
                                             const Work& work);

/// Actors x actors, symmetric, nothing on the diagonal: pairs that share more than chance.
/// @param ties  with the margins for which the counts were made, or some of its rows with their classes
/// O(pairs x institutions/64)
[[nodiscard]] BitMatrix backbone_bits(const BitMatrix& ties, const CriticalCounts& critical);
[[nodiscard]] BitMatrix backbone_bits(const TwoModeNetwork& network, const CriticalCounts& critical);

struct SignedBackbone {
    BitMatrix positive, negative;  ///< actors x actors, symmetric
};
[[nodiscard]] SignedBackbone signed_backbone(const BitMatrix& ties, const CriticalCounts& critical);

}  // namespace tarazy
