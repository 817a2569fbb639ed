#include "trace/graph/dagitty_text.hpp"

#include "base/nearest_name.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "trace/chronology/chronology_links.hpp"
#include "trace/graph/dagitty_tokens.hpp"

#include <algorithm>
#include <tuple>

namespace tarazy {
namespace {

const std::vector<std::string> kinds_of_graph = {"dag", "digraph", "graph", "pdag", "cpdag", "mag", "pag"};

std::string lower_word(std::string word) {
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return word;
}

class DagittyReader {
public:
    DagittyReader(std::string_view text, const std::string& path) : tokens_(text, path) {}

    CausalGraphParts read() {
        head();
        while (tokens_.now().kind != DagittyTokenKind::close_brace) statement();
        tokens_.next();
        if (tokens_.now().kind != DagittyTokenKind::end)
            tokens_.fail("there is text behind the graph's closing brace", "one file holds one graph");
        refuse_circles();
        return std::move(parts_);
    }

private:
    struct Place {
        std::size_t line, column;
    };
    using Names = std::vector<std::string>;

    void head() {
        const DagittyToken kind = tokens_.now();
        if (kind.kind != DagittyTokenKind::name || kind.quoted)
            tokens_.fail("a graph begins with dag {", "write dag { x -> y }");
        const std::string word = lower_word(kind.text);
        if (word != "dag" && word != "digraph") {
            tokens_.fail("'" + shortened(kind.text) + "' is no kind of graph that can be read here",
                         "write dag { x -> y }; graphs with undirected or circle-ended edges are not supported");
        }
        tokens_.next();
        if (tokens_.now().kind == DagittyTokenKind::name) tokens_.next();  // the graph's own name
        if (tokens_.now().kind != DagittyTokenKind::open_brace)
            tokens_.fail("there is no { behind " + word, "write dag { x -> y }");
        tokens_.next();
    }

    void statement() {
        if (tokens_.now().kind == DagittyTokenKind::semicolon) return tokens_.next();
        if (tokens_.now().kind == DagittyTokenKind::end) tokens_.fail("the graph ends without }", "close it with }");
        Names left = operand();
        if (tokens_.now().kind == DagittyTokenKind::equals) {  // bb="..."
            tokens_.next();
            value();
            return;
        }
        for (const std::string& name : left) parts_.names.push_back(name);
        bool linked = false;
        while (tokens_.now().kind == DagittyTokenKind::edge) {
            const DagittyToken edge = tokens_.now();
            tokens_.next();
            const Names right = operand();
            for (const std::string& name : right) parts_.names.push_back(name);
            link(left, right, edge);
            left = right;
            linked = true;
        }
        if (tokens_.now().kind == DagittyTokenKind::open_bracket) attributes(linked ? Names{} : left, linked);
    }

    /// A name, or names in braces.
    Names operand() {
        if (tokens_.now().kind == DagittyTokenKind::name) {
            Names one = {tokens_.now().text};
            tokens_.next();
            return one;
        }
        if (tokens_.now().kind != DagittyTokenKind::open_brace)
            tokens_.fail("a name is expected here, not " + tokens_.shown(),
                         "put names with signs or blanks in them in double quotes");
        tokens_.next();
        Names group;
        while (tokens_.now().kind != DagittyTokenKind::close_brace) {
            const DagittyTokenKind kind = tokens_.now().kind;
            if (kind == DagittyTokenKind::name)
                group.push_back(tokens_.now().text);
            else if (kind != DagittyTokenKind::semicolon && kind != DagittyTokenKind::comma)
                tokens_.fail("a group holds names only, not " + tokens_.shown(), "write {a b} -> c");
            tokens_.next();
        }
        tokens_.next();
        return group;
    }

    void value() {
        if (tokens_.now().kind != DagittyTokenKind::name)
            tokens_.fail("a value is expected behind =, not " + tokens_.shown(), "write pos=\"0,1\"");
        tokens_.next();
    }

    void link(const Names& left, const Names& right, const DagittyToken& edge) {
        for (const std::string& a : left) {
            for (const std::string& b : right) {
                if (a == b)
                    tokens_.fail_at(edge.line, edge.column, "'" + shortened(a) + "' is linked to itself",
                                    "take the link out, or correct one of its ends");
                if (edge.text == "<->") {
                    parts_.arcs.emplace_back(a, b);
                } else {
                    parts_.arrows.emplace_back(edge.text == "->" ? a : b, edge.text == "->" ? b : a);
                    places_.push_back({edge.line, edge.column});
                }
            }
        }
    }

    /// `[exposure, pos="0,1"]` behind a node, `[beta=0.3]` behind an edge.
    void attributes(const Names& nodes, bool of_edge) {
        tokens_.next();
        while (tokens_.now().kind != DagittyTokenKind::close_bracket) {
            const DagittyToken word = tokens_.now();
            if (word.kind == DagittyTokenKind::comma || word.kind == DagittyTokenKind::semicolon) {
                tokens_.next();
                continue;
            }
            if (word.kind != DagittyTokenKind::name)
                tokens_.fail("a word is expected in the brackets, not " + tokens_.shown(),
                             "close the brackets with ]; write [exposure] or [pos=\"0,1\"]");
            tokens_.next();
            if (tokens_.now().kind == DagittyTokenKind::equals) {
                tokens_.next();
                value();
                continue;
            }
            role(nodes, word, of_edge);
        }
        tokens_.next();
    }

    void role(const Names& nodes, const DagittyToken& word, bool of_edge) {
        static const std::vector<std::string> known = {"exposure", "outcome", "adjusted", "latent", "unobserved"};
        if (of_edge)
            tokens_.fail_at(word.line, word.column, "'" + shortened(word.text) + "' stands behind a link, not a node",
                            "give roles in a statement of the node alone: x [exposure]");
        const std::string text = lower_word(word.text);
        std::vector<std::string>* chosen = nullptr;
        if (text == "exposure" || text == "e") chosen = &parts_.exposures;
        if (text == "outcome" || text == "o") chosen = &parts_.outcomes;
        if (text == "adjusted" || text == "a") chosen = &parts_.adjusted;
        if (text == "latent" || text == "l" || text == "unobserved" || text == "u") chosen = &parts_.latent;
        if (chosen == nullptr)
            tokens_.fail_at(word.line, word.column, "'" + shortened(word.text) + "' is no role of a node",
                            name_hint(text, known));
        chosen->insert(chosen->end(), nodes.begin(), nodes.end());
    }

    void refuse_circles() {
        std::vector<ChronologyLink> links(parts_.arrows.size());
        for (std::size_t i = 0; i < links.size(); ++i) std::tie(links[i].from, links[i].to) = parts_.arrows[i];
        Diagnostics diagnostics;
        for (const LinkCircle& circle : circles(links)) {
            diagnostics.add({tokens_.path(), places_[circle.link].line, places_[circle.link].column,
                             "links run in a circle: " + joined(circle.ids, " -> "),
                             "nothing leads back to itself; take out or turn round one of these links"});
        }
        diagnostics.throw_if_any();
    }

    DagittyTokens tokens_;
    CausalGraphParts parts_;
    std::vector<Place> places_;  // of the arrows
};

std::string dagitty_name(const std::string& name) {
    const bool plain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    if (plain) return name;
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

bool looks_like_dagitty(std::string_view text) noexcept {
    std::size_t at = past_dagitty_blanks(text, 0);
    const std::size_t start = at;
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'z') ++at;
    const std::string_view word = text.substr(start, at - start);
    const auto same = [word](std::string_view kind) {
        return std::ranges::equal(word, kind, [](char a, char b) { return (a | 0x20) == b; });
    };
    if (std::ranges::none_of(kinds_of_graph, same)) return false;
    at = past_dagitty_blanks(text, at);
    if (at < text.size() && text[at] == '{') return true;
    const std::size_t line = text.find_first_of("\r\n{", at);  // dag My_graph {
    return line != std::string_view::npos && text[line] == '{' && text.substr(at, line - at).find(',') == text.npos;
}

CausalGraphParts read_dagitty(std::string_view text, const std::string& path) {
    return DagittyReader(text, path).read();
}

std::string to_dagitty(const CausalGraph& graph) {
    struct Role {
        const char* word;
        std::vector<char> flags;
    };
    const std::vector<Role> roles = {{"exposure", flags_of(graph.size(), graph.exposures)},
                                     {"outcome", flags_of(graph.size(), graph.outcomes)},
                                     {"adjusted", flags_of(graph.size(), graph.adjusted)},
                                     {"latent", flags_of(graph.size(), graph.latent)}};
    std::string text = "dag {\n";
    for (GraphNode v = 0; v < graph.size(); ++v) {
        std::string words;
        for (const Role& role : roles)
            if (role.flags[v] != 0) add_item(words, role.word, ",");
        text += dagitty_name(graph.names[v]) + (words.empty() ? "" : " [" + words + "]") + "\n";
    }
    const auto add_links = [&](const std::vector<CausalGraphParts::NamedPair>& pairs, const char* edge) {
        for (const auto& [a, b] : pairs) text += dagitty_name(a) + edge + dagitty_name(b) + "\n";
    };
    const CausalGraphParts parts = parts_of(graph);
    add_links(parts.arrows, " -> ");
    add_links(parts.arcs, " <-> ");
    return text + "}\n";
}

}  // namespace tarazy
