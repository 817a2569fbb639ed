#include "network/graphs/network.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "stats/squarable.hpp"
#include "table/keys.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

struct EdgeRow {
    std::uint32_t from = 0, to = 0;
    double weight = 1;
    int sign = 1;
    std::size_t row = 0;
};

std::string node_column(const Table& nodes) {
    for (const char* name : {"node", "name", "id"})
        if (nodes.find(name)) return name;
    if (nodes.names.empty())
        throw InputError(
            Problem{nodes.origin.path, 1, 0, "the list of nodes has no column", "name the nodes in a column"});
    return nodes.names.front();
}

Problem second_row_of_node(const Table& nodes, std::size_t row, const std::string& column, const std::string& name,
                           std::size_t first_row) {
    return nodes.problem(row, column,
                         "'" + name + "' stands already on line " + std::to_string(line_of_row(nodes, first_row)),
                         "keep one row a node");
}

std::vector<std::string> listed_nodes(const Table& nodes, Diagnostics& faults) {
    const std::string column = node_column(nodes);
    std::vector<std::string> names = require_texts(nodes, column);
    std::map<std::string, std::size_t> seen;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (names[row].empty())
            faults.add(nodes.problem(row, column, "the node has no name", "name it"));
        else if (const auto [first, added] = seen.emplace(names[row], row); !added)
            faults.add(second_row_of_node(nodes, row, column, names[row], first->second));
    }
    std::vector<std::string> distinct;
    for (const auto& [name, row] : seen) distinct.push_back(name);
    return distinct;
}

int sign_of_text(const std::string& text) {
    if (text == "1" || text == "+" || text == "+1") return 1;
    if (text == "-1" || text == "-") return -1;
    return 0;
}

class EdgeReader {
public:
    EdgeReader(const Table& edges, const NetworkReading& reading)
        : edges_(edges), reading_(reading), from_(require_texts(edges, "from")), to_(require_texts(edges, "to")) {
        if (reading.weighted) weight_ = require_reals(edges, "weight");
        if (reading.with_signs || edges.find("sign")) sign_ = require_texts(edges, "sign");
    }

    [[nodiscard]] std::vector<std::string> ends() const {
        std::set<std::string> names(from_.begin(), from_.end());
        names.insert(to_.begin(), to_.end());
        names.erase("");
        return {names.begin(), names.end()};
    }

    /// @param negative  counts ties whose sign is negative where signs are not read: they are left out
    [[nodiscard]] std::vector<EdgeRow> rows(const Network& network, bool named, std::size_t& negative,
                                            Diagnostics& faults) const {
        std::vector<EdgeRow> rows;
        rows.reserve(edges_.rows());
        for (std::size_t row = 0; row < edges_.rows(); ++row) {
            const auto from = end(network, from_, "from", row, named, faults);
            const auto to = end(network, to_, "to", row, named, faults);
            EdgeRow edge{from.value_or(0), to.value_or(0), 1, 1, row};
            check_values(edge, faults);
            if (!from || !to) continue;
            if (*from == *to) {
                faults.add(edges_.problem(row, "to", "the tie leads from '" + from_[row] + "' to itself",
                                          "leave it out: no measure here is defined for it"));
                continue;
            }
            if (!reading_.with_signs && edge.sign < 0) {
                ++negative;
                continue;
            }
            if (!reading_.directed && edge.from > edge.to) std::swap(edge.from, edge.to);
            rows.push_back(edge);
        }
        return rows;
    }

private:
    [[nodiscard]] std::optional<std::uint32_t> end(const Network& network, const std::vector<std::string>& names,
                                                   const char* column, std::size_t row, bool named,
                                                   Diagnostics& faults) const {
        if (names[row].empty()) {
            faults.add(edges_.problem(row, column, "the tie has no node here", "name both nodes"));
            return std::nullopt;
        }
        const auto found = network.find(names[row]);
        if (!found && named)
            faults.add(edges_.problem(row, column, "'" + names[row] + "' is not in the list of nodes",
                                      name_hint(names[row], network.names)));
        return found;
    }

    void check_values(EdgeRow& edge, Diagnostics& faults) const {
        if (reading_.weighted) {
            edge.weight = weight_[edge.row];
            if (!(edge.weight > 0))
                faults.add(edges_.problem(edge.row, "weight",
                                          std::isnan(edge.weight)
                                              ? std::string("the weight is missing")
                                              : "the weight is " + number_text(edge.weight) + ", not above zero",
                                          "leave out ties that are not there; a code of missing is no weight"));
            else if (!squarable(edge.weight))
                faults.add(edges_.problem(edge.row, "weight",
                                          "the weight is " + std::string(why_not_squarable(edge.weight)),
                                          "give the weights in another unit"));
        }
        if (!sign_.empty()) {
            edge.sign = sign_of_text(sign_[edge.row]);
            if (edge.sign == 0)
                faults.add(edges_.problem(edge.row, "sign", "the sign is '" + sign_[edge.row] + "'", "write 1 or -1"));
        }
    }

    const Table& edges_;
    const NetworkReading& reading_;
    std::vector<std::string> from_, to_, sign_;
    std::vector<double> weight_;
};

/// What two rows say of one tie.
std::string rival_values(const EdgeRow& first, const EdgeRow& second) {
    if (first.sign != second.sign)
        return "sign " + std::to_string(second.sign) + ", there " + std::to_string(first.sign);
    return "weight " + number_text(second.weight) + ", there " + number_text(first.weight);
}

/// Each pair once. Repeats that disagree are faults.
std::vector<NetworkTie> distinct_ties(std::vector<EdgeRow> rows, const Table& edges, const Network& network,
                                      std::size_t& repeats, Diagnostics& faults) {
    std::ranges::stable_sort(rows, {}, [](const EdgeRow& edge) { return std::pair(edge.from, edge.to); });
    std::vector<NetworkTie> ties;
    const EdgeRow* first = nullptr;
    for (const EdgeRow& edge : rows) {
        const NetworkTie tie{edge.from, edge.to, edge.weight, edge.sign};
        if (ties.empty() || ties.back().from != tie.from || ties.back().to != tie.to) {
            ties.push_back(tie);
            first = &edge;
            continue;
        }
        ++repeats;
        if (ties.back() == tie) continue;
        const bool weights = ties.back().sign == tie.sign;
        faults.add(edges.problem(edge.row, weights ? "weight" : "sign",
                                 "the tie between '" + network.names[tie.from] + "' and '" + network.names[tie.to] +
                                     "' stands already on line " + std::to_string(line_of_row(edges, first->row)) +
                                     " with another value: here " + rival_values(*first, edge),
                                 weights ? "keep one row a tie; weights of parallel ties are added up by `tarazy data "
                                           "reshape --sum --value weight`"
                                         : "keep one row a tie"));
    }
    return ties;
}

}  // namespace

std::optional<std::uint32_t> Network::find(std::string_view name) const {
    const auto at = std::ranges::lower_bound(names, name, {}, [](const std::string& n) { return std::string_view(n); });
    if (at == names.end() || *at != name) return std::nullopt;
    return static_cast<std::uint32_t>(at - names.begin());
}

Network read_network(const Table& edges, const Table* nodes, const NetworkReading& reading,
                     std::vector<std::string>& warnings) {
    Diagnostics faults;
    const EdgeReader reader(edges, reading);
    Network network;
    network.directed = reading.directed;
    network.weighted = reading.weighted;
    network.with_signs = reading.with_signs;
    network.names = nodes == nullptr ? reader.ends() : listed_nodes(*nodes, faults);
    if (network.size() > reading.most_nodes)
        throw LimitError("the network has " + std::to_string(network.size()) + " nodes, more than " +
                         std::to_string(reading.most_nodes) + "; take a part of it");
    std::size_t repeats = 0, negative = 0;
    network.ties =
        distinct_ties(reader.rows(network, nodes != nullptr, negative, faults), edges, network, repeats, faults);
    faults.throw_if_any();
    if (network.names.empty())
        throw InputError(Problem{edges.origin.path, 1, 0, "there is no tie and no node", "give a row a tie"});
    if (negative > 0)
        warnings.push_back(std::to_string(negative) + (negative == 1 ? " tie has" : " ties have") +
                           " a negative sign and " + (negative == 1 ? "is" : "are") +
                           " left out: signs are read by 'network signed' only");
    if (repeats > 0)
        warnings.push_back(std::to_string(repeats) + (repeats == 1 ? " tie stands" : " ties stand") +
                           " more than once and " + (repeats == 1 ? "was" : "were") + " counted once");
    return network;
}

BitMatrix adjacency_bits(const Network& network) {
    BitMatrix bits(network.size(), network.size());
    for (const NetworkTie& tie : network.ties) {
        bits.set(tie.from, tie.to);
        if (!network.directed) bits.set(tie.to, tie.from);
    }
    return bits;
}

std::vector<double> adjacency_weights(const Network& network) {
    const std::size_t n = network.size();
    std::vector<double> weights(n * n);
    for (const NetworkTie& tie : network.ties) {
        weights[tie.from * n + tie.to] = tie.sign * tie.weight;
        if (!network.directed) weights[tie.to * n + tie.from] = tie.sign * tie.weight;
    }
    return weights;
}

NodeGroups read_groups(const Table& groups, std::span<const std::string> nodes) {
    const std::string column = node_column(groups);
    const std::vector<std::string> names = require_texts(groups, column), labels = require_texts(groups, "group");
    const std::set<std::string> known(nodes.begin(), nodes.end());
    Diagnostics faults;
    std::map<std::string, std::string> group_of;
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        if (!known.contains(names[row]))
            faults.add(groups.problem(row, column, "'" + names[row] + "' is no node of the network",
                                      name_hint(names[row], nodes)));
        else if (labels[row].empty())
            faults.add(groups.problem(row, "group", "'" + names[row] + "' has no group", "give it one"));
        else if (parse_integer(labels[row]).value_or(0) < 0)
            faults.add(groups.problem(row, "group", "'" + labels[row] + "' is a code of missing, not a group",
                                      "name the group, or leave the node out of the network"));
        else if (const auto [first, added] = rows.emplace(names[row], row); !added)
            faults.add(second_row_of_node(groups, row, column, names[row], first->second));
        else
            group_of.emplace(names[row], labels[row]);
    }
    for (const std::string& name : known) {
        if (faults.empty() && !group_of.contains(name))
            faults.add(Problem{groups.origin.path, 0, 0, "'" + name + "' has no group", "add a row for every node"});
    }
    faults.throw_if_any();
    std::set<std::string> distinct;
    for (const auto& [node, label] : group_of) distinct.insert(label);
    NodeGroups result;
    result.names.assign(distinct.begin(), distinct.end());
    for (const std::string& node : nodes)
        result.group.push_back(
            static_cast<std::uint32_t>(std::distance(distinct.begin(), distinct.find(group_of[node]))));
    return result;
}

}  // namespace tarazy
