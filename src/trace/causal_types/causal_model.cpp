#include "trace/causal_types/causal_model.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tarazy {
namespace {

[[noreturn]] void refuse_model(const Problem& at, std::string what, std::string remedy) {
    throw InputError(Problem{at.file, at.line, at.column, std::move(what), std::move(remedy)});
}

/// A name as queries can read it.
bool is_node_name(std::string_view name) {
    if (name.empty()) return false;
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
    };
    return letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.'; });
}

/// The names with their causes before them; those that may stand in any order by name.
std::vector<std::string> causes_first(const std::set<std::string>& names,
                                      const std::map<std::string, std::set<std::string>>& parents, const Problem& at) {
    std::map<std::string, std::vector<std::string>> children;
    std::map<std::string, std::size_t> waits_for;
    std::set<std::string> left = names, ready = names;
    for (const auto& [child, own] : parents) {
        waits_for[child] = own.size();
        if (!own.empty()) ready.erase(child);
        for (const std::string& parent : own) children[parent].push_back(child);
    }
    std::vector<std::string> order;
    while (!ready.empty()) {  // Kahn 1962
        order.push_back(*ready.begin());
        ready.erase(ready.begin());
        left.erase(order.back());
        for (const std::string& child : children[order.back()])
            if (--waits_for[child] == 0) ready.insert(child);
    }
    if (!left.empty()) {
        refuse_model(at, "the arrows run in a circle among " + joined(left, ", "),
                     "a cause comes before its effect: take one of the arrows out");
    }
    return order;
}

/// 2^(2^parents), or nothing when it is beyond the limit.
std::optional<std::size_t> nodal_types(std::size_t parents, std::size_t limit) {
    if (parents > 4) return std::nullopt;  // 2^32 and more; a type is kept in 32 bits
    const std::size_t types = std::size_t{1} << (std::size_t{1} << parents);
    return types <= limit ? std::optional(types) : std::nullopt;
}

[[noreturn]] void too_many_types(const std::string& of, std::size_t limit) {
    throw LimitError(of + " has more than " + std::to_string(limit) +
                     " types; raise --max-types, take parents out (a node with k parents has 2^(2^k) types, k at most "
                     "4), or restrict its types");
}

/// Numbers the joint types of every set anew.
void number_types(CausalModel& model, std::size_t max_types) {
    for (CausalTypeSet& set : model.sets) {
        set.types = 1;
        for (const std::size_t node : set.nodes) {
            model.nodes[node].stride = set.types;
            if (model.nodes[node].types.size() > max_types / set.types) {
                std::string of;
                for (const std::size_t one : set.nodes) add_item(of, model.nodes[one].name);
                too_many_types((set.nodes.size() > 1 ? "the set " : "the node ") + of, max_types);
            }
            set.types *= model.nodes[node].types.size();
        }
    }
}

/// The nodes of a statement on one node: the values that it sets, and what it gives for a type.
class TypeStatement {
public:
    TypeStatement(const CausalModel& model, std::string_view text, const Problem& at) : model_(model) {
        query_ = parse_causal_query(text, "", model.names(), at);
        if (query_.given) refuse_model(at, "a restriction has nothing given", "write a statement on one node alone");
        if (query_.outcomes.empty()) refuse_model(at, "a restriction names no node", "write Y[X=1] < Y[X=0]");
        node_ = query_.outcomes.front().node;
        for (const PotentialOutcome& one : query_.outcomes) {
            if (one.node != node_) {
                refuse_model(at, "a restriction is on one node, not on " + name(node_) + " and " + name(one.node),
                             "write one restriction a node");
            }
            for (const PotentialOutcome::Intervention& set : one.set) {
                const auto& parents = model.nodes[node_].parents;
                if (!set.value || std::ranges::find(parents, set.node) == parents.end()) {
                    refuse_model(at, "a restriction of " + name(node_) + " sets " + name(set.node),
                                 "set parents of the node to 0 or 1");
                }
            }
        }
    }

    [[nodiscard]] std::size_t node() const { return node_; }
    /// Whether it is true of the type at some values of the parents that it leaves open.
    [[nodiscard]] bool holds(std::uint32_t type) const {
        const std::vector<std::size_t>& parents = model_.nodes[node_].parents;
        std::vector<unsigned char> values(query_.outcomes.size());
        for (std::size_t open = 0; open < (std::size_t{1} << parents.size()); ++open) {
            for (std::size_t o = 0; o < values.size(); ++o) {
                std::size_t at = open;
                for (const PotentialOutcome::Intervention& set : query_.outcomes[o].set) {
                    const auto p = static_cast<std::size_t>(std::ranges::find(parents, set.node) - parents.begin());
                    at = (at & ~(std::size_t{1} << p)) | (static_cast<std::size_t>(*set.value) << p);
                }
                values[o] = (type >> at) & 1U;
            }
            if (value_of_expression(query_.value, values) != 0) return true;
        }
        return false;
    }

private:
    [[nodiscard]] const std::string& name(std::size_t node) const { return model_.nodes[node].name; }

    const CausalModel& model_;
    CausalQuery query_;
    std::size_t node_ = 0;
};

std::string type_label(std::uint32_t type, std::size_t parents) {
    std::string label;
    for (std::size_t c = 0; c < (std::size_t{1} << parents); ++c) label += ((type >> c) & 1U) != 0 ? '1' : '0';
    return label;
}

/// The arrows of a statement such as `X -> M <- Y`.
void read_statement(std::string_view statement, const Problem& at, std::vector<std::string>& names,
                    std::vector<CausalArrow>& arrows) {
    std::string previous, sign;
    for (std::size_t place = 0;;) {
        const std::size_t next = statement.find_first_of("<-", place);
        const std::string name(trimmed(statement.substr(place, next == std::string_view::npos ? next : next - place)));
        if (!is_node_name(name)) {
            refuse_model(at, "'" + std::string(trimmed(statement)) + "' has '" + name + "' where a node should stand",
                         "write X -> Y or X <-> Y; names begin with a letter");
        }
        names.push_back(name);
        if (!sign.empty()) {
            if (previous == name) refuse_model(at, "an arrow leads from " + name + " to itself", "take it out");
            if (sign == "<-") {
                arrows.push_back({name, previous});
            } else {
                arrows.push_back({previous, name, sign == "<->"});
            }
        }
        if (next == std::string_view::npos) return;
        sign.clear();
        for (const char* one : {"<->", "->", "<-"})
            if (sign.empty() && statement.substr(next).starts_with(one)) sign = one;
        if (sign.empty()) {
            refuse_model(at, "'" + std::string(trimmed(statement)) + "' has no arrow after " + name,
                         "arrows are ->, <- and <->");
        }
        previous = name;
        place = next + sign.size();
    }
}

}  // namespace

std::vector<std::string> CausalModel::names() const {
    std::vector<std::string> all;
    for (const CausalNode& node : nodes) all.push_back(node.name);
    return all;
}

std::optional<std::size_t> CausalModel::find(std::string_view name) const {
    const auto found = std::ranges::find(nodes, name, &CausalNode::name);
    if (found == nodes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - nodes.begin());
}

double CausalModel::causal_types() const {
    double all = 1;
    for (const CausalTypeSet& set : sets) all *= static_cast<double>(set.types);
    return all;
}

std::string CausalModel::type_name(std::size_t set, std::size_t joint) const {
    std::string name;
    for (const std::size_t node : sets[set].nodes) {
        const CausalNode& one = nodes[node];
        add_item(name, one.name + '.' + type_label(one.types[type_of(node, joint)], one.parents.size()), ",");
    }
    return name;
}

CausalModel causal_model(const std::vector<std::string>& names, const std::vector<CausalArrow>& arrows,
                         const Problem& at, std::size_t max_types) {
    std::set<std::string> all(names.begin(), names.end());
    std::map<std::string, std::set<std::string>> parents;
    for (const CausalArrow& arrow : arrows) {
        all.insert(arrow.from);
        all.insert(arrow.to);
        if (arrow.from == arrow.to) refuse_model(at, "an arrow leads from " + arrow.from + " to itself", "take it out");
        if (!arrow.both_ways) parents[arrow.to].insert(arrow.from);
    }
    for (const std::string& name : all) {
        if (!is_node_name(name))
            refuse_model(at, "'" + name + "' cannot be the name of a node",
                         "begin with a letter; then letters, digits, _");
    }
    if (all.empty()) refuse_model(at, "the model has no node", "write its arrows: X -> Y");
    CausalModel model;
    std::map<std::string_view, std::size_t> places;
    for (const std::string& name : causes_first(all, parents, at)) model.nodes.push_back({name, {}, {}});
    for (std::size_t n = 0; n < model.nodes.size(); ++n) places[model.nodes[n].name] = n;
    for (CausalNode& node : model.nodes) {
        for (const std::string& parent : parents[node.name]) node.parents.push_back(places.at(parent));
        std::ranges::sort(node.parents);
        const auto types = nodal_types(node.parents.size(), max_types);
        if (!types) too_many_types("the node " + node.name, max_types);
        for (std::size_t type = 0; type < *types; ++type) node.types.push_back(static_cast<std::uint32_t>(type));
    }
    // Confounded nodes, and what is confounded with those, share a set.
    for (std::size_t n = 0; n < model.nodes.size(); ++n) model.nodes[n].set = n;
    for (bool changed = true; changed;) {
        changed = false;
        for (const CausalArrow& arrow : arrows) {
            if (!arrow.both_ways) continue;
            std::size_t &a = model.nodes[*model.find(arrow.from)].set, &b = model.nodes[*model.find(arrow.to)].set;
            changed = changed || a != b;
            a = b = std::min(a, b);
        }
    }
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t n = 0; n < model.nodes.size(); ++n) {
        const auto [at_set, fresh] = numbers.emplace(model.nodes[n].set, model.sets.size());
        if (fresh) model.sets.emplace_back();
        model.nodes[n].set = at_set->second;
        model.sets[at_set->second].nodes.push_back(n);
    }
    number_types(model, max_types);
    return model;
}

CausalModel parse_causal_model(std::string_view text, const Problem& at, std::size_t max_types) {
    std::string whole(text);
    std::ranges::replace_if(
        whole, [](char c) { return c == '\n' || c == ',' || c == '\r'; }, ';');
    std::vector<std::string> names;
    std::vector<CausalArrow> arrows;
    for (const std::string& statement : listed(whole, ';')) read_statement(statement, at, names, arrows);
    return causal_model(names, arrows, at, max_types);
}

void restrict_types(CausalModel& model, std::string_view statement, const Problem& at, std::size_t max_types) {
    const std::string text(trimmed(statement));
    std::optional<std::size_t> node;
    std::vector<std::uint32_t> kept;
    if (const std::size_t dot = text.rfind('.'); dot != std::string::npos) {
        const std::string label = text.substr(dot + 1);
        node = model.find(text.substr(0, dot));
        if (node && label.find_first_not_of("01") == std::string::npos && !label.empty()) {
            const CausalNode& one = model.nodes[*node];
            for (const std::uint32_t type : one.types)
                if (type_label(type, one.parents.size()) != label) kept.push_back(type);
            if (kept.size() == one.types.size()) {
                refuse_model(at, "'" + text + "' is no type of " + one.name,
                             "its labels have " + std::to_string(std::size_t{1} << one.parents.size()) + " digits");
            }
        } else {
            node.reset();
        }
    }
    if (!node) {
        const TypeStatement read(model, text, at);
        node = read.node();
        for (const std::uint32_t type : model.nodes[*node].types)
            if (!read.holds(type)) kept.push_back(type);
    }
    if (kept.empty()) {
        refuse_model(at, "the restriction '" + text + "' leaves no type of " + model.nodes[*node].name,
                     "restrict less");
    }
    model.nodes[*node].types = std::move(kept);
    number_types(model, max_types);
}

}  // namespace tarazy
