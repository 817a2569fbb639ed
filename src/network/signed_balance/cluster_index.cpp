#include "network/signed_balance/cluster_index.hpp"

#include "base/random.hpp"

#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t most_exchange_nodes = 500;

class ClusterRelocation {
public:
    ClusterRelocation(const Network& network, const ClusterSearch& search)
        : n_(network.size()), k_(search.clusters), near_(n_) {
        for (const NetworkTie& tie : network.ties) {
            near_[tie.from].emplace_back(tie.to, tie.sign * tie.weight);
            near_[tie.to].emplace_back(tie.from, tie.sign * tie.weight);
            tolerance_ += tie.weight * 1e-12;
        }
    }

    /// From a drawn division down to one that no step betters.
    std::vector<std::uint32_t> relocated(Random& random, const Work& work) {
        cluster_.resize(n_);
        for (std::uint32_t& cluster : cluster_) cluster = static_cast<std::uint32_t>(random.below(k_));
        pull_.assign(n_ * k_, 0);
        for (std::uint32_t node = 0; node < n_; ++node) {
            for (const auto& [other, weight] : near_[node]) pull_[node * k_ + cluster_[other]] += weight;
        }
        do {
            work.check();
            while (move_nodes()) work.check();
        } while (n_ <= most_exchange_nodes && exchange_nodes());
        return cluster_;
    }

private:
    void move(std::uint32_t node, std::uint32_t to) {
        for (const auto& [other, weight] : near_[node]) {
            pull_[other * k_ + cluster_[node]] -= weight;
            pull_[other * k_ + to] += weight;
        }
        cluster_[node] = to;
    }

    /// The index changes by (pull of the own cluster) - (pull of the new one).
    bool move_nodes() {
        bool changed = false;
        for (std::uint32_t node = 0; node < n_; ++node) {
            const double* pull = pull_.data() + node * k_;
            std::uint32_t best = cluster_[node];
            for (std::uint32_t to = 0; to < k_; ++to) {
                if (pull[to] > pull[best] + tolerance_) best = to;
            }
            if (best == cluster_[node]) continue;
            move(node, best);
            changed = true;
        }
        return changed;
    }

    bool exchange_nodes() {
        for (std::uint32_t a = 0; a < n_; ++a) {
            for (std::uint32_t b = a + 1; b < n_; ++b) {
                const std::uint32_t from = cluster_[a], to = cluster_[b];
                if (from == to) continue;
                double gain = pull_[a * k_ + to] - pull_[a * k_ + from] + pull_[b * k_ + from] - pull_[b * k_ + to];
                if (gain <= tolerance_) continue;
                for (const auto& [other, weight] : near_[a]) gain -= other == b ? 2 * weight : 0;
                if (gain <= tolerance_) continue;
                move(a, to);
                move(b, from);
                return true;
            }
        }
        return false;
    }

    const std::size_t n_, k_;
    std::vector<std::vector<std::pair<std::uint32_t, double>>> near_;
    std::vector<std::uint32_t> cluster_;
    std::vector<double> pull_;  ///< of each cluster on each node
    double tolerance_ = 0;
};

ClusterIndex index_of_clusters(const Network& network, std::vector<std::uint32_t> cluster, std::size_t k) {
    ClusterIndex result;
    std::vector<std::uint32_t> number(k, static_cast<std::uint32_t>(k));
    for (std::uint32_t& own : cluster) {
        if (number[own] == k) number[own] = static_cast<std::uint32_t>(result.used++);
        own = number[own];
    }
    for (const NetworkTie& tie : network.ties) {
        const bool within = cluster[tie.from] == cluster[tie.to];
        if (within && tie.sign < 0) result.negative_within += tie.weight;
        if (!within && tie.sign > 0) result.positive_between += tie.weight;
    }
    result.index = result.positive_between + result.negative_within;
    result.cluster = std::move(cluster);
    return result;
}

}  // namespace

ClusterIndex cluster_index(const Network& network, const ClusterSearch& search) {
    ClusterRelocation relocation(network, search);
    ClusterIndex best;
    best.index = std::numeric_limits<double>::infinity();
    WorkStep step(search.work, "k-cluster line index", search.restarts);
    for (std::size_t start = 0; start < search.restarts; ++start) {
        Random random(search.seed, "k-cluster line index", start);
        ClusterIndex found = index_of_clusters(network, relocation.relocated(random, search.work), search.clusters);
        if (found.index < best.index) {
            best = std::move(found);
            best.reached = 1;
        } else if (found.index == best.index) {
            ++best.reached;
        }
        step.advance();
    }
    return best;
}

}  // namespace tarazy
