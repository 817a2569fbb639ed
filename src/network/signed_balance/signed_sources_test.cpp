#include "network/signed_balance/signed_sources.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace signed_sources_test {

SignedSources sources_of(MixedTies mixed, const std::string& positive = "from,to\nb,a\nb,c\n") {
    std::vector<std::string> warnings;
    return signed_network(read_csv(positive, "p.csv"), read_csv("from,to\na,b\nc,d\n", "n.csv"), nullptr, {}, mixed,
                          warnings);
}

TEST(SignedSources, PairsInBothTablesAreLeftOutAndListed) {
    const SignedSources sources = sources_of(MixedTies::exclude);
    EXPECT_EQ(sources.network.names, (std::vector<std::string>{"a", "b", "c", "d"}));
    EXPECT_EQ(sources.network.ties, (std::vector<NetworkTie>{{1, 2, 1, 1}, {2, 3, 1, -1}}));
    EXPECT_EQ(sources.mixed.size(), 1U);
}

TEST(SignedSources, OrOneOfTheTwoStands) {
    EXPECT_EQ(sources_of(MixedTies::positive).network.ties[0].sign, 1);
    EXPECT_EQ(sources_of(MixedTies::negative).network.ties[0].sign, -1);
    EXPECT_EQ(sources_of(MixedTies::negative).network.ties.size(), 3U);
}

TEST(SignedSources, AColumnOfSignsIsRefused) {
    EXPECT_THROW((void)sources_of(MixedTies::exclude, "from,to,sign\na,b,1\n"), InputError);
}

}  // namespace signed_sources_test
}  // namespace tarazy
