#include "network/graph_files/graph_format.hpp"

#include "base/random.hpp"
#include "network/graph_files/graph_fault_test.hpp"
#include "network/graph_files/graph_samples_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tarazy {
namespace graph_format_test {

GraphFile through(const GraphFile& graph, GraphFormat format, std::vector<std::string>& warnings) {
    const std::string text = write_graph(graph, format, warnings);
    std::vector<std::string> reading;
    GraphFile again = read_graph(text, "again", format, reading);
    EXPECT_EQ(reading, std::vector<std::string>()) << text;
    return again;
}

/// Ties by names, whatever the order of nodes.
std::map<std::pair<std::string, std::string>, double> named_ties(const GraphFile& graph) {
    std::map<std::pair<std::string, std::string>, double> ties;
    for (const GraphTie& tie : graph.ties) {
        std::string from = graph.ids[tie.from], to = graph.ids[tie.to];
        if (!tie.directed && to < from) std::swap(from, to);
        ties[{from, to}] = tie.weight;
    }
    return ties;
}

constexpr GraphFormat plain_formats[] = {GraphFormat::graphml,   GraphFormat::gexf,      GraphFormat::pajek_net,
                                         GraphFormat::pajek_paj, GraphFormat::ucinet_dl, GraphFormat::edges_csv,
                                         GraphFormat::matrix_csv};

TEST(GraphFormat, RandomGraphsPassThroughEveryPairOfFormats) {
    std::uint64_t seed = 0;
    for (const GraphFormat first : plain_formats) {
        for (const GraphFormat second : plain_formats) {
            for (const bool directed : {false, true}) {
                for (const bool weighted : {false, true}) {
                    const GraphFile graph = sample_graph(++seed, {.directed = directed, .weighted = weighted});
                    std::vector<std::string> warnings;
                    const GraphFile again = through(through(graph, first, warnings), second, warnings);
                    EXPECT_EQ(warnings, std::vector<std::string>());
                    EXPECT_EQ(again.directed, directed) << seed;
                    EXPECT_EQ(again.ids.size(), graph.ids.size());
                    const auto before = named_ties(graph), after = named_ties(again);
                    ASSERT_EQ(after.size(), before.size())
                        << seed << graph_format_names()[static_cast<std::size_t>(first)]
                        << graph_format_names()[static_cast<std::size_t>(second)];
                    for (const auto& [ends, weight] : before) EXPECT_NEAR(after.at(ends), weight, 1e-12);
                }
            }
        }
    }
}

TEST(GraphFormat, TwoModesStay) {
    for (const GraphFormat format : {GraphFormat::graphml, GraphFormat::gexf, GraphFormat::pajek_net,
                                     GraphFormat::ucinet_dl, GraphFormat::matrix_csv}) {
        const GraphFile graph = sample_graph(7, {.two_modes = true});
        std::vector<std::string> warnings;
        const GraphFile again = through(graph, format, warnings);
        EXPECT_EQ(warnings, std::vector<std::string>());
        EXPECT_EQ(again.first_mode, graph.first_mode);
        EXPECT_EQ(again.ids, graph.ids);
        EXPECT_EQ(named_ties(again), named_ties(graph));
    }
}

TEST(GraphFormat, GraphmlAndGexfGiveEverythingBack) {
    for (const GraphFormat format : {GraphFormat::graphml, GraphFormat::gexf}) {
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            const GraphFile graph = sample_graph(seed, {.directed = seed % 2 == 0,
                                                        .weighted = seed % 3 == 0,
                                                        .two_modes = seed % 5 == 0,
                                                        .attributes = true,
                                                        .spells = true});
            std::vector<std::string> warnings;
            EXPECT_TRUE(through(graph, format, warnings) == graph) << write_graph(graph, format, warnings);
            EXPECT_EQ(warnings, std::vector<std::string>());
        }
    }
}

TEST(GraphFormat, WhatAFormatCannotHoldIsNamed) {
    const GraphFile graph = sample_graph(3, {.attributes = true, .spells = true});
    const auto told = [&](GraphFormat format) {
        std::vector<std::string> warnings;
        (void)write_graph(graph, format, warnings);
        std::string all;
        for (const std::string& warning : warnings) all += warning + "\n";
        return all;
    };
    for (const GraphFormat format : {GraphFormat::pajek_net, GraphFormat::ucinet_dl, GraphFormat::matrix_csv}) {
        const std::string all = told(format);
        for (const char* word : {"'size'", "'score'", "'kind'", "spells", "ids"})
            EXPECT_NE(all.find(word), std::string::npos) << word << "\n" << all;
    }
    EXPECT_NE(told(GraphFormat::edges_csv).find("'size'"), std::string::npos);
    EXPECT_EQ(told(GraphFormat::edges_csv).find("'kind'"), std::string::npos);
    EXPECT_NE(told(GraphFormat::pajek_clu).find("ties"), std::string::npos);
}

TEST(GraphFormat, NodesWithoutTiesAreMissedByEdgeListsOnlyAndTold) {
    GraphFile graph = sample_graph(3, {});
    graph.ids.push_back("alone");
    std::vector<std::string> warnings;
    (void)write_graph(graph, GraphFormat::edges_csv, warnings);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("alone"), std::string::npos);
    for (const GraphFormat format : plain_formats) {
        if (format == GraphFormat::edges_csv) continue;
        warnings.clear();
        EXPECT_EQ(through(graph, format, warnings).ids, graph.ids);
    }
}

TEST(GraphFormat, MutatedBytesAreReadOrRefusedWithAPlace) {
    std::vector<std::string> warnings;
    std::uint64_t seed = 0;
    for (const GraphFormat format : {GraphFormat::graphml, GraphFormat::gexf, GraphFormat::pajek_net,
                                     GraphFormat::pajek_paj, GraphFormat::pajek_clu, GraphFormat::ucinet_dl}) {
        const GraphFile graph = sample_graph(
            5, {.directed = true, .weighted = true, .attributes = format != GraphFormat::ucinet_dl, .spells = true});
        const std::string text = write_graph(graph, format, warnings);
        for (int round = 0; round < 400; ++round) {
            Random random(++seed, "mutations of graph files", 0);
            std::string bytes = text;
            for (std::uint64_t change = 0; change <= random.below(4); ++change) {
                const std::size_t at = random.below(bytes.size());
                switch (random.below(4)) {
                    case 0: bytes[at] = static_cast<char>(random.below(256)); break;
                    case 1: bytes.erase(at, 1 + random.below(10)); break;
                    case 2: bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(30))); break;
                    default: bytes[at] = "0123456789*-\"<>"[random.below(15)];
                }
                if (bytes.empty()) bytes = "x";
            }
            const auto fault = graph_fault(bytes, format);
            EXPECT_FALSE(fault) << *fault << "\n" << bytes;
        }
    }
}

TEST(GraphFormat, FormatsAreKnownByTheirEnding) {
    EXPECT_EQ(graph_format_of_path("a.GraphML"), GraphFormat::graphml);
    EXPECT_EQ(graph_format_of_path("b.c.dl"), GraphFormat::ucinet_dl);
    EXPECT_FALSE(graph_format_of_path("a.csv"));
    EXPECT_FALSE(graph_format_of_path("edges"));
    EXPECT_THROW((void)graph_format_named("graphm"), UsageError);
}

}  // namespace graph_format_test
}  // namespace tarazy
