#pragma once

#include "compare/sets/cases.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace tarazy {

/// An input or output of QCA 3.25.1, SetMethods 4.1 or cna 4.0.0 (testdata/README.md tells the calls). Those too large
/// to be part of the project lie in a folder beside it.
inline std::string peer_path(const std::string& name) {
    const std::string committed = std::string(TARAZY_SOURCE_DIR) + "/src/compare/testdata/" + name;
    return std::filesystem::exists(committed) ? committed
                                              : std::string(TARAZY_SHARED_DIR) + "/reference/compare/" + name;
}
inline bool have_peer_file(const std::string& name) {
    return std::filesystem::exists(peer_path(name));
}

inline std::string peer_text(const std::string& name) {
    std::ifstream in(peer_path(name));
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The peer's package stores some memberships under labels of the values 0, 1, 2.
inline Table peer_table(const std::string& name) {
    static const std::map<std::string, std::string> values = {
        {"Undeveloped", "0"},       {"Developed", "1"},    {"Highly developed", "2"}, {"Low urbanization", "0"},
        {"High urbanization", "1"}, {"Low literacy", "0"}, {"High literacy", "1"},    {"Not industrialized", "0"},
        {"Industrialized", "1"},    {"Unstable", "0"},     {"Stable", "1"},           {"Collapse", "0"},
        {"Survival", "1"},
    };
    const Table raw = read_table(peer_path(name));
    Table table;
    table.origin = raw.origin;
    for (std::size_t c = 0; c < raw.columns.size(); ++c) {
        std::vector<std::string> cells;
        for (std::size_t row = 0; row < raw.rows(); ++row) {
            const std::string text = raw.columns[c].display(row);
            cells.push_back(c > 0 && values.contains(text) ? values.at(text) : text);
        }
        table.add(raw.names[c], Column(std::span<const std::string>(cells)));
    }
    return table;
}

using ModelSet = std::set<std::set<std::string>>;

/// Models as sets of sets: the order of terms and models means nothing. `A[1]` reads `A{1}`.
template <typename Json>
ModelSet peer_models(const Json& models) {
    ModelSet result;
    for (const auto& model : models) {
        std::set<std::string> terms;
        for (std::string term : model) {
            for (char& letter : term) {
                if (letter == '[') letter = '{';
                if (letter == ']') letter = '}';
            }
            terms.insert(term);
        }
        result.insert(terms);
    }
    return result;
}

inline ModelSet our_models(const PropertySpace& space, const std::vector<std::vector<Literals>>& models) {
    ModelSet result;
    for (const auto& model : models) {
        std::set<std::string> terms;
        for (const Literals term : model) terms.insert(term_text(space, term));
        result.insert(terms);
    }
    return result;
}

}  // namespace tarazy
