#include "network/graph_files/pajek_words.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 17> vertex_words = {"x_fact", "y_fact", "s_size", "phi",   "r",  "q",
                                                           "ic",     "bc",     "bw",     "lc",    "la", "lr",
                                                           "lphi",   "fos",    "font",   "hooks", "url"};
constexpr std::array<std::string_view, 19> line_words = {
    "w", "c", "p", "s", "a", "ap", "lp", "lr", "lphi", "lc", "la", "fos", "font", "h1", "h2", "a1", "k1", "a2", "k2"};
constexpr std::array<std::string_view, 8> shapes = {"ellipse", "box",   "diamond", "triangle",
                                                    "cross",   "empty", "house",   "man"};

template <typename Words>
bool among(const Words& words, std::string_view name) {
    return std::ranges::find(words, name) != words.end();
}

}  // namespace

bool pajek_vertex_word(std::string_view name) {
    return among(vertex_words, name);
}

bool pajek_line_word(std::string_view name) {
    return among(line_words, name);
}

bool pajek_shape(std::string_view word) {
    return among(shapes, word);
}

std::optional<std::vector<GraphSpell>> pajek_times(std::string_view text) {
    if (text.size() < 3 || text.front() != '[' || text.back() != ']') return std::nullopt;
    std::vector<GraphSpell> spells;
    for (const std::string& item : listed(text.substr(1, text.size() - 2), ',')) {
        const std::vector<std::string> ends = split(item, '-');
        if (ends.size() > 2) return std::nullopt;
        GraphSpell spell{ends.front(), ends.back()};
        if (spell.end == "*") spell.end.clear();
        for (const std::string* end : {&spell.start, &spell.end}) {
            if (!end->empty() && (!parse_integer(*end) || end->front() == '+')) return std::nullopt;
        }
        if (spell.start.empty()) return std::nullopt;
        spells.push_back(std::move(spell));
    }
    return spells;
}

std::optional<std::string> pajek_times_text(const std::vector<GraphSpell>& spells) {
    std::string text;
    for (const GraphSpell& spell : spells) {
        for (const std::string* end : {&spell.start, &spell.end}) {
            if (!end->empty() && (!parse_integer(*end) || end->front() == '-' || end->front() == '+'))
                return std::nullopt;
        }
        if (spell.start.empty()) return std::nullopt;
        add_item(text,
                 spell.start == spell.end ? spell.start : spell.start + "-" + (spell.end.empty() ? "*" : spell.end),
                 ",");
    }
    return "[" + text + "]";
}

}  // namespace tarazy
