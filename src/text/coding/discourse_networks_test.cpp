#include "text/coding/discourse_networks.hpp"

#include "base/work_test.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy::discourse_networks_test {
namespace {

DiscourseStatement said(int year, const std::string& actor, const std::string& topic, bool agrees) {
    return {1, std::to_string(year) + "-05-01", "", "", actor, topic, agrees};
}

const std::vector<DiscourseStatement> debate = {said(1992, "A", "arms", true),   said(1992, "A", "arms", true),
                                                said(1992, "B", "arms", true),   said(1992, "C", "arms", false),
                                                said(1993, "A", "trade", true),  said(1993, "C", "trade", true),
                                                said(1993, "D", "trade", false), said(1994, "D", "trade", false)};

TEST(DiscourseNetworks, TwoModes) {
    EXPECT_EQ(to_csv(actor_concept_table(debate, {.repeats_count = true})),
              "from,to,weight,agree,disagree\nA,arms,2,2,0\nA,trade,1,1,0\nB,arms,1,1,0\nC,arms,1,0,1\nC,trade,1,1,"
              "0\nD,trade,2,0,2\n");
}

TEST(DiscourseNetworks, AgreementConflictAndTheirDifference) {
    const DiscourseOptions plain{.by_activity = false};
    EXPECT_EQ(to_csv(actor_network_table(debate, DiscourseTie::agreement, plain)),
              "from,to,weight,sign,agreement,conflict\nA,B,1,1,1,0\nA,C,1,1,1,1\n");
    EXPECT_EQ(to_csv(actor_network_table(debate, DiscourseTie::conflict, plain)),
              "from,to,weight,sign,agreement,conflict\nA,C,1,-1,1,1\nA,D,1,-1,0,1\nB,C,1,-1,0,1\nC,D,1,-1,0,1\n");
    EXPECT_EQ(to_csv(actor_network_table(debate, DiscourseTie::subtract, plain)),
              "from,to,weight,sign,agreement,conflict\nA,B,1,1,1,0\nA,D,1,-1,0,1\nB,C,1,-1,0,1\nC,D,1,-1,0,1\n");
    const Table counted =
        actor_network_table(debate, DiscourseTie::agreement, {.repeats_count = true, .by_activity = true});
    EXPECT_NEAR(*number_in(counted, "weight", 0), 2 / 1.5, 1e-12) << "two statements of A; concepts 2 and 1";
}

TEST(DiscourseNetworks, PolarisationFindsTwoCamps) {
    std::vector<DiscourseStatement> statements;
    for (const char* actor : {"A", "B", "C", "X", "Y", "Z"})
        for (const char* topic : {"arms", "trade"}) statements.push_back(said(1992, actor, topic, actor[0] < 'M'));
    const Table table = polarisation_table(statements, 1, {}, 1, {});
    EXPECT_EQ(table.rows(), 1u);
    EXPECT_NEAR(*number_in(table, "modularity", 0), 0.5, 1e-12);
    EXPECT_NEAR(*number_in(table, "conflict_share", 0), 9.0 / 15, 1e-12);
    EXPECT_EQ(text_in(table, "camp_1", 0), "A; B; C");
    EXPECT_EQ(number_in(table, "exact", 0), 1);
    for (int k = 0; k < 14; ++k) statements.push_back(said(1992, "N" + std::to_string(k), "arms", k % 2 == 0));
    const Table many = polarisation_table(statements, 1, {}, 1, {});
    EXPECT_EQ(number_in(many, "exact", 0), 0);
    EXPECT_GT(*number_in(many, "modularity", 0), 0.3);
}

TEST(DiscourseNetworks, WindowsMoveByYears) {
    const Table table = polarisation_table(debate, 2, {}, 1, {});
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(number_in(table, "to_year", 0), 1993);
    EXPECT_EQ(number_in(table, "statements", 1), 4);
    EXPECT_EQ(polarisation_table({}, 2, {}, 1, {}).rows(), 0u);
    expect_stoppable([&](const Work& work) { (void)polarisation_table(debate, 1, {}, 1, work); });
}

}  // namespace
}  // namespace tarazy::discourse_networks_test
