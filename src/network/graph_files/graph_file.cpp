#include "network/graph_files/graph_file.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <set>
#include <unordered_set>

namespace tarazy {
namespace {

/// Nodes of the first mode are put first.
void part_modes(GraphFile& graph, const GraphAttribute& type) {
    const std::size_t n = graph.ids.size();
    std::vector<std::uint8_t> second(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        if (!type.values[i]) return;
        second[i] = *type.values[i] == "true" || *type.values[i] == "1" ? 1 : 0;
    }
    for (const GraphTie& tie : graph.ties) {
        if (second[tie.from] == second[tie.to]) return;
    }
    std::vector<std::uint32_t> order(n), place(n);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t node) { return second[node]; });
    const auto arranged = [&](auto& values) {
        auto before = std::move(values);
        values.clear();
        for (const std::uint32_t node : order) values.push_back(std::move(before[node]));
    };
    for (std::uint32_t i = 0; i < n; ++i) place[order[i]] = i;
    arranged(graph.ids);
    for (GraphAttribute& attribute : graph.node_attributes) arranged(attribute.values);
    if (!graph.node_spells.empty()) arranged(graph.node_spells);
    for (GraphTie& tie : graph.ties) {
        tie.from = place[tie.from];
        tie.to = place[tie.to];
    }
    graph.first_mode = static_cast<std::size_t>(std::ranges::count(second, 0));
    std::erase_if(graph.node_attributes, [](const GraphAttribute& one) { return one.name == "type"; });
}

void spells_from_attribute(std::vector<GraphAttribute>& attributes, std::vector<std::vector<GraphSpell>>& spells) {
    const GraphAttribute* kept = find_attribute(attributes, "spells");
    if (kept == nullptr || !spells.empty()) return;
    for (const auto& value : kept->values) spells.push_back(value ? spells_of_text(*value) : std::vector<GraphSpell>());
    std::erase_if(attributes, [](const GraphAttribute& one) { return one.name == "spells"; });
}

void signs_into_weights(GraphFile& graph) {
    const GraphAttribute* sign = find_attribute(graph.tie_attributes, "sign");
    if (sign == nullptr) return;
    for (std::size_t i = 0; i < graph.ties.size(); ++i) {
        const auto& value = sign->values[i];
        if (!value || (*value != "1" && *value != "-1" && *value != "+" && *value != "-" && *value != "+1")) return;
        if (graph.ties[i].weight < 0 && value->front() != '-') return;
    }
    for (std::size_t i = 0; i < graph.ties.size(); ++i) {
        if (sign->values[i]->front() == '-' && graph.ties[i].weight > 0) graph.ties[i].weight = -graph.ties[i].weight;
    }
    graph.weighted = true;
    std::erase_if(graph.tie_attributes, [](const GraphAttribute& one) { return one.name == "sign"; });
}

void spells_into_attribute(const std::vector<std::vector<GraphSpell>>& spells,
                           std::vector<GraphAttribute>& attributes) {
    if (spells.empty()) return;
    GraphAttribute attribute{"spells", AttributeType::text, {}};
    for (const auto& own : spells)
        attribute.values.push_back(own.empty() ? std::nullopt : std::optional(spells_text(own)));
    attributes.push_back(std::move(attribute));
}

std::string names_of(const std::vector<GraphAttribute>& attributes) {
    return joined(attributes, ", ", [](const GraphAttribute& one) { return "'" + one.name + "'"; });
}

bool any_spell(const std::vector<std::vector<GraphSpell>>& spells) {
    return std::ranges::any_of(spells, [](const auto& own) { return !own.empty(); });
}

}  // namespace

void check_graph_size(std::string_view path, std::string_view what, double count, std::size_t most) {
    if (count <= static_cast<double>(most)) return;
    throw LimitError(std::string(path) + ": " + number_text(count) + " " + std::string(what) + ", more than " +
                     std::to_string(most) + "; take a part of the graph");
}

GraphAttribute& graph_attribute(std::vector<GraphAttribute>& attributes, std::string_view name, AttributeType type,
                                std::size_t size, std::string_view path) {
    const auto at = std::ranges::find(attributes, name, &GraphAttribute::name);
    if (at != attributes.end()) {
        if (at->values.size() < size) at->values.resize(size);
        return *at;
    }
    check_graph_size(path, "attributes", static_cast<double>(attributes.size() + 1), most_graph_attributes);
    check_graph_size(path, "values of attributes",
                     static_cast<double>(attributes.size() + 1) * static_cast<double>(size), most_graph_values);
    attributes.push_back({std::string(name), type, std::vector<std::optional<std::string>>(size)});
    return attributes.back();
}

const GraphAttribute* find_attribute(const std::vector<GraphAttribute>& attributes, std::string_view name) {
    const auto at = std::ranges::find(attributes, name, &GraphAttribute::name);
    return at == attributes.end() ? nullptr : &*at;
}

AttributeType attribute_type_of(const std::vector<std::optional<std::string>>& values) {
    const auto all = [&](auto test) {
        return std::ranges::all_of(values, [&](const auto& value) { return !value || test(*value); });
    };
    if (all([](const std::string& text) { return parse_integer(text).has_value(); })) return AttributeType::integer;
    if (all([](const std::string& text) { return parse_real(text).has_value(); })) return AttributeType::real;
    if (all([](const std::string& text) { return text == "true" || text == "false"; })) return AttributeType::boolean;
    return AttributeType::text;
}

std::vector<std::string> graph_node_names(const GraphFile& graph) {
    const GraphAttribute* label = find_attribute(graph.node_attributes, "label");
    if (label == nullptr) return graph.ids;
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    for (const auto& value : label->values) {
        if (!value || value->empty() || !seen.insert(*value).second) return graph.ids;
        names.push_back(*value);
    }
    return names;
}

void settle_graph(GraphFile& graph) {
    for (GraphAttribute& attribute : graph.node_attributes) attribute.values.resize(graph.ids.size());
    for (GraphAttribute& attribute : graph.tie_attributes) attribute.values.resize(graph.ties.size());
    if (!graph.node_spells.empty()) graph.node_spells.resize(graph.ids.size());
    if (!graph.tie_spells.empty()) graph.tie_spells.resize(graph.ties.size());
    spells_from_attribute(graph.node_attributes, graph.node_spells);
    spells_from_attribute(graph.tie_attributes, graph.tie_spells);
    if (!any_spell(graph.node_spells)) graph.node_spells.clear();
    if (!any_spell(graph.tie_spells)) graph.tie_spells.clear();
    signs_into_weights(graph);
    for (GraphAttribute& attribute : graph.tie_attributes) {
        // The weight has a place of its own; what else is called so must not be taken for it later.
        if (attribute.name == "weight") attribute.name = "weight_";
    }
    for (const GraphTie& tie : graph.ties) graph.weighted = graph.weighted || tie.weight != 1;
    if (!graph.ties.empty()) graph.directed = std::ranges::any_of(graph.ties, &GraphTie::directed);
    const GraphAttribute* type = find_attribute(graph.node_attributes, "type");
    if (type != nullptr && type->type == AttributeType::boolean && !graph.first_mode) {
        const GraphAttribute copy = *type;
        part_modes(graph, copy);
    }
}

GraphFile with_kept_attributes(const GraphFile& graph, bool spells_too) {
    GraphFile kept = graph;
    if (graph.first_mode) {
        std::erase_if(kept.node_attributes, [](const GraphAttribute& one) { return one.name == "type"; });
        GraphAttribute type{"type", AttributeType::boolean, {}};
        for (std::size_t i = 0; i < graph.ids.size(); ++i)
            type.values.emplace_back(i < *graph.first_mode ? "false" : "true");
        kept.node_attributes.push_back(std::move(type));
    }
    if (spells_too) {
        spells_into_attribute(graph.node_spells, kept.node_attributes);
        spells_into_attribute(graph.tie_spells, kept.tie_attributes);
    }
    return kept;
}

std::string weight_text(double weight) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), weight);
    return {text.data(), end.ptr};
}

std::string spells_text(const std::vector<GraphSpell>& spells) {
    return joined(spells, ";", [](const GraphSpell& spell) { return spell.start + ".." + spell.end; });
}

std::vector<GraphSpell> spells_of_text(std::string_view text) {
    std::vector<GraphSpell> spells;
    for (const std::string& item : listed(text, ';')) {
        const std::size_t at = item.find("..");
        spells.push_back(at == std::string::npos ? GraphSpell{item, item}
                                                 : GraphSpell{item.substr(0, at), item.substr(at + 2)});
    }
    return spells;
}

void warn_of_losses(const GraphFile& graph, const GraphHolds& holds, std::vector<std::string>& warnings) {
    const std::string cannot = std::string(holds.format) + " cannot hold ";
    std::vector<GraphAttribute> nodes = graph.node_attributes;
    if (!holds.ids && find_attribute(nodes, "label") != nullptr && graph_node_names(graph) != graph.ids) {
        std::erase_if(nodes, [](const GraphAttribute& one) { return one.name == "label"; });
        warnings.push_back(cannot + "ids beside names: nodes are named by their label, their ids are lost");
    }
    if (!holds.node_attributes && !nodes.empty())
        warnings.push_back(cannot + "these attributes of nodes: " + names_of(nodes));
    if (!holds.tie_attributes && !graph.tie_attributes.empty())
        warnings.push_back(cannot + "these attributes of ties: " + names_of(graph.tie_attributes));
    if (!holds.spells && (any_spell(graph.node_spells) || any_spell(graph.tie_spells)))
        warnings.push_back(cannot + "spells: when nodes and ties are there is lost");
    if (!holds.two_modes && graph.first_mode)
        warnings.push_back(cannot + "two modes: which nodes are of the first is lost");
    std::vector<std::uint8_t> tied(graph.ids.size(), 0);
    std::size_t directed = 0, loops = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const GraphTie& tie : graph.ties) {
        tied[tie.from] = tied[tie.to] = 1;
        directed += tie.directed ? 1 : 0;
        loops += tie.from == tie.to ? 1 : 0;
        if (!holds.parallel_ties) {
            const bool turn = !tie.directed && tie.from > tie.to;
            pairs.emplace(turn ? tie.to : tie.from, turn ? tie.from : tie.to);
        }
    }
    if (!holds.isolates && std::ranges::count(tied, 0) > 0) {
        std::vector<std::string> lone;
        const std::vector<std::string> names = graph_node_names(graph);
        for (std::size_t i = 0; i < tied.size(); ++i) {
            if (tied[i] == 0) lone.push_back(names[i]);
        }
        warnings.push_back(cannot + "nodes without a tie: " + first_few(lone, 10) + " are lost");
    }
    if (!holds.mixed_ties && directed > 0 && directed < graph.ties.size())
        warnings.push_back(cannot + "directed beside undirected ties: " + std::to_string(graph.ties.size() - directed) +
                           " undirected ties are written as two arcs each");
    if (!holds.parallel_ties && pairs.size() < graph.ties.size())
        warnings.push_back(cannot + "several ties between the same nodes: their weights are added up");
    if (!holds.loops && loops > 0)
        warnings.push_back(cannot + "ties from a node to itself: " + std::to_string(loops) + " are lost");
}

}  // namespace tarazy
