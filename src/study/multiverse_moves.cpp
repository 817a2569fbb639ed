#include "study/multiverse_moves.hpp"

namespace tarazy {
namespace {

double variance_of_share(double share) {
    return share * (1 - share);
}

/// What one choice does while the others stay as they are, summed over universes.
struct ChoiceStars {
    double count = 0, shares = 0, variances = 0, pairs = 0, differ = 0;

    void add(const PropositionUniverses& of, const std::vector<Picked>& star) {
        const Verdict own = of.as_it_stands().verdict;
        std::vector<Verdict> verdicts;
        double holds = 0;
        for (const Picked& universe : star) {
            verdicts.push_back(of.in(universe).verdict);
            holds += verdicts.back() == own ? 1 : 0;
        }
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                pairs += 1;
                differ += verdicts[i] != verdicts[j] ? 1 : 0;
            }
        }
        const double share = holds / static_cast<double>(star.size());
        count += 1;
        shares += share;
        variances += variance_of_share(share);
    }
};

ChoiceStars stars_of(const ChoiceTouch& touch, const PropositionUniverses& of, std::size_t choice) {
    ChoiceStars stars;
    if (!of.all) {
        for (const Picked& centre : of.centres) stars.add(of, star_of(touch, centre, choice));
        return stars;
    }
    // Once for all universes that differ in this choice alone.
    for (const auto& [picked, verdict] : of.judged)
        if (picked[choice] == 0) stars.add(of, star_of(touch, picked, choice));
    return stars;
}

}  // namespace

std::vector<VerdictMove> verdict_moves(const ChoiceTouch& touch, const PropositionUniverses& proposition) {
    std::vector<ChoiceStars> all;
    double shares = 0, count = 0;
    for (const std::size_t choice : proposition.choices) {
        all.push_back(stars_of(touch, proposition, choice));
        shares += all.back().shares;
        count += all.back().count;
    }
    // Every star's share has the same expectation, that of the indicator.
    const double whole = count > 0 ? variance_of_share(shares / count) : 0;
    std::vector<VerdictMove> moves;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ChoiceStars& stars = all[i];
        VerdictMove move{proposition.choices[i], {}, stars.pairs > 0 ? stars.differ / stars.pairs : 0, proposition.all};
        if (whole > 0) move.total_order = stars.variances / stars.count / whole;
        moves.push_back(move);
    }
    return moves;
}

VerdictShares verdict_shares(const Multiverse& multiverse, std::size_t proposition) {
    const PropositionUniverses& of = multiverse.propositions[proposition];
    VerdictShares shares;
    const auto count = [&](Verdict verdict) {
        ++shares.universes;
        ++shares.counts[static_cast<std::size_t>(verdict)];
    };
    if (of.all) {
        for (const auto& [picked, verdict] : of.judged) count(verdict.verdict);
    } else {
        // The study as it stands was put before the sample, and is no part of it.
        for (std::size_t u = 1; u < multiverse.universes.size(); ++u) count(of.in(multiverse.universes[u]).verdict);
    }
    return shares;
}

std::vector<LoneFlip> lone_flips(const ChoiceTouch& touch, const PropositionUniverses& proposition) {
    std::vector<LoneFlip> flips;
    const Verdict own = proposition.as_it_stands().verdict;
    for (const std::size_t choice : proposition.choices) {
        for (const std::size_t place : touch.alternatives[choice]) {
            Picked alone(touch.alternatives.size(), 0);
            alone[choice] = place;
            const Verdict verdict = proposition.in(alone).verdict;
            if (verdict != own) flips.push_back({choice, place, verdict});
        }
    }
    return flips;
}

}  // namespace tarazy
