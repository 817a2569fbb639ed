#include "network/measures/tie_lists.hpp"

#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace tie_lists_test {

using measure_cases::network_text;

TEST(TieLists, UndirectedTiesStandAtBothNodes) {
    const TieLists lists = leaving_ties(network_text("a,b,2\nb,c,3\n", "a\nb\nc\nd\n", {.weighted = true}));
    ASSERT_EQ(lists.size(), 4u);
    EXPECT_EQ(lists.ends(), 4u);
    ASSERT_EQ(lists[1].size(), 2u);
    EXPECT_EQ(lists[1][0].node, 0u);
    EXPECT_EQ(lists[1][1].node, 2u);
    EXPECT_EQ(lists.strength(1), 5);
    EXPECT_TRUE(lists[3].empty());
}

TEST(TieLists, DirectionsAreKeptOrAddedUp) {
    const Network network = network_text("a,b,2\nb,a,3\nc,a,1\n", "", {.directed = true, .weighted = true});
    EXPECT_EQ(leaving_ties(network).strength(0), 2);
    EXPECT_EQ(arriving_ties(network).strength(0), 4);
    const TieLists contacts = contact_ties(network);
    ASSERT_EQ(contacts[0].size(), 2u);
    EXPECT_EQ(contacts[0][0].weight, 5);
    EXPECT_EQ(contacts[0][1].weight, 1);
}

TEST(TieLists, AContactOfAnUndirectedNetworkCountsTwice) {
    EXPECT_EQ(contact_ties(network_text("a,b\n"))[0][0].weight, 2);
}

}  // namespace tie_lists_test
}  // namespace tarazy
