#include "study/multiverse_moves.hpp"

namespace tarazy {
namespace {

double variance_of_share(double share) {
    return share * (1 - share);
}

/// Exact, from every combination.
VerdictMove exact_move(const ChoiceTouch& touch, const PropositionUniverses& of, std::size_t choice) {
    const Verdict own = of.as_it_stands().verdict;
    const std::vector<std::size_t>& places = touch.alternatives[choice];
    const auto n = static_cast<double>(places.size());
    double holds = 0, within = 0, pairs = 0, differ = 0;
    for (const auto& [picked, verdict] : of.judged) {
        holds += verdict.verdict == own ? 1 : 0;
        if (picked[choice] != 0) continue;  // once for all universes that differ in this choice alone
        double group = 0;
        std::vector<Verdict> verdicts;
        for (const std::size_t place : places) {
            Picked other = picked;
            other[choice] = place;
            verdicts.push_back(of.judged.at(other).verdict);
            group += verdicts.back() == own ? 1 : 0;
        }
        within += variance_of_share(group / n) * n;
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                pairs += 1;
                differ += verdicts[i] != verdicts[j] ? 1 : 0;
            }
        }
    }
    const auto universes = static_cast<double>(of.judged.size());
    const double whole = variance_of_share(holds / universes);
    VerdictMove move{choice, {}, pairs > 0 ? differ / pairs : 0, true};
    if (whole > 0) move.total_order = within / universes / whole;
    return move;
}

/// Estimated from universes in which the choices are exchanged one by one.
VerdictMove estimated_move(const PropositionUniverses& of, std::size_t place, std::size_t choice) {
    const Verdict own = of.as_it_stands().verdict;
    const std::size_t length = of.choices.size() + 2;
    double squares = 0, bases = 0, holds = 0, pairs = 0, differ = 0;
    for (std::size_t a = 0; a + length <= of.exchanged.size(); a += length) {
        const Picked &first = of.exchanged[a], &other = of.exchanged[a + 1 + place];
        const Verdict here = of.in(first).verdict, there = of.in(other).verdict;
        const Verdict last = of.in(of.exchanged[a + length - 1]).verdict;
        bases += 1;
        squares += (here == own) != (there == own) ? 1 : 0;
        holds += (here == own ? 1 : 0) + (last == own ? 1 : 0);
        if (first[choice] == other[choice]) continue;
        pairs += 1;
        differ += here != there ? 1 : 0;
    }
    const double whole = variance_of_share(holds / (2 * bases));
    VerdictMove move{choice, {}, pairs > 0 ? differ / pairs : 0, false};
    if (whole > 0) move.total_order = squares / bases / (2 * whole);
    return move;
}

}  // namespace

std::vector<VerdictMove> verdict_moves(const ChoiceTouch& touch, const PropositionUniverses& proposition) {
    std::vector<VerdictMove> moves;
    for (std::size_t i = 0; i < proposition.choices.size(); ++i) {
        const std::size_t choice = proposition.choices[i];
        moves.push_back(proposition.all ? exact_move(touch, proposition, choice)
                                        : estimated_move(proposition, i, choice));
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
