#include "network/graph_files/graph_network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace tarazy {
namespace {

std::string tie_words(const Network& network, const NetworkTie& tie) {
    return "'" + network.names[tie.from] + "' and '" + network.names[tie.to] + "'";
}

void check_sign_and_weight(const GraphFile& graph, const std::string& path, const NetworkReading& reading) {
    if (graph.first_mode)
        throw InputError(
            Problem{path, 0, 0, "the graph has two modes", "project it first, or take a graph of one mode"});
    if (graph.ids.size() > reading.most_nodes)
        throw LimitError(path + ": the network has " + std::to_string(graph.ids.size()) + " nodes, more than " +
                         std::to_string(reading.most_nodes) + "; take a part of it");
    const bool negative = std::ranges::any_of(graph.ties, [](const GraphTie& tie) { return tie.weight < 0; });
    if (negative && !reading.with_signs)
        throw InputError(
            Problem{path, 0, 0, "the graph has negative ties", "leave them out: this measure has no signs"});
    if (!negative && reading.with_signs && !graph.weighted)
        throw InputError(Problem{path, 0, 0, "the graph says nothing of signs",
                                 "give ties an attribute 'sign' (1 or -1), or weights below zero"});
}

}  // namespace

Network network_from_graph_file(const GraphFile& graph, const std::string& path, const NetworkReading& reading,
                                std::vector<std::string>& warnings) {
    check_sign_and_weight(graph, path, reading);
    Network network;
    network.directed = reading.directed;
    network.weighted = reading.weighted;
    network.with_signs = reading.with_signs;
    const std::vector<std::string> names = graph_node_names(graph);
    std::vector<std::uint32_t> order(names.size()), place(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t node) -> const std::string& { return names[node]; });
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        network.names.push_back(names[order[i]]);
    }
    std::size_t loops = 0, repeats = 0;
    for (const GraphTie& tie : graph.ties) {
        if (tie.from == tie.to) {
            ++loops;
            continue;
        }
        NetworkTie one{place[tie.from], place[tie.to], reading.weighted ? std::abs(tie.weight) : 1,
                       tie.weight < 0 ? -1 : 1};
        if (!reading.directed && one.from > one.to) std::swap(one.from, one.to);
        network.ties.push_back(one);
        if (reading.directed && !tie.directed) network.ties.push_back({one.to, one.from, one.weight, one.sign});
    }
    std::ranges::stable_sort(network.ties, {}, [](const NetworkTie& tie) { return std::pair(tie.from, tie.to); });
    std::vector<NetworkTie> kept;
    Diagnostics faults;
    for (const NetworkTie& tie : network.ties) {
        if (kept.empty() || kept.back().from != tie.from || kept.back().to != tie.to) {
            kept.push_back(tie);
            continue;
        }
        ++repeats;
        if (kept.back() != tie)
            faults.add(Problem{path, 0, 0, "ties between " + tie_words(network, tie) + " differ",
                               "keep one, or read the network as directed"});
    }
    faults.throw_if_any();
    network.ties = std::move(kept);
    if (loops > 0) warnings.push_back(path + ": " + std::to_string(loops) + " ties from a node to itself are left out");
    if (repeats > 0)
        warnings.push_back(path + ": " + std::to_string(repeats) + " ties stand more than once and were counted once");
    if (!graph.tie_spells.empty() || !graph.node_spells.empty())
        warnings.push_back(path + ": spells of nodes and ties are not taken into account: every tie counts");
    return network;
}

}  // namespace tarazy
