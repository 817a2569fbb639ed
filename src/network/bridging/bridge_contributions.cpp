#include "network/bridging/bridge_contributions.hpp"

#include <algorithm>

namespace tarazy {
namespace {

double weighted_sum(std::span<const double> shares, std::span<const double> times) noexcept {
    double sum = 0;
    for (std::size_t e = 0; e < shares.size(); ++e) sum += shares[e] * times[e];
    return sum;
}

}  // namespace

BridgeContributions::BridgeContributions(const BitMatrix& ties, const Blocs& blocs)
    : actors_(ties.rows()), institutions_(ties.columns()) {
    const auto pairs = blocs.pairs();
    pairs_ = pairs.size();
    shares_.resize(pairs_ * actors_ * institutions_);
    sums_.resize(actors_ * institutions_);
    std::vector<std::uint32_t> holders;
    for (std::size_t e = 0; e < institutions_; ++e) {
        for (std::size_t p = 0; p < pairs_; ++p) {
            bool in_one = false, in_other = false;
            holders.clear();
            for (std::uint32_t actor = 0; actor < actors_; ++actor) {
                if (!ties(actor, e)) continue;
                if (blocs.bloc[actor] == pairs[p].first)
                    in_one = true;
                else if (blocs.bloc[actor] == pairs[p].second)
                    in_other = true;
                else
                    holders.push_back(actor);
            }
            if (!in_one || !in_other) continue;
            const double share = 1 / static_cast<double>(holders.size());
            for (const std::uint32_t actor : holders) {
                shares_[(p * actors_ + actor) * institutions_ + e] = share;
                sums_[actor * institutions_ + e] += share;
            }
        }
    }
}

double BridgeContributions::bridges(std::size_t pair, std::uint32_t state,
                                    std::span<const double> times) const noexcept {
    return weighted_sum(of(pair, state), times);
}

double BridgeContributions::all_bridges(std::uint32_t state, std::span<const double> times) const noexcept {
    return weighted_sum({sums_.data() + state * institutions_, institutions_}, times);
}

std::size_t BridgeContributions::bridging_institutions(std::uint32_t state) const noexcept {
    const double* sums = sums_.data() + state * institutions_;
    return static_cast<std::size_t>(std::count_if(sums, sums + institutions_, [](double sum) { return sum > 0; }));
}

}  // namespace tarazy
