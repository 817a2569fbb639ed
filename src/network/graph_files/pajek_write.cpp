#include "base/error.hpp"
#include "base/number_text.hpp"
#include "network/graph_files/pajek.hpp"
#include "network/graph_files/pajek_words.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// In quotes; Pajek has neither quotes nor line ends inside of labels.
std::string pajek_quoted(std::string_view text, bool& changed) {
    std::string out = "\"";
    for (const char c : text) {
        const bool bad = c == '"' || static_cast<unsigned char>(c) < 0x20;
        changed = changed || bad;
        out += bad ? (c == '"' ? '\'' : ' ') : c;
    }
    return out + '"';
}

struct PajekColumns {
    std::vector<const GraphAttribute*> axes, parameters;
    const GraphAttribute* shape = nullptr;
    std::vector<GraphAttribute> left;  ///< those that have no place
};

bool all_there(const GraphAttribute& attribute) {
    return std::ranges::all_of(attribute.values, [](const auto& value) { return value.has_value(); });
}

PajekColumns pajek_columns(const GraphFile& graph) {
    PajekColumns columns;
    for (const char* axis : {"x", "y", "z"}) {
        const GraphAttribute* found = find_attribute(graph.node_attributes, axis);
        if (found == nullptr || found->type == AttributeType::text || found->type == AttributeType::boolean ||
            !all_there(*found))
            break;
        columns.axes.push_back(found);
    }
    for (const GraphAttribute& attribute : graph.node_attributes) {
        if (std::ranges::find(columns.axes, &attribute) != columns.axes.end()) continue;
        const bool all_shapes =
            attribute.name == "shape" &&
            std::ranges::all_of(attribute.values, [](const auto& value) { return !value || pajek_shape(*value); });
        if (all_shapes)
            columns.shape = &attribute;
        else if (pajek_vertex_word(attribute.name))
            columns.parameters.push_back(&attribute);
        else
            columns.left.push_back(attribute);
    }
    return columns;
}

std::string pajek_times_or_note(const std::vector<std::vector<GraphSpell>>& spells, std::size_t at, std::size_t& lost) {
    if (spells.empty() || spells[at].empty()) return "";
    const auto text = pajek_times_text(spells[at]);
    if (!text) ++lost;
    return text ? " " + *text : "";
}

class PajekWriter {
public:
    PajekWriter(const GraphFile& graph, PajekKind kind, std::vector<std::string>& warnings)
        : graph_(graph), kind_(kind), warnings_(warnings), columns_(pajek_columns(graph)) {}

    std::string write() {
        network();
        std::vector<GraphAttribute> left;
        if (kind_ == PajekKind::project) {
            out_.insert(0, "*Network network\n");
            for (const GraphAttribute& attribute : columns_.left) {
                const bool number = attribute.type == AttributeType::integer || attribute.type == AttributeType::real;
                if (number && all_there(attribute))
                    values(attribute);
                else
                    left.push_back(attribute);
            }
        } else {
            left = columns_.left;
        }
        tell(std::move(left));
        return std::move(out_);
    }

private:
    void network() {
        const std::vector<std::string> names = graph_node_names(graph_);
        out_ += "*Vertices " + std::to_string(names.size());
        if (graph_.first_mode) out_ += " " + std::to_string(*graph_.first_mode);
        out_ += "\n";
        for (std::size_t i = 0; i < names.size(); ++i) {
            out_ += std::to_string(i + 1) + " " + pajek_quoted(names[i], changed_);
            for (const GraphAttribute* axis : columns_.axes) out_ += " " + *axis->values[i];
            if (columns_.shape != nullptr && columns_.shape->values[i]) out_ += " " + *columns_.shape->values[i];
            for (const GraphAttribute* parameter : columns_.parameters) {
                if (parameter->values[i])
                    out_ += " " + parameter->name + " " + pajek_quoted(*parameter->values[i], changed_);
            }
            out_ += pajek_times_or_note(graph_.node_spells, i, lost_times_) + "\n";
        }
        relation_ = find_attribute(graph_.tie_attributes, "relation");
        for (const GraphAttribute& attribute : graph_.tie_attributes) {
            if (attribute.name == "label" || pajek_line_word(attribute.name))
                parameters_.push_back(&attribute);
            else if (attribute.name != "relation")
                left_of_ties_.push_back(attribute);
        }
        std::vector<std::string> relations{""};
        if (relation_ != nullptr) {
            for (const auto& value : relation_->values) {
                if (value && std::ranges::find(relations, *value) == relations.end()) relations.push_back(*value);
            }
        }
        for (std::size_t number = 0; number < relations.size(); ++number) {
            section("*Arcs", true, relations[number], number);
            section("*Edges", false, relations[number], number);
        }
        if (graph_.ties.empty()) out_ += graph_.directed ? "*Arcs\n" : "*Edges\n";
    }

    void section(const std::string& title, bool directed, const std::string& relation, std::size_t number) {
        bool begun = false;
        for (std::size_t i = 0; i < graph_.ties.size(); ++i) {
            const GraphTie& tie = graph_.ties[i];
            const std::string own = relation_ != nullptr ? relation_->values[i].value_or("") : "";
            if (tie.directed != directed || own != relation) continue;
            if (!begun) {
                out_ += title;
                if (!relation.empty()) out_ += " :" + std::to_string(number) + " " + pajek_quoted(relation, changed_);
                out_ += "\n";
                begun = true;
            }
            out_ += std::to_string(tie.from + 1) + " " + std::to_string(tie.to + 1);
            if (graph_.weighted) out_ += " " + weight_text(tie.weight);
            for (const GraphAttribute* parameter : parameters_) {
                if (!parameter->values[i]) continue;
                if (!graph_.weighted && out_.back() != '\n' && !weight_written_) out_ += " 1";
                weight_written_ = true;
                out_ += " " + (parameter->name == "label" ? std::string("l") : parameter->name) + " " +
                        pajek_quoted(*parameter->values[i], changed_);
            }
            weight_written_ = false;
            out_ += pajek_times_or_note(graph_.tie_spells, i, lost_times_) + "\n";
        }
    }

    void values(const GraphAttribute& attribute) {
        out_ += (attribute.type == AttributeType::integer ? "\n*Partition " : "\n*Vector ") + attribute.name +
                "\n*Vertices " + std::to_string(graph_.ids.size()) + "\n";
        for (const auto& value : attribute.values) out_ += *value + "\n";
    }

    void tell(std::vector<GraphAttribute> left) {
        GraphFile rest = graph_;
        rest.node_attributes = std::move(left);
        rest.tie_attributes = left_of_ties_;
        rest.node_spells.clear();
        rest.tie_spells.clear();
        const char* format = kind_ == PajekKind::project ? "Pajek .paj" : "Pajek .net";
        if (graph_node_names(graph_) != graph_.ids) {
            std::erase_if(rest.node_attributes, [](const GraphAttribute& one) { return one.name == "label"; });
            warnings_.push_back(std::string(format) +
                                " cannot hold ids beside names: nodes are named by their label, their ids are lost");
        }
        warn_of_losses(rest, {.format = format, .spells = true, .mixed_ties = true, .ids = true}, warnings_);
        if (lost_times_ > 0)
            warnings_.push_back(std::string(format) + " cannot hold times that are no whole numbers: the spells of " +
                                std::to_string(lost_times_) + " nodes and ties are lost");
        if (changed_)
            warnings_.push_back(std::string(format) +
                                " cannot hold double quotes and line ends inside of texts: they became single quotes "
                                "and blanks");
    }

    const GraphFile& graph_;
    const PajekKind kind_;
    std::vector<std::string>& warnings_;
    const PajekColumns columns_;
    std::vector<const GraphAttribute*> parameters_;
    std::vector<GraphAttribute> left_of_ties_;
    const GraphAttribute* relation_ = nullptr;
    std::string out_;
    std::size_t lost_times_ = 0;
    bool changed_ = false, weight_written_ = false;
};

std::string one_attribute(const GraphFile& graph, PajekKind kind, std::vector<std::string>& warnings) {
    const bool partition = kind == PajekKind::partition;
    const GraphAttribute* found = nullptr;
    GraphFile rest = graph;
    for (const GraphAttribute& attribute : graph.node_attributes) {
        const bool fits =
            attribute.type == AttributeType::integer || (!partition && attribute.type == AttributeType::real);
        if (fits && all_there(attribute)) {
            found = &attribute;
            break;
        }
    }
    if (found == nullptr)
        throw UsageError(partition
                             ? "no attribute of nodes is a whole number for every node; a partition (.clu) needs one"
                             : "no attribute of nodes is a number for every node; a vector (.vec) needs one");
    std::erase_if(rest.node_attributes, [&](const GraphAttribute& one) { return one.name == found->name; });
    const char* format = partition ? "Pajek .clu" : "Pajek .vec";
    warn_of_losses(rest, {.format = format, .two_modes = false, .mixed_ties = true}, warnings);
    warnings.push_back(std::string(format) + " cannot hold names of nodes and attributes: the values of '" +
                       found->name + "' stand in the order of the nodes");
    if (!graph.ties.empty())
        warnings.push_back(std::string(format) + " cannot hold ties: " + std::to_string(graph.ties.size()) +
                           " are lost");
    std::string out = "*Vertices " + std::to_string(graph.ids.size()) + "\n";
    for (const auto& value : found->values) out += *value + "\n";
    return out;
}

}  // namespace

std::string write_pajek(const GraphFile& graph, PajekKind kind, std::vector<std::string>& warnings) {
    if (kind == PajekKind::partition || kind == PajekKind::vector) return one_attribute(graph, kind, warnings);
    return PajekWriter(graph, kind, warnings).write();
}

}  // namespace tarazy
