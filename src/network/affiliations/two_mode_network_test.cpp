#include "network/affiliations/two_mode_network.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace two_mode_network_test {

TEST(TwoModeNetwork, IsTheSameWhateverTheOrderOfRowsAndColumns) {
    const TwoModeNetwork one = read_incidence(read_csv("row,X,Y\nb,1,0\na,1,1\n", "i.csv"));
    const TwoModeNetwork other = read_incidence(read_csv("row,Y,X\na,1,1\nb,0,1\n", "i.csv"));
    EXPECT_EQ(one.actors, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(one.institutions, other.institutions);
    EXPECT_EQ(one.ties, other.ties);
    EXPECT_EQ(count_shared_bits(one.ties.row(0), one.ties.row(1)), 1U);
    EXPECT_EQ(count_bits(transposed(one.ties).row(0)), 2U);
}

TEST(TwoModeNetwork, ACodeOfMissingIsNeverACount) {
    try {
        (void)read_incidence(read_csv("row,X,Y\nb,1,-9\na,,1\nb,0,0\n", "i.csv"));
        FAIL();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("i.csv:2:3: the cell is '-9', neither 0 nor 1"), std::string::npos) << what;
        EXPECT_NE(what.find("i.csv:3:2: the cell is empty"), std::string::npos) << what;
        EXPECT_NE(what.find("i.csv:4:1: 'b' stands twice"), std::string::npos) << what;
    }
}

TEST(TwoModeNetwork, TiesByNameKeepNodesWithoutAny) {
    const TwoModeNetwork network = two_mode_network({{"b", "Y"}, {"a", "X"}, {"b", "Y"}}, {"c"}, {"Z"});
    EXPECT_EQ(network.actors, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(network.ties(1, 1) && network.ties(0, 0));
    EXPECT_EQ(count_bits(network.ties.row(2)), 0U);
    EXPECT_EQ(network.institutions.size(), 3U);
}

}  // namespace two_mode_network_test
}  // namespace tarazy
