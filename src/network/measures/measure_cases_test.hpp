#pragma once

// For tests of measures: networks from files, random ones, and comparison with reference files.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "network/graphs/network.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tarazy::measure_cases {

inline const std::string data = TARAZY_SOURCE_DIR "/src/network/testdata/";

/// NAME_edges.csv with the nodes of NAME_nodelist.csv.
inline Network network_file(const std::string& name, const NetworkReading& reading = {}) {
    std::vector<std::string> warnings;
    const Table nodes = read_table(data + name + "_nodelist.csv");
    return read_network(read_table(data + name + "_edges.csv"), &nodes, reading, warnings);
}

inline Network network_text(const std::string& edges, const std::string& nodes = "",
                            const NetworkReading& reading = {}) {
    std::vector<std::string> warnings;
    const Table list = nodes.empty() ? Table() : read_csv("node\n" + nodes, "nodes.csv");
    return read_network(read_csv((reading.weighted ? "from,to,weight\n" : "from,to\n") + edges, "edges.csv"),
                        nodes.empty() ? nullptr : &list, reading, warnings);
}

/// The projection on actors of a two-mode network, weighted by `count`.
inline Network projection_file(const std::string& path) {
    const Table pairs = read_table(path);
    const std::vector<std::string> a = require_texts(pairs, "a"), b = require_texts(pairs, "b");
    const std::vector<double> count = require_reals(pairs, "count");
    std::set<std::string> names(a.begin(), a.end());
    names.insert(b.begin(), b.end());
    Network network;
    network.weighted = true;
    network.names.assign(names.begin(), names.end());
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> ties;
    for (std::size_t row = 0; row < a.size(); ++row) {
        std::uint32_t from = *network.find(a[row]), to = *network.find(b[row]);
        if (from > to) std::swap(from, to);
        if (count[row] > 0) ties[{from, to}] = count[row];
    }
    for (const auto& [ends, weight] : ties) network.ties.push_back({ends.first, ends.second, weight, 1});
    return network;
}

/// Weights are whole numbers from 1 to 4, so that many paths are equally long.
inline Network random_network(std::size_t nodes, double density, bool directed, bool weighted, std::uint64_t seed) {
    Network network;
    network.directed = directed;
    network.weighted = weighted;
    Random random(seed, "network of a test", 0);
    for (std::size_t node = 0; node < nodes; ++node)
        network.names.push_back(std::string(1, static_cast<char>('a' + node / 26)) +
                                static_cast<char>('a' + node % 26));
    for (std::uint32_t from = 0; from < nodes; ++from) {
        for (std::uint32_t to = directed ? 0 : from + 1; to < nodes; ++to) {
            if (from != to && random.uniform() < density)
                network.ties.push_back({from, to, weighted ? 1.0 + static_cast<double>(random.below(4)) : 1.0, 1});
        }
    }
    return network;
}

inline void expect_near_or_missing(const Table& ours, std::size_t row, const std::string& column, double expected,
                                   double tolerance, const std::string& where) {
    const auto found = ours[column].real(row);
    if (std::isnan(expected)) {
        EXPECT_FALSE(found) << where;
    } else {
        ASSERT_TRUE(found) << where;
        EXPECT_NEAR(*found, expected, tolerance * std::max(1.0, std::abs(expected))) << where;
    }
}

/// Every column of numbers that both tables have, by the names of nodes. @returns how many columns they share
inline std::size_t expect_reference(const Table& ours, const std::string& path) {
    ReadOptions options;
    const Table reference = read_table(path, options);
    const std::vector<std::string> nodes = require_texts(ours, "node"), names = require_texts(reference, "node");
    EXPECT_EQ(nodes.size(), names.size());
    std::map<std::string, std::size_t> row_of_node;
    for (std::size_t row = 0; row < nodes.size(); ++row) row_of_node[nodes[row]] = row;
    std::size_t shared = 0;
    for (std::string column : reference.names) {
        const std::vector<std::string> texts = require_texts(reference, column);
        if (column == "indegree" || column == "outdegree") column.insert(column.size() - 6, "_");
        if (column == "node" || column == "mode" || !ours.find(column)) continue;
        ++shared;
        const double tolerance = column == "eigenvector" || column == "pagerank085" ? 1e-7 : 1e-9;
        for (std::size_t row = 0; row < names.size(); ++row) {
            const std::string& text = texts[row];
            const double expected =
                text.empty() || text.find("NaN") != std::string::npos ? std::nan("") : std::stod(text);
            if (!row_of_node.contains(names[row])) {
                ADD_FAILURE() << names[row];
                continue;
            }
            expect_near_or_missing(ours, row_of_node[names[row]], column, expected, tolerance,
                                   path + ' ' + column + ' ' + names[row]);
        }
    }
    return shared;
}

}  // namespace tarazy::measure_cases
