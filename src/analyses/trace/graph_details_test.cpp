#include "analyses/trace/graph_details.hpp"

#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_details_test {

/// So many floors of two events each, each linked to both of the next: 2^floors paths from `x` to `y`.
Chronology tower_of_events(int floors) {
    Chronology chronology;
    const auto add = [&](const std::string& id) {
        chronology.events.emplace_back();
        chronology.events.back().id = id;
        chronology.events.back().title = "Title of " + id;
    };
    const auto link = [&](const std::string& from, const std::string& to) {
        chronology.links.push_back({from, to, "causes", from < to ? "proposed" : "literature", ""});
    };
    add("x");
    std::vector<std::string> below = {"x"};
    for (int i = 0; i < floors; ++i) {
        const std::vector<std::string> floor = {"a" + std::to_string(100 + i), "b" + std::to_string(100 + i)};
        for (const std::string& to : floor) {
            add(to);
            for (const std::string& from : below) link(from, to);
        }
        below = floor;
    }
    add("y");
    for (const std::string& from : below) link(from, "y");
    return chronology;
}

TEST(GraphDetails, PathsCarryTheBasisOfEveryLink) {
    const Chronology chronology = tower_of_events(1);
    const auto tables = graph_details(chronology, chronology_graph(chronology), {{"x"}, {"y"}, false}, {});
    const Table& paths = *find_table(tables, "paths");
    ASSERT_EQ(paths.rows(), 2u);
    EXPECT_EQ(paths["events"].list(0), (std::vector<std::string>{"x", "a100", "y"}));
    EXPECT_EQ(paths["bases"].list(0), (std::vector<std::string>{"literature", "proposed"}));
    EXPECT_EQ(paths["basis"].text(0), "proposed");
    const Table& links = *find_table(tables, "each_link");
    EXPECT_EQ(links.rows(), 4u);
    EXPECT_EQ(find_table(tables, "notes"), nullptr);
}

TEST(GraphDetails, APictureThatCannotHoldEverythingSaysSo) {
    const Chronology chronology = tower_of_events(30);
    const auto tables = graph_details(chronology, chronology_graph(chronology), {{"x"}, {"y"}, false}, {});
    EXPECT_EQ(find_table(tables, "paths")->rows(), most_listed_paths);
    const Table& events = *find_table(tables, "events");
    std::int64_t drawn = 0;
    for (std::size_t row = 0; row < events.rows(); ++row) drawn += *events["drawn"].integer(row);
    EXPECT_LE(drawn, static_cast<std::int64_t>(most_drawn_events));
    EXPECT_GT(drawn, 30);
    std::string notes;
    for (const std::string& note : notes_in(tables)) notes += note + '\n';
    EXPECT_NE(notes.find("causal paths from x to y: the shortest 100 are listed"), std::string::npos) << notes;
    EXPECT_NE(notes.find("of the 62 events on these ways"), std::string::npos) << notes;
}

TEST(GraphDetails, WithoutAPathNothingIsDrawn) {
    const Chronology chronology = tower_of_events(1);
    const auto tables = graph_details(chronology, chronology_graph(chronology), {{"y"}, {"x"}, false}, {});
    EXPECT_EQ(find_table(tables, "paths")->rows(), 0u);
    EXPECT_EQ(find_table(tables, "each_link")->rows(), 0u);
}

}  // namespace graph_details_test
}  // namespace tarazy
