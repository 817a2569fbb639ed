#include "network/graph_files/graphml.hpp"

#include "base/number_text.hpp"
#include "network/graph_files/graph_xml.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct GraphmlKey {
    std::string name, domain;
    AttributeType type = AttributeType::text;
    std::optional<std::string> fallback;
};

AttributeType graphml_type(std::string_view name) {
    if (name == "boolean") return AttributeType::boolean;
    if (name == "int" || name == "long") return AttributeType::integer;
    if (name == "float" || name == "double") return AttributeType::real;
    return AttributeType::text;
}

std::string_view graphml_type_name(AttributeType type) {
    switch (type) {
        case AttributeType::boolean: return "boolean";
        case AttributeType::integer: return "long";
        case AttributeType::real: return "double";
        case AttributeType::text: break;
    }
    return "string";
}

class GraphmlReader {
public:
    GraphmlReader(const std::string& path, std::vector<std::string>& warnings) : xml_(path, warnings) {}

    GraphFile read(std::string_view bytes) {
        XmlEvents events;
        events.start = [this](std::string_view element, const XmlAttributes& attributes) {
            start(element, attributes);
        };
        events.end = [this](std::string_view element) { end(element); };
        events.text = [this](std::string_view text) {
            if (in_value_) value_ += text;
        };
        xml_.parse(bytes, std::move(events));
        if (!graph_seen_) xml_.add_fault(Problem{xml_.path(), 1, 1, "there is no <graph>", "is this a GraphML file?"});
        for (const auto& [from, to, line, column] : ends_) {
            GraphTie& tie = graph_.ties[tie_at_++];
            tie.from = end_named(from, line, column);
            tie.to = end_named(to, line, column);
        }
        xml_.throw_faults();
        graph_.ids = nodes_.take();
        fill_defaults();
        xml_.tell_passed();
        settle_graph(graph_);
        return std::move(graph_);
    }

private:
    struct Ends {
        std::string from, to;
        std::size_t line, column;
    };

    std::uint32_t end_named(const std::string& id, std::size_t line, std::size_t column) {
        if (const auto node = nodes_.find(id)) return *node;
        xml_.add_fault(Problem{xml_.path(), line, column, "the tie leads to '" + id + "', which is no node",
                               "add the node, or take the tie away"});
        return 0;
    }

    void start(std::string_view element, const XmlAttributes& attributes) {
        if (depth_++ == 0 && element != "graphml")
            xml_.refuse("the file begins with <" + std::string(element) + ">, not with <graphml>",
                        "is this a GraphML file?");
        if (element == "key") return start_key(attributes);
        if (element == "graph") return start_graph(attributes);
        if (element == "node") return start_node(attributes);
        if (element == "edge") return start_edge(attributes);
        if (element == "data" || element == "default") {
            value_.clear();
            if (element == "data") data_key_ = xml_.needed(attributes, "key", "data");
            in_value_ = true;
            return;
        }
        if (element == "graphml" || element == "desc") return;
        xml_.pass_over("<" + std::string(element) + "> is");
    }

    void start_key(const XmlAttributes& attributes) {
        const std::string id = xml_.needed(attributes, "id", "key");
        check_graph_size(xml_.path(), "keys", static_cast<double>(keys_.size() + 1), most_graph_attributes);
        GraphmlKey key;
        key.name = std::string(attributes.find("attr.name").value_or(id));
        if (key.name.empty()) key.name = id;
        key.domain = std::string(attributes.find("for").value_or("all"));
        key.type = graphml_type(attributes.find("attr.type").value_or("string"));
        if (!keys_.emplace(id, key).second) xml_.refuse("the key '" + id + "' stands twice", "keep one");
        last_key_ = id;
        xml_.pass_unknown(attributes, "key", {"id", "for", "attr.name", "attr.type"});
    }

    void start_graph(const XmlAttributes& attributes) {
        if (graph_seen_) {
            xml_.pass_over("more than one <graph>: they are read as one; their nesting is");
            return;
        }
        graph_seen_ = true;
        const std::string_view direction = attributes.find("edgedefault").value_or("undirected");
        if (direction != "directed" && direction != "undirected")
            xml_.refuse("edgedefault is '" + std::string(direction) + "'", "write directed or undirected");
        graph_.directed = direction == "directed";
    }

    void start_node(const XmlAttributes& attributes) {
        const std::string id = xml_.needed(attributes, "id", "node");
        if (!nodes_.add(id, xml_.path())) xml_.refuse("the node '" + id + "' stands twice", "keep one");
        owner_ = 'n';
        xml_.pass_unknown(attributes, "node", {"id"});
    }

    void start_edge(const XmlAttributes& attributes) {
        check_graph_size(xml_.path(), "ties", static_cast<double>(ends_.size() + 1), most_graph_ties);
        GraphTie tie;
        const std::string_view directed = attributes.find("directed").value_or(graph_.directed ? "true" : "false");
        tie.directed = directed == "true" || directed == "1";
        const auto [line, column] = place();
        ends_.push_back(
            {xml_.needed(attributes, "source", "edge"), xml_.needed(attributes, "target", "edge"), line, column});
        graph_.ties.push_back(tie);
        owner_ = 'e';
        if (const auto id = attributes.find("id")) {
            edge_ids_.resize(ends_.size());
            edge_ids_.back() = std::string(*id);
        }
        xml_.pass_unknown(attributes, "edge", {"id", "source", "target", "directed"});
    }

    std::pair<std::size_t, std::size_t> place() const { return xml_.place(); }

    void end(std::string_view element) {
        --depth_;
        if (element == "default" && in_value_) {
            in_value_ = false;
            const auto key = keys_.find(last_key_);
            if (key != keys_.end()) key->second.fallback = value_;
        } else if (element == "data" && in_value_) {
            in_value_ = false;
            take_value();
        } else if (element == "node" || element == "edge") {
            owner_ = 0;
        }
    }

    void take_value() {
        const auto key = keys_.find(data_key_);
        if (key == keys_.end()) {
            keys_.emplace(data_key_, GraphmlKey{data_key_, "all", AttributeType::text, std::nullopt});  // told once
            xml_.refuse(
                "the key '" + data_key_ + "' is not declared",
                "declare it: <key id=\"" + data_key_ + "\" for=\"all\" attr.name=\"...\" attr.type=\"string\"/>");
        }
        if (owner_ == 0) return xml_.pass_over("data '" + key->second.name + "' of the graph is");
        put(key->second, owner_ == 'n' ? nodes_.size() - 1 : graph_.ties.size() - 1, value_);
    }

    void put(const GraphmlKey& key, std::size_t at, const std::string& value) {
        const bool node = owner_ == 'n';
        if (!node && key.name == "weight") {
            const double weight = xml_.number(value, "the weight");
            if (weight == 0) xml_.refuse("the weight is 0", "leave out ties that are not there");
            graph_.ties[at].weight = weight;
            graph_.weighted = true;
            return;
        }
        if (key.type == AttributeType::integer || key.type == AttributeType::real) {
            if (value.empty()) return;
            (void)xml_.number(value, "'" + key.name + "'");
        }
        auto& attributes = node ? graph_.node_attributes : graph_.tie_attributes;
        GraphAttribute& attribute = graph_attribute(attributes, key.name, key.type, at + 1, xml_.path());
        attribute.values[at] = value;
    }

    void fill_defaults() {
        if (std::ranges::any_of(edge_ids_, [](const std::string& id) { return !id.empty(); })) {
            GraphAttribute& attribute =
                graph_attribute(graph_.tie_attributes, "id", AttributeType::text, graph_.ties.size(), xml_.path());
            for (std::size_t i = 0; i < edge_ids_.size(); ++i) {
                if (!edge_ids_[i].empty()) attribute.values[i] = edge_ids_[i];
            }
        }
        for (const auto& [id, key] : keys_) {
            const std::pair<const char*, bool> domains[] = {{"node", true}, {"edge", false}};
            for (const auto& [domain, node] : domains) {
                if (key.domain != domain && !(key.domain == "all" && key.fallback)) continue;
                if (!node && key.name == "weight") continue;
                const std::size_t size = node ? graph_.ids.size() : graph_.ties.size();
                GraphAttribute& attribute = graph_attribute(node ? graph_.node_attributes : graph_.tie_attributes,
                                                            key.name, key.type, size, xml_.path());
                for (auto& value : attribute.values) {
                    if (!value && key.fallback) value = key.fallback;
                }
            }
        }
    }

    GraphXml xml_;
    GraphFile graph_;
    NamedNodes nodes_;
    std::vector<Ends> ends_;
    std::vector<std::string> edge_ids_;
    std::size_t tie_at_ = 0, depth_ = 0;
    std::map<std::string, GraphmlKey> keys_;
    std::string last_key_, data_key_, value_;
    bool in_value_ = false, graph_seen_ = false;
    char owner_ = 0;
};

void add_graphml_keys(std::string& out, const std::vector<GraphAttribute>& attributes, char owner) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        out += std::string("  <key id=\"") + owner + std::to_string(i) + "\" for=\"" +
               (owner == 'n' ? "node" : "edge") + "\" attr.name=\"" + xml_text(attributes[i].name) + "\" attr.type=\"" +
               std::string(graphml_type_name(attributes[i].type)) + "\"/>\n";
    }
}

void add_graphml_data(std::string& out, const std::vector<GraphAttribute>& attributes, char owner, std::size_t at) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (attributes[i].values[at])
            out += std::string("<data key=\"") + owner + std::to_string(i) + "\">" +
                   xml_text(*attributes[i].values[at]) + "</data>";
    }
}

}  // namespace

GraphFile read_graphml(std::string_view bytes, const std::string& path, std::vector<std::string>& warnings) {
    return GraphmlReader(path, warnings).read(bytes);
}

std::string write_graphml(const GraphFile& graph) {
    const GraphFile kept = with_kept_attributes(graph, true);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    add_graphml_keys(out, kept.node_attributes, 'n');
    add_graphml_keys(out, kept.tie_attributes, 'e');
    if (kept.weighted) out += "  <key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n";
    out += std::string("  <graph edgedefault=\"") + (kept.directed ? "directed" : "undirected") + "\">\n";
    for (std::size_t i = 0; i < kept.ids.size(); ++i) {
        out += "    <node id=\"" + xml_text(kept.ids[i]) + "\">";
        add_graphml_data(out, kept.node_attributes, 'n', i);
        out += "</node>\n";
    }
    for (std::size_t i = 0; i < kept.ties.size(); ++i) {
        const GraphTie& tie = kept.ties[i];
        out +=
            "    <edge source=\"" + xml_text(kept.ids[tie.from]) + "\" target=\"" + xml_text(kept.ids[tie.to]) + "\"";
        if (tie.directed != kept.directed) out += tie.directed ? " directed=\"true\"" : " directed=\"false\"";
        out += ">";
        if (kept.weighted) out += "<data key=\"w\">" + weight_text(tie.weight) + "</data>";
        add_graphml_data(out, kept.tie_attributes, 'e', i);
        out += "</edge>\n";
    }
    return out + "  </graph>\n</graphml>\n";
}

}  // namespace tarazy
