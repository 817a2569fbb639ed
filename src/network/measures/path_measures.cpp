#include "network/measures/path_measures.hpp"

#include "base/error.hpp"

#include "base/parallel.hpp"
#include "network/measures/tie_lists.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tarazy {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
constexpr double never = std::numeric_limits<double>::infinity();
constexpr double equal_lengths = 1e-10;
constexpr double most_buckets = 4096;
/// Equal lengths are told by 1e-10 of themselves: ties that are shorter than that beside the longest would be lost.
constexpr double widest_lengths = 1e9;
constexpr std::size_t path_parts = 64;  ///< sums of their own, whatever the number of threads

struct PathArc {
    std::uint32_t to = 0;
    double length = 1;
};

/// Arcs by node, the short ones first: when one is too long, the rest are, too.
struct PathGraph {
    std::vector<std::size_t> starts;
    std::vector<PathArc> arcs;
    double shortest = 1, longest = 1;
    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
};

PathGraph path_graph(const Network& network) {
    const TieLists lists = leaving_ties(network);
    PathGraph graph;
    graph.starts.push_back(0);
    graph.arcs.reserve(lists.ends());
    for (std::size_t node = 0; node < lists.size(); ++node) {
        for (const TieEnd& end : lists[node]) graph.arcs.push_back({end.node, 1 / end.weight});
        std::stable_sort(graph.arcs.begin() + static_cast<std::ptrdiff_t>(graph.starts.back()), graph.arcs.end(),
                         [](const PathArc& a, const PathArc& b) { return a.length < b.length; });
        graph.starts.push_back(graph.arcs.size());
    }
    if (!graph.arcs.empty()) {
        const auto [low, high] = std::ranges::minmax(graph.arcs, {}, &PathArc::length);
        graph.shortest = low.length;
        graph.longest = high.length;
    }
    return graph;
}

/// Waiting nodes in a ring of buckets as wide as the shortest arc. A node that came nearer waits twice; the entry that
/// is met first is the nearer one.
class BucketQueue {
public:
    explicit BucketQueue(const PathGraph& graph)
        // Narrower than the shortest arc by more than what sums of lengths are rounded by.
        : per_length_((1 + 1e-6) / graph.shortest),
          first_(static_cast<std::size_t>(graph.longest * per_length_) + 2, nobody) {}

    void clear() {
        entries_.clear();
        at_ = 0;
        slot_ = 0;
        waiting_ = 0;
    }
    void push(std::uint32_t node, double distance) {
        std::size_t slot = slot_ + (static_cast<std::size_t>(distance * per_length_) - at_);
        if (slot >= first_.size()) slot -= first_.size();
        entries_.push_back({node, first_[slot]});
        first_[slot] = static_cast<std::uint32_t>(entries_.size() - 1);
        ++waiting_;
    }
    /// The next node, or `nobody`. Only then may the queue be cleared.
    std::uint32_t pop() {
        if (waiting_ == 0) return nobody;
        while (first_[slot_] == nobody) {
            ++at_;
            if (++slot_ == first_.size()) slot_ = 0;
        }
        const Entry& entry = entries_[first_[slot_]];
        first_[slot_] = entry.next;
        --waiting_;
        return entry.node;
    }

private:
    struct Entry {
        std::uint32_t node, next;
    };
    double per_length_;
    std::vector<std::uint32_t> first_;
    std::vector<Entry> entries_;
    std::size_t at_ = 0, slot_ = 0, waiting_ = 0;
};

class HeapQueue {
public:
    explicit HeapQueue(const PathGraph&) {}
    void clear() { heap_.clear(); }
    void push(std::uint32_t node, double distance) {
        heap_.emplace_back(distance, node);
        std::ranges::push_heap(heap_, std::greater<>());
    }
    std::uint32_t pop() {
        if (heap_.empty()) return nobody;
        std::ranges::pop_heap(heap_, std::greater<>());
        const std::uint32_t node = heap_.back().second;
        heap_.pop_back();
        return node;
    }

private:
    std::vector<std::pair<double, std::uint32_t>> heap_;
};

/// What the searches of one part of the nodes add up to.
struct PartSums {
    std::vector<double> betweenness;
    std::vector<PathSums> arriving;
};

template <typename Queue>
class PathSearch {
public:
    explicit PathSearch(const PathGraph& graph)
        : graph_(graph),
          queue_(graph),
          near_(graph.size()),
          nodes_(graph.size()),
          dependency_(graph.size()),
          settled_(graph.size()) {
        order_.reserve(graph.size());
    }

    PathSums from(std::uint32_t source, PartSums& sums, bool directed) {
        settle(source);
        std::ranges::fill(dependency_, 0.0);
        PathSums leaving;
        for (std::size_t i = order_.size(); i-- > 1;) {
            const std::uint32_t at = order_[i];
            const NodeState& state = nodes_[at];
            const double dependency = dependency_[at], share = (1 + dependency) / state.paths;
            dependency_[state.before] += nodes_[state.before].paths * share;
            for (std::uint32_t e = state.others; e != nobody; e = others_[e].next)
                dependency_[others_[e].node] += nodes_[others_[e].node].paths * share;
            sums.betweenness[at] += dependency;
            const double inverse = 1 / state.distance;
            ++leaving.reached;
            leaving.distances += state.distance;
            leaving.inverses += inverse;
            if (!directed) continue;
            ++sums.arriving[at].reached;
            sums.arriving[at].distances += state.distance;
            sums.arriving[at].inverses += inverse;
        }
        return leaving;
    }

private:
    struct alignas(32) NodeState {
        double distance = 0, paths = 0;
        std::uint32_t before = nobody;  ///< on a shortest path
        std::uint32_t others = nobody;  ///< further ones, a list
    };
    struct Other {
        std::uint32_t node, next;
    };

    void settle(std::uint32_t source) {
        std::ranges::fill(near_, never);
        std::ranges::fill(settled_, std::uint8_t{0});
        order_.clear();
        others_.clear();
        queue_.clear();
        nodes_[source] = {0, 1, nobody, nobody};
        near_[source] = 0;
        queue_.push(source, 0);
        for (std::uint32_t at = queue_.pop(); at != nobody; at = queue_.pop()) {
            if (settled_[at] != 0) continue;
            settled_[at] = 1;
            order_.push_back(at);
            follow_arcs(at);
        }
    }

    void follow_arcs(std::uint32_t at) {
        const double distance = nodes_[at].distance, paths = nodes_[at].paths;
        // Kept out of memory that the loop writes to.
        double* const near = near_.data();
        NodeState* const nodes = nodes_.data();
        const PathArc* const end = graph_.arcs.data() + graph_.starts[at + 1];
        for (const PathArc* arc = graph_.arcs.data() + graph_.starts[at]; arc != end; ++arc) {
            const std::uint32_t to = arc->to;
            const double length = distance + arc->length;
            if (length > near[to]) continue;
            NodeState& state = nodes[to];
            if (near[to] < never && length >= state.distance * (1 - equal_lengths)) {
                state.paths += paths;
                others_.push_back({at, state.others});
                state.others = static_cast<std::uint32_t>(others_.size() - 1);
                continue;
            }
            near[to] = length * (1 + equal_lengths);
            state = {length, paths, at, nobody};
            queue_.push(to, length);
        }
    }

    const PathGraph& graph_;
    Queue queue_;
    std::vector<double> near_;  ///< the longest way to a node that is not longer than what was found
    std::vector<NodeState> nodes_;
    std::vector<double> dependency_;
    std::vector<std::uint8_t> settled_;
    std::vector<Other> others_;
    std::vector<std::uint32_t> order_;
};

template <typename Queue>
std::vector<PartSums> all_path_parts(const PathGraph& graph, bool directed, std::vector<PathSums>& leaving,
                                     const PathOptions& options) {
    const std::size_t n = graph.size(), part = (n + path_parts - 1) / path_parts;
    std::vector<PartSums> parts((n + part - 1) / part);
    WorkStep step(options.work, "shortest paths", n);
    parallel_chunks(
        n, part, options.threads,
        [&](std::size_t begin, std::size_t end) {
            PathSearch<Queue> search(graph);
            PartSums& sums = parts[begin / part];
            sums.betweenness.resize(n);
            sums.arriving.resize(directed ? n : 0);
            for (std::size_t source = begin; source < end; ++source) {
                leaving[source] = search.from(static_cast<std::uint32_t>(source), sums, directed);
                step.advance();
            }
        },
        options.work);
    return parts;
}

}  // namespace

PathMeasures path_measures(const Network& network, const PathOptions& options) {
    PathMeasures measures;
    const std::size_t n = network.size();
    measures.betweenness.resize(n);
    measures.leaving.resize(n);
    if (n == 0) return measures;
    const PathGraph graph = path_graph(network);
    if (graph.longest / graph.shortest > widest_lengths)
        throw InputError(Problem{"", 0, 0,
                                 "the largest weight is more than a thousand million times the smallest, so that "
                                 "lengths of paths cannot be told apart",
                                 "leave out the weakest ties, or take logarithms of the weights"});
    const std::vector<PartSums> parts =
        graph.longest / graph.shortest <= most_buckets
            ? all_path_parts<BucketQueue>(graph, network.directed, measures.leaving, options)
            : all_path_parts<HeapQueue>(graph, network.directed, measures.leaving, options);
    measures.arriving = network.directed ? std::vector<PathSums>(n) : measures.leaving;
    for (const PartSums& part : parts) {
        for (std::size_t node = 0; node < n; ++node) measures.betweenness[node] += part.betweenness[node];
        for (std::size_t node = 0; network.directed && node < n; ++node) {
            measures.arriving[node].reached += part.arriving[node].reached;
            measures.arriving[node].distances += part.arriving[node].distances;
            measures.arriving[node].inverses += part.arriving[node].inverses;
        }
    }
    if (!network.directed)
        for (double& value : measures.betweenness) value /= 2;
    return measures;
}

}  // namespace tarazy
