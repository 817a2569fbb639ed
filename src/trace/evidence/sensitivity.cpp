#include "trace/evidence/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tarazy {
namespace {

/// Posterior of one hypothesis and who leads, from given priors and likelihoods.
struct BeliefAtEnd {
    double posterior = 0;
    std::size_t leader = 0;
};

/// Which clue of a group counts stays as it is at the values: the bar shows one number, not another choice of clue.
class BeliefAtEnds {
public:
    explicit BeliefAtEnds(const RivalExplanations& rivals) : rivals_(rivals), weighing_(weigh(rivals)) {}

    [[nodiscard]] BeliefAtEnd with_likelihood(std::size_t clue, std::size_t hypothesis, double value) const {
        return belief(weighing_.prior, clue, hypothesis, value);
    }
    [[nodiscard]] BeliefAtEnd with_prior(std::size_t hypothesis, double value) const {
        std::vector<double> prior = weighing_.prior;
        const double rest = 1 - prior[hypothesis];
        for (std::size_t h = 0; h < prior.size(); ++h) {
            if (h == hypothesis) continue;
            prior[h] = rest > 0 ? prior[h] / rest * (1 - value) : (1 - value) / static_cast<double>(prior.size() - 1);
        }
        prior[hypothesis] = value;
        return belief(prior, rivals_.clues.size(), 0, 0);
    }
    [[nodiscard]] const Weighing& weighing() const { return weighing_; }

private:
    [[nodiscard]] BeliefAtEnd belief(const std::vector<double>& prior, std::size_t clue, std::size_t hypothesis,
                                     double value) const {
        std::vector<double> logs;
        for (const double p : prior) logs.push_back(std::log(p));
        for (std::size_t c = 0; c < rivals_.clues.size(); ++c) {
            if (weighing_.steps[c].counting != ClueCounting::counted) continue;
            for (std::size_t h = 0; h < logs.size(); ++h) {
                const bool changed = c == clue && h == hypothesis;
                logs[h] += std::log(changed ? probability_found(rivals_.clues[c].found, value)
                                            : weighing_.steps[c].probability[h]);
            }
        }
        // All impossible at this end: no posterior exists there, and the values' own is shown.
        const std::vector<double> posterior = normalised(logs).value_or(weighing_.posterior);
        return {posterior[weighing_.leader], ranking(rivals_, posterior)[0]};
    }

    const RivalExplanations& rivals_;
    const Weighing weighing_;
};

}  // namespace

std::vector<TornadoBar> tornado(const RivalExplanations& rivals) {
    const BeliefAtEnds ends(rivals);
    std::vector<TornadoBar> bars;
    const auto add = [&](std::optional<std::size_t> clue, std::size_t h, const ElicitedProbability& range) {
        if (!(range.low < range.high)) return;
        const auto at = [&](double value) {
            return clue ? ends.with_likelihood(*clue, h, value) : ends.with_prior(h, value);
        };
        const BeliefAtEnd low = at(range.low), high = at(range.high);
        bars.push_back({clue, h, range.low, range.high, low.posterior, high.posterior, low.leader, high.leader});
    };
    for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h) add(std::nullopt, h, rivals.hypotheses[h].prior);
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        if (ends.weighing().steps[c].counting != ClueCounting::counted) continue;
        for (std::size_t h = 0; h < rivals.hypotheses.size(); ++h)
            add(c, h, rivals.clues[c].likelihoods[h].probability);
    }
    const auto key = [&](const TornadoBar& bar) {
        return std::tuple(bar.clue ? rivals.clues[*bar.clue].id : std::string(), rivals.hypotheses[bar.hypothesis].id);
    };
    std::ranges::sort(bars, [&](const TornadoBar& a, const TornadoBar& b) {
        return a.swing() != b.swing() ? a.swing() > b.swing() : key(a) < key(b);
    });
    return bars;
}

RivalExplanations without_clue(const RivalExplanations& rivals, std::size_t clue) {
    RivalExplanations changed = rivals;
    changed.clues[clue].found = ClueFound::not_sought;
    return changed;
}

}  // namespace tarazy
