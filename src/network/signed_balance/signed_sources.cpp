#include "network/signed_balance/signed_sources.hpp"

#include <algorithm>

namespace tarazy {
namespace {

Network ties_of_one_sign(const Table& table, const Table* nodes, const NetworkReading& reading,
                         std::vector<std::string>& warnings) {
    if (table.find("sign"))
        throw InputError(Problem{table.origin.path, 1, 0, "the table of ties of one sign has a column 'sign'",
                                 "give one table with signs (--edges), or two tables without"});
    std::vector<std::string> own;
    Network network = read_network(table, nodes, reading, own);
    for (const std::string& warning : own) warnings.push_back(table.origin.path + ": " + warning);
    return network;
}

}  // namespace

SignedSources signed_network(const Table& positive, const Table& negative, const Table* nodes, NetworkReading reading,
                             MixedTies mixed, std::vector<std::string>& warnings) {
    reading.with_signs = false;
    const Network plus = ties_of_one_sign(positive, nodes, reading, warnings),
                  minus = ties_of_one_sign(negative, nodes, reading, warnings);
    SignedSources sources;
    Network& network = sources.network;
    network.directed = reading.directed;
    network.weighted = reading.weighted;
    network.with_signs = true;
    std::ranges::set_union(plus.names, minus.names, std::back_inserter(network.names));
    for (const Network* part : {&plus, &minus}) {
        std::vector<std::uint32_t> place;
        for (const std::string& name : part->names) place.push_back(*network.find(name));
        for (NetworkTie tie : part->ties) {
            tie.from = place[tie.from];
            tie.to = place[tie.to];
            tie.sign = part == &minus ? -1 : 1;
            network.ties.push_back(tie);
        }
    }
    const auto ends = [](const NetworkTie& tie) { return std::pair(tie.from, tie.to); };
    std::ranges::stable_sort(network.ties, {}, ends);
    std::vector<NetworkTie> kept;
    for (std::size_t i = 0; i < network.ties.size(); ++i) {
        const NetworkTie& tie = network.ties[i];
        if (i + 1 == network.ties.size() || ends(network.ties[i + 1]) != ends(tie)) {
            kept.push_back(tie);
            continue;
        }
        sources.mixed.push_back(ends(tie));
        if (mixed != MixedTies::exclude) kept.push_back(network.ties[mixed == MixedTies::positive ? i : i + 1]);
        ++i;
    }
    network.ties = std::move(kept);
    return sources;
}

}  // namespace tarazy
