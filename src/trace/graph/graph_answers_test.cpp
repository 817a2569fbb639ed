#include "trace/graph/graph_answers.hpp"

#include "base/work_test.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_answers_test {

using namespace brute_force;

ChronologyLink link_of(const std::string& from, const std::string& to, const std::string& basis) {
    ChronologyLink link;
    link.from = from;
    link.to = to;
    link.type = "causes";
    link.basis = basis;
    return link;
}

TEST(GraphAnswers, EveryQuestionIsAnsweredOnce) {
    const std::vector<ChronologyLink> links = {link_of("x", "m", "literature"), link_of("m", "y", "literature"),
                                               link_of("c", "x", "literature"), link_of("c", "y", "proposed")};
    CausalGraph graph = causal_graph(graph_parts(links, {}));
    graph = with_roles(graph, nodes_of(graph, {"x"}), nodes_of(graph, {"y"}));
    GraphQuestions questions;
    questions.separated = {{*graph.find("c"), *graph.find("m"), *graph.find("x")}};
    const GraphAnswers answers = graph_answers(graph, questions);
    EXPECT_TRUE(answers.limits.empty());
    EXPECT_EQ(answers.adjustment->sets.sets, (std::vector<Nodes>{nodes_of(graph, {"c"})}));
    EXPECT_EQ(answers.front_door->sets.sets, (std::vector<Nodes>{nodes_of(graph, {"m"})}));
    ASSERT_EQ(answers.paths.size(), 1u);
    EXPECT_EQ(answers.paths[0].n_causal, 1u);
    ASSERT_EQ(answers.separated.size(), 1u);
    EXPECT_TRUE(answers.separated[0].separated);
    const LinksByEnds by_ends(links);
    const CausalPath& causal = answers.paths[0].causal.paths.at(0);
    const CausalPath& back = answers.paths[0].back_door.paths.at(0);
    EXPECT_EQ(path_text(graph, back), "x <- c -> y");
    EXPECT_EQ(basis_of_path(links_of_path(graph, causal, by_ends)), "literature");
    EXPECT_EQ(basis_of_path(links_of_path(graph, back, by_ends)), "proposed");
    EXPECT_EQ(basis_of_path(links_of_path(graph, back, LinksByEnds({}))), "");
    const Table table = answers_table(graph, answers, by_ends);
    EXPECT_EQ(table.names, (std::vector<std::string>{"kind", "x", "y", "set", "answer", "basis", "path"}));
    EXPECT_EQ(table.rows(), 7u) << "a set of each kind, two paths, one answer, c and m given x, m's confounder given";
}

TEST(GraphAnswers, ListsThatAreCutShortAreTold) {
    CausalGraphParts parts;
    for (int i = 0; i < 12; ++i) {
        const std::string a = "a" + std::to_string(i), b = "b" + std::to_string(i);
        parts.arrows.insert(parts.arrows.end(), {{a, "x"}, {a, b}, {b, "y"}});
    }
    parts.arrows.emplace_back("x", "y");
    parts.exposures = {"x"};
    parts.outcomes = {"y"};
    GraphQuestions questions;
    questions.most = 5;
    const GraphAnswers answers = graph_answers(causal_graph(parts), questions);
    EXPECT_EQ(answers.adjustment->sets.sets.size(), 5u);
    const std::string limits = [&] {
        std::string all;
        for (const std::string& one : answers.limits) all += one + "\n";
        return all;
    }();
    for (const char* part : {"adjustment sets: the search stopped", "adjustment sets: the smallest 5 of 50 found",
                             "back-door paths from x to y: the shortest 5", "implied independencies: 5 pairs of 288"})
        EXPECT_NE(limits.find(part), std::string::npos) << part << "\n" << limits;
}

TEST(GraphAnswers, WhatIsEasilyMisreadIsSaid) {
    const auto notes = [](const std::string& text) {
        std::string all;
        for (const std::string& one : graph_answers(graph_of(text), {}).notes) all += one + "\n";
        return all;
    };
    EXPECT_NE(notes("dag { x [exposure] y [outcome] x -> y }").find("nothing need be adjusted for"), std::string::npos);
    EXPECT_NE(notes("dag { x [exposure] y [outcome] x -> y x <-> y }").find("no admissible adjustment set"),
              std::string::npos);
    EXPECT_NE(notes("dag { x [exposure] y [outcome] y -> x }").find("there is no effect"), std::string::npos);
    EXPECT_NE(notes("dag { x [e] z [e] y [o] x -> y z -> y }").find("one exposure and one outcome"), std::string::npos);
    EXPECT_EQ(notes("dag { x -> y }"), "");
    EXPECT_THROW((void)graph_answers(graph_of("dag { x [e,o] }"), {}), InputError);
}

TEST(GraphAnswers, AStopIsHeeded) {
    CausalGraphParts parts;
    for (int i = 0; i < 40; ++i) parts.arrows.emplace_back("n" + std::to_string(i), "m" + std::to_string(i));
    const CausalGraph graph = causal_graph(parts);
    expect_stoppable([&](const Work& work) {
        GraphQuestions questions;
        questions.most = 10'000;
        questions.work = work;
        (void)graph_answers(graph, questions);
    });
}

}  // namespace graph_answers_test
}  // namespace tarazy
