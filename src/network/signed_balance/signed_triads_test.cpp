#include "network/signed_balance/signed_triads.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace signed_triads_test {

Network network_of(const std::string& csv, bool directed = false) {
    std::vector<std::string> warnings;
    return read_network(read_csv(csv, "edges.csv"), nullptr, {.directed = directed, .with_signs = true}, warnings);
}

TEST(SignedTriads, TribesAsSignnetCountsThem) {
    std::vector<std::string> warnings;
    const std::string folder = TARAZY_SOURCE_DIR "/src/network/testdata/";
    const Network tribes =
        read_network(read_table(folder + "tribes_edges.csv"), nullptr, {.with_signs = true}, warnings);
    const Table reference = read_table(folder + "tribes_balance.csv");
    const SignedTriads triads = signed_triads(tribes);
    const char* columns[] = {"+++", "++-", "+--", "---"};
    for (std::size_t k = 0; k < 4; ++k)
        EXPECT_EQ(static_cast<double>(triads.all.by_negative[k]), require_reals(reference, columns[k])[0]);
    EXPECT_NEAR(*triads.all.balanced_share(), require_reals(reference, "balanced_fraction")[0], 1e-12);
    std::uint64_t sum = 0;
    for (const TriadCounts& own : triads.of_node) sum += own.total();
    EXPECT_EQ(sum, 3 * triads.all.total());
}

TEST(SignedTriads, ThreeEnemiesAreWeaklyBalanced) {
    const SignedTriads triads = signed_triads(network_of("from,to,sign\na,b,-1\nb,c,-1\na,c,-1\n"));
    EXPECT_EQ(*triads.all.balanced_share(), 0);
    EXPECT_EQ(*triads.all.weakly_balanced_share(), 1);
    EXPECT_FALSE(signed_triads(network_of("from,to,sign\na,b,1\n")).all.balanced_share());
}

TEST(SignedTriads, DirectedTriadsAreTransitiveOrCycles) {
    const SignedTriads one = signed_triads(network_of("from,to,sign\na,b,1\nb,c,-1\na,c,-1\n", true));
    EXPECT_EQ(one.transitive.by_negative, (std::array<std::uint64_t, 4>{0, 0, 1, 0}));
    EXPECT_EQ(one.cyclic.total(), 0U);
    const SignedTriads cycle = signed_triads(network_of("from,to,sign\na,b,1\nb,c,1\nc,a,-1\n", true));
    EXPECT_EQ(cycle.cyclic.by_negative, (std::array<std::uint64_t, 4>{0, 1, 0, 0}));
    EXPECT_EQ(cycle.of_node[0].by_negative[1], 1U);
    EXPECT_EQ(cycle.all.total(), 1U);
}

TEST(SignedTriads, MutualTiesCarryEightSemicycles) {
    std::string csv = "from,to,sign\n";
    for (const char* pair : {"a,b", "b,a", "a,c", "c,a", "b,c", "c,b"}) csv += std::string(pair) + ",1\n";
    const SignedTriads triads = signed_triads(network_of(csv, true));
    EXPECT_EQ(triads.transitive.total(), 6U);
    EXPECT_EQ(triads.cyclic.total(), 2U);
    EXPECT_EQ(triads.of_node[1].total(), 8U);
}

TEST(SignedTriads, ANodeBetweenTwoPoles) {
    const Network network = network_of("from,to,sign\nk,r,1\nk,c,1\nr,c,-1\nu,r,-1\n");
    const auto triads = pole_triads(network, {*network.find("r"), *network.find("c")});
    ASSERT_EQ(triads.size(), 2U);
    EXPECT_EQ(*triads[0].product(), -1);
    EXPECT_EQ(*triads[1].to_first, -1);
    EXPECT_FALSE(triads[1].product());
}

}  // namespace signed_triads_test
}  // namespace tarazy
