#include "network/brokerage/brokerage_tables.hpp"

#include "io/read_table.hpp"
#include "stats/normal.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace brokerage_tables_test {

TEST(BrokerageTables, KarateClosedFormAsSna) {
    const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";
    std::vector<std::string> warnings;
    const Table reference = read_table(testdata + "karate_club_brokerage.csv");
    Table list;
    list.add("node", reference["node"]);
    list.add("group", reference["group"]);
    const Network network = read_network(read_table(testdata + "karate_edges.csv"), &list, {}, warnings);
    const NodeGroups groups = read_groups(list, network.names);
    const auto counts = broker_role_counts(network, groups);
    const Table table = role_table(network.names, groups, counts,
                                   closed_form_standings(counts, groups, 2 * network.ties.size()), false);
    ASSERT_EQ(table.rows(), 34U * broker_roles);
    std::size_t undefined = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text_in(table, "role", row) != "coordinator" && text_in(table, "role", row) != "liaison") continue;
        const bool liaison = text_in(table, "role", row) == "liaison";
        std::size_t at = 0;
        while (text_in(reference, "node", at) != text_in(table, "node", row)) ++at;
        const auto z = number_in(table, "z", row);
        EXPECT_EQ(number_in(table, "halved", row), *number_in(table, "raw", row) / 2);
        if (liaison) {
            EXPECT_FALSE(z || number_in(table, "p", row)) << "two groups have no liaison";
            ++undefined;
            continue;
        }
        EXPECT_NEAR(*z, *number_in(reference, "z_coordinator_wI", at), 1e-9 * (1 + std::abs(*z)));
        EXPECT_DOUBLE_EQ(*number_in(table, "p", row), normal_cdf(-*z));
    }
    EXPECT_EQ(undefined, 34U);
}

TEST(BrokerageTables, BridgesLeadBackToInstitutions) {
    const TwoModeNetwork network =
        read_incidence(read_csv("row,X,Y,Z\nCHN,0,1,0\nFRA,1,1,0\nKAZ,1,1,1\nRUS,1,1,1\nUZB,1,0,1\n", "i.csv"));
    const Blocs blocs = read_blocs(read_csv("node,bloc\nRUS,east\nFRA,west\n", "b.csv"), network.actors);
    const ExclusiveBridges bridges = exclusive_bridges(network, blocs);
    const std::vector<NullStanding> none(bridges.weights.size());
    const Table table = bridge_table(network, blocs, bridges, none);
    ASSERT_EQ(table.rows(), 6U) << "three states outside the blocs, a pair and the sum each";
    EXPECT_EQ(text_in(table, "node", 2), "KAZ");
    EXPECT_EQ(text_in(table, "bloc_a", 2), "east");
    EXPECT_EQ(number_in(table, "raw", 2), 1.0);
    EXPECT_EQ(text_in(table, "through", 2), "X; Y");
    EXPECT_EQ(text_in(table, "bloc_a", 3), "");
    EXPECT_FALSE(number_in(table, "z", 3));
}

TEST(BrokerageTables, MeasuresOfAnIsolateAreMissingWhereUndefined) {
    const Network network{{"a", "b"}, false, false, false, {}};
    const NodeGroups groups{{"x"}, {0, 0}};
    const Table table = broker_measure_table(network.names, groups, broker_measures(network, groups));
    EXPECT_EQ(number_in(table, "degree", 0), 0);
    EXPECT_FALSE(number_in(table, "participation", 0));
    EXPECT_FALSE(number_in(table, "cross_group_norm", 1));
}

}  // namespace brokerage_tables_test
}  // namespace tarazy
