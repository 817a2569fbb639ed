#include "network/bridging/bridge_contributions.hpp"

#include "base/random.hpp"
#include "network/brokerage/exclusive_bridges.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace bridge_contributions_test {

TEST(BridgeContributions, AddUpToTheExclusiveBridges) {
    Random random(7, "bridge contributions test", 0);
    for (int trial = 0; trial < 20; ++trial) {
        TwoModeNetwork network;
        const std::size_t actors = 5 + random.below(30), institutions = 1 + random.below(90);
        network.ties = BitMatrix(actors, institutions);
        for (std::size_t e = 0; e < institutions; ++e) network.institutions.push_back("i" + std::to_string(100 + e));
        for (std::size_t a = 0; a < actors; ++a) {
            network.actors.push_back("s" + std::to_string(100 + a));
            for (std::size_t e = 0; e < institutions; ++e)
                if (random.uniform() < 0.3) network.ties.set(a, e);
        }
        Blocs blocs{{"A", "B", "C"}, std::vector<std::uint32_t>(actors, Blocs::none)};
        blocs.bloc[0] = 0;
        blocs.bloc[1] = 1;
        blocs.bloc[2] = blocs.bloc[3] = 2;
        const ExclusiveBridges expected = exclusive_bridges(network, blocs);
        const BridgeContributions found(network.ties, blocs);
        const std::vector<double> once(institutions, 1), twice(institutions, 2);
        for (std::uint32_t a = 0; a < actors; ++a) {
            for (std::size_t p = 0; p < 3; ++p) {
                EXPECT_NEAR(found.bridges(p, a, once), expected.weights[a * expected.columns + p], 1e-12);
                EXPECT_NEAR(found.bridges(p, a, twice), 2 * found.bridges(p, a, once), 1e-12);
            }
            EXPECT_NEAR(found.all_bridges(a, once), expected.weights[a * expected.columns + 3], 1e-12);
            EXPECT_EQ(found.bridging_institutions(a), expected.institutions[a * expected.columns + 3]);
        }
    }
}

TEST(BridgeContributions, AnInstitutionWithoutBothBlocsIsNoBridge) {
    BitMatrix ties(3, 2);
    ties.set(0, 0);
    ties.set(2, 0);
    ties.set(0, 1);
    ties.set(1, 1);
    ties.set(2, 1);
    const BridgeContributions found(ties, {{"A", "B"}, {0, 1, Blocs::none}});
    EXPECT_EQ(found.of(0, 2)[0], 0);
    EXPECT_EQ(found.of(0, 2)[1], 1) << "alone between the two";
    EXPECT_EQ(found.bridging_institutions(2), 1U);
    EXPECT_EQ(found.bridging_institutions(0), 0U);
}

}  // namespace bridge_contributions_test
}  // namespace tarazy
