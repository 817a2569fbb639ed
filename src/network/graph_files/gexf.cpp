#include "network/graph_files/gexf.hpp"

#include "base/number_text.hpp"
#include "network/graph_files/graph_xml.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct GexfColumn {
    std::string name;
    AttributeType type = AttributeType::text;
    std::optional<std::string> fallback;
};

AttributeType gexf_type(std::string_view name) {
    if (name == "boolean") return AttributeType::boolean;
    if (name == "integer" || name == "long" || name == "short" || name == "byte") return AttributeType::integer;
    if (name == "float" || name == "double") return AttributeType::real;
    return AttributeType::text;
}

std::string_view gexf_type_name(AttributeType type) {
    switch (type) {
        case AttributeType::boolean: return "boolean";
        case AttributeType::integer: return "long";
        case AttributeType::real: return "double";
        case AttributeType::text: break;
    }
    return "string";
}

class GexfReader {
public:
    GexfReader(const std::string& path, std::vector<std::string>& warnings) : xml_(path, warnings) {}

    GraphFile read(std::string_view bytes) {
        XmlEvents events;
        events.start = [this](std::string_view element, const XmlAttributes& attributes) {
            start(element, attributes);
        };
        events.end = [this](std::string_view element) { end(element); };
        events.text = [this](std::string_view text) {
            if (in_default_) value_ += text;
        };
        xml_.parse(bytes, std::move(events));
        if (!graph_seen_) xml_.add_fault(Problem{xml_.path(), 1, 1, "there is no <graph>", "is this a GEXF file?"});
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            graph_.ties[i].from = end_named(ends_[i], ends_[i].from);
            graph_.ties[i].to = end_named(ends_[i], ends_[i].to);
        }
        xml_.throw_faults();
        graph_.ids = nodes_.take();
        finish();
        xml_.tell_passed();
        settle_graph(graph_);
        return std::move(graph_);
    }

private:
    struct Ends {
        std::string from, to;
        std::size_t line, column;
    };

    std::uint32_t end_named(const Ends& ends, const std::string& id) {
        if (const auto node = nodes_.find(id)) return *node;
        xml_.add_fault(Problem{xml_.path(), ends.line, ends.column, "the tie leads to '" + id + "', which is no node",
                               "add the node, or take the tie away"});
        return 0;
    }

    void start(std::string_view element, const XmlAttributes& attributes) {
        if (depth_++ == 0 && element != "gexf")
            xml_.refuse("the file begins with <" + std::string(element) + ">, not with <gexf>", "is this a GEXF file?");
        if (element == "graph") return start_graph(attributes);
        if (element == "attributes") {
            columns_of_nodes_ = attributes.find("class").value_or("node") == "node";
            return;
        }
        if (element == "attribute") return start_column(attributes);
        if (element == "default") {
            in_default_ = true;
            value_.clear();
            return;
        }
        if (element == "node") return start_node(attributes);
        if (element == "edge") return start_edge(attributes);
        if (element == "attvalue") return start_value(attributes);
        if (element == "spell") return add_spell(attributes);
        for (const char* known : {"gexf", "meta", "creator", "description", "keywords", "nodes", "edges", "attvalues",
                                  "spells", "options"}) {
            if (element == known) return;
        }
        xml_.pass_over("<" + std::string(element) + "> is");
    }

    void start_graph(const XmlAttributes& attributes) {
        if (graph_seen_) return xml_.pass_over("more than one <graph>: they are read as one; their nesting is");
        graph_seen_ = true;
        const std::string_view direction = attributes.find("defaultedgetype").value_or("undirected");
        graph_.directed = direction == "directed";
        xml_.pass_unknown(attributes, "graph",
                          {"defaultedgetype", "mode", "timeformat", "timerepresentation", "start", "end", "idtype",
                           "count", "timezone"});
    }

    void start_column(const XmlAttributes& attributes) {
        auto& columns = columns_of_nodes_ ? node_columns_ : tie_columns_;
        const std::string id = xml_.needed(attributes, "id", "attribute");
        check_graph_size(xml_.path(), "attributes", static_cast<double>(columns.size() + 1), most_graph_attributes);
        GexfColumn column{std::string(attributes.find("title").value_or(id)),
                          gexf_type(attributes.find("type").value_or("string")), std::nullopt};
        if (column.name.empty()) column.name = id;
        if (!columns.emplace(id, column).second) xml_.refuse("the attribute '" + id + "' stands twice", "keep one");
        order_.emplace_back(columns_of_nodes_, id);
        last_column_ = id;
    }

    void start_node(const XmlAttributes& attributes) {
        owner_ = refused_owner;
        const std::string id = xml_.needed(attributes, "id", "node");
        const auto place = nodes_.add(id, xml_.path());
        if (!place) xml_.refuse("the node '" + id + "' stands twice", "keep one");
        owner_ = 'n';
        at_ = *place;
        const auto label = attributes.find("label");
        if (label && *label != id)
            graph_attribute(graph_.node_attributes, "label", AttributeType::text, at_ + 1, xml_.path()).values[at_] =
                std::string(*label);
        if (attributes.find("start") || attributes.find("end") || attributes.find("timestamp")) add_spell(attributes);
        xml_.pass_unknown(attributes, "node", {"id", "label", "start", "end", "startopen", "endopen", "timestamp"});
    }

    void start_edge(const XmlAttributes& attributes) {
        check_graph_size(xml_.path(), "ties", static_cast<double>(ends_.size() + 1), most_graph_ties);
        GraphTie tie;
        const std::string_view type = attributes.find("type").value_or(graph_.directed ? "directed" : "undirected");
        tie.directed = type == "directed" || type == "mutual";
        if (type == "mutual") xml_.pass_over("type=\"mutual\" is read as directed; the way back is");
        owner_ = refused_owner;
        at_ = graph_.ties.size();
        const auto [line, column] = xml_.place();
        ends_.push_back(
            {xml_.needed(attributes, "source", "edge"), xml_.needed(attributes, "target", "edge"), line, column});
        graph_.ties.push_back(tie);
        owner_ = 'e';
        // Ids of ties are needed in GEXF; those that only number them say nothing.
        const auto id = attributes.find("id");
        edge_ids_.push_back(id ? std::string(*id) : std::string());
        if (const auto weight = attributes.find("weight")) {
            graph_.ties.back().weight = xml_.number(*weight, "the weight");
            if (graph_.ties.back().weight == 0) xml_.refuse("the weight is 0", "leave out ties that are not there");
            graph_.weighted = true;
        }
        if (const auto label = attributes.find("label"); label && !label->empty())
            graph_attribute(graph_.tie_attributes, "label", AttributeType::text, at_ + 1, xml_.path()).values[at_] =
                std::string(*label);
        if (attributes.find("start") || attributes.find("end") || attributes.find("timestamp")) add_spell(attributes);
        xml_.pass_unknown(
            attributes, "edge",
            {"id", "source", "target", "type", "weight", "label", "start", "end", "startopen", "endopen", "timestamp"});
    }

    void add_spell(const XmlAttributes& attributes) {
        if (owner_ == refused_owner) return;
        if (owner_ == 0) return xml_.pass_over("a spell of the graph is");
        for (const char* open : {"startopen", "endopen"}) {
            if (attributes.find(open)) xml_.pass_over("'" + std::string(open) + "' (it is read as a closed end) is");
        }
        GraphSpell spell;
        if (const auto at = attributes.find("timestamp")) spell.start = spell.end = std::string(*at);
        if (const auto start = attributes.find("start")) spell.start = std::string(*start);
        if (const auto end = attributes.find("end")) spell.end = std::string(*end);
        for (const std::string* part : {&spell.start, &spell.end}) {
            if (part->find_first_of(";") != std::string::npos || part->find("..") != std::string::npos)
                xml_.refuse("a spell has the end '" + *part + "'", "write a date or a number");
        }
        auto& spells = owner_ == 'n' ? graph_.node_spells : graph_.tie_spells;
        if (spells.size() <= at_) spells.resize(at_ + 1);
        check_graph_size(xml_.path(), "spells of one node or tie", static_cast<double>(spells[at_].size() + 1),
                         most_graph_nodes);
        if (spell.start.empty() && spell.end.empty()) return;
        spells[at_].push_back(std::move(spell));
    }

    void start_value(const XmlAttributes& attributes) {
        if (owner_ == refused_owner) return;
        const auto named = attributes.find("for");
        const std::string id = named ? std::string(*named) : xml_.needed(attributes, "id", "attvalue");
        const std::string value(attributes.find("value").value_or(""));
        if (owner_ == 0) xml_.refuse("<attvalue> stands outside of nodes and edges", "move it into one");
        auto& columns = owner_ == 'n' ? node_columns_ : tie_columns_;
        const auto column = columns.find(id);
        if (column == columns.end()) {
            columns.emplace(id, GexfColumn{id, AttributeType::text, std::nullopt});  // told once
            xml_.refuse("the attribute '" + id + "' is not declared", "declare it in <attributes>");
        }
        if (attributes.find("start") || attributes.find("end") || attributes.find("timestamp"))
            xml_.pass_over("the time of values of '" + column->second.name + "' (the last one is kept) is");
        if (column->second.type == AttributeType::integer || column->second.type == AttributeType::real)
            (void)xml_.number(value, "'" + column->second.name + "'");
        auto& list = owner_ == 'n' ? graph_.node_attributes : graph_.tie_attributes;
        graph_attribute(list, column->second.name, column->second.type, at_ + 1, xml_.path()).values[at_] = value;
    }

    void end(std::string_view element) {
        --depth_;
        if (element == "node" || element == "edge") owner_ = 0;
        if (element != "default" || !in_default_) return;
        in_default_ = false;
        auto& columns = columns_of_nodes_ ? node_columns_ : tie_columns_;
        const auto column = columns.find(last_column_);
        if (column != columns.end()) column->second.fallback = value_;
    }

    void finish() {
        for (std::size_t i = 0; i < edge_ids_.size(); ++i) {
            if (edge_ids_[i].empty() || edge_ids_[i] == std::to_string(i)) continue;
            GraphAttribute& ids =
                graph_attribute(graph_.tie_attributes, "id", AttributeType::text, graph_.ties.size(), xml_.path());
            for (std::size_t k = 0; k < edge_ids_.size(); ++k) {
                if (!edge_ids_[k].empty()) ids.values[k] = edge_ids_[k];
            }
            break;
        }
        for (const auto& [node, id] : order_) {
            const GexfColumn& column = (node ? node_columns_ : tie_columns_).at(id);
            GraphAttribute& attribute =
                graph_attribute(node ? graph_.node_attributes : graph_.tie_attributes, column.name, column.type,
                                node ? graph_.ids.size() : graph_.ties.size(), xml_.path());
            for (auto& value : attribute.values) {
                if (!value && column.fallback) value = column.fallback;
            }
        }
    }

    GraphXml xml_;
    GraphFile graph_;
    NamedNodes nodes_;
    std::vector<Ends> ends_;
    std::vector<std::string> edge_ids_;
    std::map<std::string, GexfColumn> node_columns_, tie_columns_;
    std::vector<std::pair<bool, std::string>> order_;
    std::string last_column_, value_;
    std::size_t at_ = 0, depth_ = 0;
    bool columns_of_nodes_ = true, in_default_ = false, graph_seen_ = false;
    static constexpr char refused_owner = 'x';  ///< in a node or an edge that was refused: what it holds has no owner
    char owner_ = 0;
};

bool own_place_in_gexf(const GraphAttribute& attribute, bool node) {
    return attribute.name == "label" || (!node && attribute.name == "id");
}

void add_gexf_columns(std::string& out, const std::vector<GraphAttribute>& attributes, bool node) {
    std::string lines;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (!own_place_in_gexf(attributes[i], node))
            lines += "      <attribute id=\"" + std::to_string(i) + "\" title=\"" + xml_text(attributes[i].name) +
                     "\" type=\"" + std::string(gexf_type_name(attributes[i].type)) + "\"/>\n";
    }
    if (!lines.empty())
        out += std::string("    <attributes class=\"") + (node ? "node" : "edge") + "\">\n" + lines +
               "    </attributes>\n";
}

/// What lies inside of a node or an edge.
std::string gexf_inside(const std::vector<GraphAttribute>& attributes,
                        const std::vector<std::vector<GraphSpell>>& spells, std::size_t at, bool node) {
    std::string values, times;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (attributes[i].values[at] && !own_place_in_gexf(attributes[i], node))
            values +=
                "<attvalue for=\"" + std::to_string(i) + "\" value=\"" + xml_text(*attributes[i].values[at]) + "\"/>";
    }
    if (!spells.empty()) {
        for (const GraphSpell& spell : spells[at]) {
            times += "<spell";
            if (!spell.start.empty()) times += " start=\"" + xml_text(spell.start) + "\"";
            if (!spell.end.empty()) times += " end=\"" + xml_text(spell.end) + "\"";
            times += "/>";
        }
    }
    return (values.empty() ? "" : "<attvalues>" + values + "</attvalues>") +
           (times.empty() ? "" : "<spells>" + times + "</spells>");
}

std::string_view gexf_timeformat(const GraphFile& graph) {
    bool numbers = true;
    for (const auto* spells : {&graph.node_spells, &graph.tie_spells}) {
        for (const auto& own : *spells) {
            for (const GraphSpell& spell : own) {
                for (const std::string* end : {&spell.start, &spell.end})
                    numbers = numbers && (end->empty() || parse_real(*end));
            }
        }
    }
    return numbers ? "double" : "date";
}

}  // namespace

GraphFile read_gexf(std::string_view bytes, const std::string& path, std::vector<std::string>& warnings) {
    return GexfReader(path, warnings).read(bytes);
}

std::string write_gexf(const GraphFile& graph) {
    const GraphFile kept = with_kept_attributes(graph, false);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <graph defaultedgetype=\"";
    out += kept.directed ? "directed\"" : "undirected\"";
    if (!kept.node_spells.empty() || !kept.tie_spells.empty())
        out += " mode=\"dynamic\" timeformat=\"" + std::string(gexf_timeformat(kept)) + "\"";
    out += ">\n";
    add_gexf_columns(out, kept.node_attributes, true);
    add_gexf_columns(out, kept.tie_attributes, false);
    const GraphAttribute* labels = find_attribute(kept.node_attributes, "label");
    const GraphAttribute* tie_labels = find_attribute(kept.tie_attributes, "label");
    const GraphAttribute* tie_ids = find_attribute(kept.tie_attributes, "id");
    out += "    <nodes>\n";
    for (std::size_t i = 0; i < kept.ids.size(); ++i) {
        const std::string& label = labels != nullptr && labels->values[i] ? *labels->values[i] : kept.ids[i];
        out += "      <node id=\"" + xml_text(kept.ids[i]) + "\" label=\"" + xml_text(label) + "\">" +
               gexf_inside(kept.node_attributes, kept.node_spells, i, true) + "</node>\n";
    }
    out += "    </nodes>\n    <edges>\n";
    for (std::size_t i = 0; i < kept.ties.size(); ++i) {
        const GraphTie& tie = kept.ties[i];
        const std::string id = tie_ids != nullptr && tie_ids->values[i] ? *tie_ids->values[i] : std::to_string(i);
        out += "      <edge id=\"" + xml_text(id) + "\" source=\"" + xml_text(kept.ids[tie.from]) + "\" target=\"" +
               xml_text(kept.ids[tie.to]) + "\"";
        if (tie.directed != kept.directed) out += tie.directed ? " type=\"directed\"" : " type=\"undirected\"";
        if (kept.weighted) out += " weight=\"" + weight_text(tie.weight) + "\"";
        if (tie_labels != nullptr && tie_labels->values[i])
            out += " label=\"" + xml_text(*tie_labels->values[i]) + "\"";
        out += ">" + gexf_inside(kept.tie_attributes, kept.tie_spells, i, false) + "</edge>\n";
    }
    return out + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace tarazy
