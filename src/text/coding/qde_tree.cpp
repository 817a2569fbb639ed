#include "text/coding/qde_tree.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "io/xml_events.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view schema_instance = "http://www.w3.org/2001/XMLSchema-instance|";
constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace|";

/// The name with its usual prefix; expat gives namespace|name.
std::string prefixed_name(std::string_view name) {
    if (name.starts_with(schema_instance)) return "xsi:" + std::string(name.substr(schema_instance.size()));
    if (name.starts_with(xml_namespace)) return "xml:" + std::string(name.substr(xml_namespace.size()));
    return std::string(name.substr(name.rfind('|') + 1));
}

void escape_into(std::string& out, std::string_view text, bool attribute) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '\r': out += "&#13;"; break;  // else a reader makes a line feed of it
            case '"': out += attribute ? "&quot;" : "\""; break;
            case '\n': out += attribute ? "&#10;" : "\n"; break;
            case '\t': out += attribute ? "&#9;" : "\t"; break;
            default: out += c;
        }
    }
}

void open_tag(std::string& out, const QdeElement& element, bool root) {
    out += '<' + element.name;
    if (root) out += " xmlns=\"urn:QDA-XML:project:1.0\"";
    const bool instance = root && std::ranges::any_of(element.attributes, [](const auto& attribute) {
                              return attribute.first.starts_with("xsi:");
                          });
    if (instance) out += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    for (const auto& [name, value] : element.attributes) {
        out += ' ' + name + "=\"";
        escape_into(out, value, true);
        out += '"';
    }
}

bool is_bare_leaf(const QdeElement& element) {
    return element.children.empty() && element.text.empty();
}

void write_element(std::string& out, const QdeElement& element, std::size_t depth, bool root) {
    const std::string indent(depth, ' ');
    if (depth > 0) out += indent;
    open_tag(out, element, root);
    if (is_bare_leaf(element)) {
        out += "/>\n";
        return;
    }
    out += '>';
    if (element.children.empty()) {
        escape_into(out, element.text, false);
    } else if (!root && element.children.size() == 1 && is_bare_leaf(element.children[0]) && element.name == "Coding") {
        open_tag(out, element.children[0], false);
        out += "/>";
    } else {
        out += '\n';
        for (const QdeElement& child : element.children) write_element(out, child, depth + 1, false);
        out += indent;
    }
    out += "</" + element.name + ">\n";
}

}  // namespace

std::string QdeElement::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

void QdeElement::set_attribute(std::string_view wanted, const std::string& value) {
    for (auto& [key, old] : attributes) {
        if (key != wanted) continue;
        old = value;
        return;
    }
    attributes.emplace_back(wanted, value);
}

const QdeElement* QdeElement::child(std::string_view wanted) const {
    const auto found = std::ranges::find(children, wanted, &QdeElement::name);
    return found == children.end() ? nullptr : &*found;
}

QdeElement* QdeElement::child(std::string_view wanted) {
    const auto found = std::ranges::find(children, wanted, &QdeElement::name);
    return found == children.end() ? nullptr : &*found;
}

QdeElement& QdeElement::child_in_order(std::string_view wanted, std::string_view order) {
    if (QdeElement* const there = child(wanted)) return *there;
    const std::vector<std::string> names = split(order, ' ');
    const auto rank = [&](const std::string& one) { return std::ranges::find(names, one) - names.begin(); };
    const auto own = rank(std::string(wanted));
    const auto behind = std::ranges::find_if(children, [&](const QdeElement& one) { return rank(one.name) > own; });
    return *children.insert(behind, QdeElement{std::string(wanted)});
}

QdeElement read_qde(std::string_view xml, const std::string& path) {
    QdeElement top;
    std::vector<QdeElement*> open = {&top};
    XmlParser* place = nullptr;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& attributes) {
        const auto [line, character] = place->place();
        if (open.size() > most_qde_depth)
            throw InputError({path, line, character,
                              "elements stand more than " + std::to_string(most_qde_depth) + " deep in one another",
                              "this is no project of coded texts"});
        QdeElement element{std::string(name)};
        element.line = line;
        for (const char* const* pair = attributes.pairs(); *pair != nullptr; pair += 2)
            element.attributes.emplace_back(prefixed_name(pair[0]), pair[1]);
        open.back()->text.clear();
        // Children of an open element are never moved while it is open: only its last child is open.
        open.back()->children.push_back(std::move(element));
        open.push_back(&open.back()->children.back());
    };
    events.text = [&](std::string_view text) {
        if (open.back()->children.empty()) open.back()->text += text;
    };
    events.end = [&](std::string_view) {
        const bool blank = open.back()->text.find_first_not_of(" \t\r\n") == std::string::npos;
        // Text of nothing but blanks is layout, unless the element is there for its text.
        if (blank && open.back()->name != "PlainTextContent" && open.back()->name != "Description")
            open.back()->text.clear();
        open.pop_back();
    };
    XmlParser parser(std::move(events));
    place = &parser;
    if (const auto wrong = parser.feed(xml, true)) {
        const auto [line, character] = parser.place();
        throw InputError({path, line, character, "project.qde cannot be read: " + *wrong,
                          "export the project anew from the program that wrote it"});
    }
    if (top.children.size() != 1 || top.children[0].name != "Project")
        throw InputError({path, 1, 0, "the root of project.qde is not Project", "this is no REFI-QDA project"});
    return std::move(top.children[0]);
}

std::string write_qde(const QdeElement& project) {
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    write_element(out, project, 0, true);
    return out;
}

}  // namespace tarazy
