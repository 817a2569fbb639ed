#include "network/measures/tie_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct PlacedTie {
    std::uint32_t at = 0;
    TieEnd end;
};

/// By node, then by the other end.
TieLists lists_of_placed(std::vector<PlacedTie> ties, std::size_t nodes) {
    std::ranges::sort(ties, {}, [](const PlacedTie& tie) { return std::pair(tie.at, tie.end.node); });
    std::vector<std::size_t> starts(nodes + 1);
    std::vector<TieEnd> ends;
    ends.reserve(ties.size());
    for (const PlacedTie& tie : ties) {
        ++starts[tie.at + 1];
        ends.push_back(tie.end);
    }
    for (std::size_t node = 0; node < nodes; ++node) starts[node + 1] += starts[node];
    return {std::move(starts), std::move(ends)};
}

}  // namespace

double TieLists::strength(std::size_t node) const noexcept {
    double sum = 0;
    for (const TieEnd& end : (*this)[node]) sum += end.weight;
    return sum;
}

TieLists leaving_ties(const Network& network) {
    std::vector<PlacedTie> ties;
    for (const NetworkTie& tie : network.ties) {
        ties.push_back({tie.from, {tie.to, tie.weight}});
        if (!network.directed) ties.push_back({tie.to, {tie.from, tie.weight}});
    }
    return lists_of_placed(std::move(ties), network.size());
}

TieLists arriving_ties(const Network& network) {
    std::vector<PlacedTie> ties;
    for (const NetworkTie& tie : network.ties) {
        ties.push_back({tie.to, {tie.from, tie.weight}});
        if (!network.directed) ties.push_back({tie.from, {tie.to, tie.weight}});
    }
    return lists_of_placed(std::move(ties), network.size());
}

TieLists contact_ties(const Network& network) {
    // An undirected tie is one in each direction, so that its two weights are added as those of a mutual tie are.
    const double both = network.directed ? 1 : 2;
    std::vector<PlacedTie> ties;
    for (const NetworkTie& tie : network.ties) {
        ties.push_back({tie.from, {tie.to, both * tie.weight}});
        ties.push_back({tie.to, {tie.from, both * tie.weight}});
    }
    std::ranges::stable_sort(ties, {}, [](const PlacedTie& tie) { return std::pair(tie.at, tie.end.node); });
    std::vector<PlacedTie> distinct;
    for (const PlacedTie& tie : ties) {
        if (!distinct.empty() && distinct.back().at == tie.at && distinct.back().end.node == tie.end.node)
            distinct.back().end.weight += tie.end.weight;
        else
            distinct.push_back(tie);
    }
    return lists_of_placed(std::move(distinct), network.size());
}

}  // namespace tarazy
