#include "network/measures/two_mode_measures.hpp"

#include "table/table_rows.hpp"

#include <bit>
#include <string>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_two_mode_nodes = 100'000;

Network one_mode_network(const TwoModeNetwork& two_mode) {
    Network network;
    network.names = two_mode.actors;
    network.names.insert(network.names.end(), two_mode.institutions.begin(), two_mode.institutions.end());
    if (network.size() > most_two_mode_nodes)
        throw LimitError("the network has " + std::to_string(network.size()) + " nodes, more than " +
                         std::to_string(most_two_mode_nodes) + "; take a part of it");
    const std::size_t actors = two_mode.actors.size();
    for (std::size_t actor = 0; actor < actors; ++actor) {
        for (std::size_t word = 0; word < two_mode.ties.words(); ++word) {
            for (std::uint64_t bits = two_mode.ties.row(actor)[word]; bits != 0; bits &= bits - 1) {
                const std::size_t institution = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                network.ties.push_back(
                    {static_cast<std::uint32_t>(actor), static_cast<std::uint32_t>(actors + institution), 1, 1});
            }
        }
    }
    return network;
}

}  // namespace

double largest_two_mode_betweenness(std::size_t own, std::size_t other) {
    if (own == 0 || other == 0) return 0;
    const auto m = static_cast<double>(other), s = static_cast<double>((own - 1) / other),
               t = static_cast<double>((own - 1) % other);
    return 0.5 * (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3));
}

TwoModeMeasures two_mode_measures(const TwoModeNetwork& network, const NodeMeasuresOptions& options) {
    TwoModeMeasures measures;
    measures.one_mode = node_measures(one_mode_network(network), options);
    const std::size_t actors = network.actors.size(), institutions = network.institutions.size();
    for (std::size_t node = 0; node < actors + institutions; ++node) {
        TwoModeCentrality of;
        of.institution = node >= actors;
        const std::size_t own = of.institution ? institutions : actors, other = of.institution ? actors : institutions;
        const NodeMeasures& one = measures.one_mode.nodes[node];
        if (other > 0) of.degree = static_cast<double>(one.degree) / static_cast<double>(other);
        if (const double largest = largest_two_mode_betweenness(own, other); largest > 0)
            of.betweenness = one.betweenness / largest;
        // freeman = (nodes - 1) / sum of distances, defined when all are reached.
        if (one.leaving.freeman)
            of.closeness = *one.leaving.freeman * static_cast<double>(other + 2 * (own - 1)) /
                           static_cast<double>(own + other - 1);
        measures.nodes.push_back(of);
    }
    return measures;
}

Table two_mode_measures_table(const TwoModeMeasures& measures) {
    Table table = node_measures_table(measures.one_mode);
    TableRows rows(TextColumn{"mode"}, RealColumn{"degree_two_mode"}, RealColumn{"betweenness_two_mode"},
                   RealColumn{"closeness_two_mode"});
    for (const TwoModeCentrality& of : measures.nodes)
        rows.add(of.institution ? "institution" : "actor", of.degree, of.betweenness, of.closeness);
    Table further = rows.table();
    for (std::size_t column = 0; column < further.columns.size(); ++column)
        table.add(further.names[column], std::move(further.columns[column]));
    return table;
}

}  // namespace tarazy
