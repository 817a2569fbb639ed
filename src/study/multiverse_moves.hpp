#pragma once

#include "study/multiverse.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// How much a choice moves the verdict on a proposition, over the universes that the choices touching it make, each
/// as likely as the other.
struct VerdictMove {
    std::size_t choice = 0;
    /// Total-order index (Homma & Saltelli 1996) of the indicator "the verdict is that of the study as it stands":
    /// E[Var(indicator | all other choices)] / Var(indicator). Nothing where the indicator never varies.
    std::optional<double> total_order;
    /// Share of the pairs of universes which differ in this choice alone whose verdicts differ.
    double changes = 0;
    bool exact = true;  ///< from all combinations by the definition; else estimated from a sample
};

/// Of every choice that touches the proposition, in the order of the study file. With all combinations both numbers are
/// exact. From a sample the inner variance is still that over all alternatives, and only the outer mean is taken over
/// the sampled centres, so that both means are unbiased however few these are. O(universes x choices).
[[nodiscard]] std::vector<VerdictMove> verdict_moves(const ChoiceTouch& touch, const PropositionUniverses& proposition);

/// Shares of the verdicts of one proposition.
struct VerdictShares {
    std::size_t universes = 0;                                         ///< that were counted
    std::vector<std::size_t> counts = std::vector<std::size_t>(5, 0);  ///< by `Verdict`

    [[nodiscard]] std::size_t of(Verdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }
};

/// Over all combinations of the choices that touch it, or over the sample of universes.
[[nodiscard]] VerdictShares verdict_shares(const Multiverse& multiverse, std::size_t proposition);

/// The alternatives that by themselves give another verdict than the study as it stands.
struct LoneFlip {
    std::size_t choice = 0, alternative = 0;
    Verdict verdict = Verdict::silent;
};
[[nodiscard]] std::vector<LoneFlip> lone_flips(const ChoiceTouch& touch, const PropositionUniverses& proposition);

}  // namespace tarazy
