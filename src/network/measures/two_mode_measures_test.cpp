#include "network/measures/two_mode_measures.hpp"

#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace two_mode_measures_test {

TwoModeNetwork davis() {
    return read_incidence(read_table(measure_cases::data + "davis_incidence.csv"));
}

TEST(TwoModeMeasures, ThoseOfIgraphForTheSouthernWomen) {
    EXPECT_EQ(measure_cases::expect_reference(two_mode_measures_table(two_mode_measures(davis())),
                                              measure_cases::data + "davis_twomode_node_measures.csv"),
              9u);
}

TEST(TwoModeMeasures, SharesOfWhatTheModeAllows) {
    const TwoModeNetwork women = davis();
    const TwoModeMeasures measures = two_mode_measures(women);
    ASSERT_EQ(measures.nodes.size(), 32u);
    for (std::size_t v = 0; v < 32; ++v) {
        const TwoModeCentrality& of = measures.nodes[v];
        const NodeMeasures& one = measures.one_mode.nodes[v];
        const double own = of.institution ? 14 : 18, other = of.institution ? 18 : 14;
        EXPECT_DOUBLE_EQ(*of.degree, static_cast<double>(one.degree) / other);
        EXPECT_DOUBLE_EQ(*of.closeness, (other + 2 * (own - 1)) * *one.leaving.reachable);
    }
}

/// The network in which one node of its mode is as central as can be: it has all nodes of the other mode, and those
/// have the rest of its mode between them as evenly as possible.
TwoModeNetwork most_central(std::size_t own, std::size_t other) {
    std::vector<std::pair<std::string, std::string>> ties;
    for (std::size_t j = 0; j < other; ++j) ties.emplace_back("a0", "e" + std::to_string(j));
    for (std::size_t i = 1; i < own; ++i)
        ties.emplace_back("a" + std::to_string(i), "e" + std::to_string((i - 1) % other));
    return two_mode_network(ties);
}

TEST(TwoModeMeasures, TheLargestBetweennessIsReachedByTheMostCentralNode) {
    for (std::size_t own = 1; own <= 9; ++own) {
        for (std::size_t other = 1; other <= 6; ++other) {
            const TwoModeMeasures measures = two_mode_measures(most_central(own, other));
            EXPECT_NEAR(measures.one_mode.nodes[0].betweenness, largest_two_mode_betweenness(own, other), 1e-9)
                << own << " and " << other;
            EXPECT_EQ(measures.nodes[0].degree, 1.0);
            EXPECT_NEAR(*measures.nodes[0].closeness, 1, 1e-12);
        }
    }
}

TEST(TwoModeMeasures, ANameMayStandInBothModes) {
    const TwoModeMeasures measures = two_mode_measures(two_mode_network({{"a", "a"}, {"b", "a"}}));
    const Table table = two_mode_measures_table(measures);
    EXPECT_EQ(require_texts(table, "node"), (std::vector<std::string>{"a", "b", "a"}));
    EXPECT_EQ(require_texts(table, "mode"), (std::vector<std::string>{"actor", "actor", "institution"}));
    EXPECT_EQ(measures.one_mode.nodes[2].degree, 2u);
}

TEST(TwoModeMeasures, OfSeveralComponentsClosenessIsMissing) {
    const TwoModeMeasures measures = two_mode_measures(two_mode_network({{"a", "x"}, {"b", "y"}}, {"c"}));
    for (const TwoModeCentrality& of : measures.nodes) EXPECT_FALSE(of.closeness);
    EXPECT_EQ(measures.nodes[2].degree, 0.0);
}

}  // namespace two_mode_measures_test
}  // namespace tarazy
