#include "network/brokerage/rewiring.hpp"

namespace tarazy {

Rewiring::Rewiring(const Network& network) : given_bits_(adjacency_bits(network)), directed_(network.directed) {
    for (const NetworkTie& tie : network.ties) given_ends_.emplace_back(tie.from, tie.to);
    reset();
}

void Rewiring::reset() {
    bits_ = given_bits_;
    ends_ = given_ends_;
}

void Rewiring::tries(std::size_t switches, Random& random) {
    if (ends_.size() < 2) return;
    for (std::size_t one = 0; one < switches; ++one) {
        // Both ties and the way that the second is read from one random number.
        const std::uint64_t drawn = random.below(2 * ends_.size() * ends_.size());
        auto& first = ends_[drawn / 2 % ends_.size()];
        auto& second = ends_[drawn / 2 / ends_.size()];
        auto [a, b] = first;
        auto [c, d] = second;
        // A tie without direction may be read either way.
        if (!directed_ && drawn % 2 == 1) std::swap(c, d);
        if (a == d || c == b || bits_(a, d) || bits_(c, b)) continue;
        bits_.set(a, b, false);
        bits_.set(c, d, false);
        bits_.set(a, d);
        bits_.set(c, b);
        if (!directed_) {
            bits_.set(b, a, false);
            bits_.set(d, c, false);
            bits_.set(d, a);
            bits_.set(b, c);
        }
        first = {a, d};
        second = {c, b};
    }
}

}  // namespace tarazy
