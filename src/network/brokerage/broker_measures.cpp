#include "network/brokerage/broker_measures.hpp"

#include "base/ranks.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Who has a tie to whom, as lists.
struct TieLists {
    std::vector<std::size_t> first;  ///< of each node, and the end
    std::vector<std::uint32_t> nodes;

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
        return std::span(nodes).subspan(first[node], first[node + 1] - first[node]);
    }
};

TieLists tie_lists(const Network& network, bool turned) {
    std::vector<std::vector<std::uint32_t>> of(network.size());
    for (const NetworkTie& tie : network.ties) {
        if (!network.directed || !turned) of[tie.from].push_back(tie.to);
        if (!network.directed || turned) of[tie.to].push_back(tie.from);
    }
    TieLists lists;
    lists.first.push_back(0);
    for (const auto& one : of) {
        lists.nodes.insert(lists.nodes.end(), one.begin(), one.end());
        lists.first.push_back(lists.nodes.size());
    }
    return lists;
}

/// Shortest paths from one source at a time (Brandes 2001), and what they say of who lies between.
class SourcePaths {
public:
    SourcePaths(const TieLists& out, const TieLists& in, std::span<const std::uint32_t> group)
        : out_(out),
          in_(in),
          group_(group),
          distance_(group.size()),
          paths_(group.size()),
          all_(group.size()),
          cross_(group.size()) {}

    void find(std::uint32_t source) {
        std::ranges::fill(distance_, unreached);
        order_.assign(1, source);
        distance_[source] = 0;
        paths_[source] = 1;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            const std::uint32_t node = order_[at];
            for (const std::uint32_t next : out_.of(node)) {
                if (distance_[next] == unreached) {
                    distance_[next] = distance_[node] + 1;
                    paths_[next] = 0;
                    order_.push_back(next);
                }
                if (distance_[next] == distance_[node] + 1) paths_[next] += paths_[node];
            }
        }
    }

    /// Adds the source's pairs: betweenness, the same across groups, and who is reached.
    void add_to(std::span<double> between, std::span<double> across, std::span<double> reached_by) {
        const std::uint32_t source = order_.front();
        for (const std::uint32_t node : order_) all_[node] = cross_[node] = 0;
        for (std::size_t at = order_.size(); at-- > 1;) {
            const std::uint32_t node = order_[at];
            const double from_all = (1 + all_[node]) / paths_[node];
            const double from_cross = ((group_[node] != group_[source] ? 1 : 0) + cross_[node]) / paths_[node];
            for (const std::uint32_t before : in_.of(node)) {
                if (distance_[before] == unreached || distance_[before] + 1 != distance_[node]) continue;
                all_[before] += paths_[before] * from_all;
                cross_[before] += paths_[before] * from_cross;
            }
            between[node] += all_[node];
            across[node] += cross_[node];
            reached_by[node] += 1;
        }
    }
    [[nodiscard]] std::size_t reached() const { return order_.size() - 1; }

private:
    static constexpr std::uint32_t unreached = ~std::uint32_t{0};
    const TieLists &out_, &in_;
    std::span<const std::uint32_t> group_;
    std::vector<std::uint32_t> distance_, order_;
    std::vector<double> paths_, all_, cross_;
};

double everett_valente_of(const BrokerMeasures& node, bool directed, std::size_t nodes, double reached_by,
                          double reaches) {
    const double b = node.betweenness;
    if (!directed) return node.degree < 2 ? 0 : (2 * b + static_cast<double>(nodes - 1)) / node.degree;
    if (!(b > 0)) return 0;
    return ((b + reached_by) / node.degree_in + (b + reaches) / node.degree_out) / 2;
}

void add_participation(const Network& network, const NodeGroups& groups, std::vector<BrokerMeasures>& measures) {
    const std::size_t kinds = groups.names.size();
    std::vector<double> with(network.size() * kinds), strength(network.size());
    for (const NetworkTie& tie : network.ties) {
        with[tie.from * kinds + groups.group[tie.to]] += tie.weight;
        with[tie.to * kinds + groups.group[tie.from]] += tie.weight;
        strength[tie.from] += tie.weight;
        strength[tie.to] += tie.weight;
    }
    for (std::size_t node = 0; node < network.size(); ++node) {
        if (!(strength[node] > 0)) continue;
        double squares = 0;
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const double share = with[node * kinds + kind] / strength[node];
            squares += share * share;
        }
        measures[node].participation = std::max(0.0, 1 - squares);
        if (kinds > 1)
            measures[node].participation_norm = *measures[node].participation / (1 - 1 / static_cast<double>(kinds));
    }
}

/// Ordered pairs of nodes in different groups without one node. O(1)
double cross_pairs_without(std::span<const double> sizes, double all, double squares, std::size_t own) {
    const double n = sizes[own];
    const double rest = all - 1, rest_squares = squares - n * n + (n - 1) * (n - 1);
    return rest * rest - rest_squares;
}

}  // namespace

std::vector<BrokerMeasures> broker_measures(const Network& network, const NodeGroups& groups, unsigned threads,
                                            const Work& work) {
    const std::size_t n = network.size();
    std::vector<BrokerMeasures> measures(n);
    if (n == 0) return measures;
    const TieLists out = tie_lists(network, false), in = tie_lists(network, true);
    const ReplicateBlocks blocks{n};
    const std::size_t width = 3 * n + blocks.length();
    const std::vector<double> found =
        spread_replicates(blocks, width, threads, work, "shortest paths",
                          [&](std::size_t begin, std::size_t end, std::span<double> sums, WorkStep& step) {
                              SourcePaths paths(out, in, groups.group);
                              for (std::size_t source = begin; source < end; ++source) {
                                  paths.find(static_cast<std::uint32_t>(source));
                                  paths.add_to(sums.first(n), sums.subspan(n, n), sums.subspan(2 * n, n));
                                  sums[3 * n + source - begin] = static_cast<double>(paths.reached());
                                  step.advance();
                              }
                          });
    std::vector<double> reached_by(n), reaches(n), sizes(groups.names.size());
    for (std::size_t block = 0; block < blocks.count(); ++block) {
        const auto sums = std::span(found).subspan(block * width, width);
        for (std::size_t node = 0; node < n; ++node) {
            measures[node].betweenness += sums[node];
            measures[node].cross_group += sums[n + node];
            reached_by[node] += sums[2 * n + node];
        }
        for (std::size_t source = blocks.begin(block); source < blocks.end(block); ++source)
            reaches[source] = sums[3 * n + source - blocks.begin(block)];
    }
    for (const std::uint32_t group : groups.group) sizes[group] += 1;
    double squares = 0;
    for (const double size : sizes) squares += size * size;
    const double half = network.directed ? 1 : 0.5;
    for (std::uint32_t node = 0; node < n; ++node) {
        BrokerMeasures& one = measures[node];
        one.degree_out = static_cast<std::uint32_t>(out.of(node).size());
        one.degree_in = static_cast<std::uint32_t>(in.of(node).size());
        one.degree = network.directed ? one.degree_in + one.degree_out : one.degree_out;
        one.betweenness *= half;
        one.cross_group *= half;
        one.everett_valente = everett_valente_of(one, network.directed, n, reached_by[node], reaches[node]);
        const double pairs = half * cross_pairs_without(sizes, static_cast<double>(n), squares, groups.group[node]);
        if (pairs > 0) one.cross_group_norm = one.cross_group / pairs;
    }
    add_participation(network, groups, measures);
    return measures;
}

}  // namespace tarazy
