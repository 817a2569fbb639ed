#include "network/signed_balance/frustration_index.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tarazy {
namespace frustration_index_test {

Network tribes() {
    std::vector<std::string> warnings;
    return read_network(read_table(TARAZY_SOURCE_DIR "/src/network/testdata/tribes_edges.csv"), nullptr,
                        {.with_signs = true}, warnings);
}

enum class Weights { none, whole, halves, any };

Network random_signed(std::uint64_t seed, std::uint64_t nodes, double density, Weights weights, bool directed = false) {
    Random random(seed, "signed networks of tests", nodes);
    Network network;
    network.directed = directed;
    for (std::uint64_t i = 0; i < nodes; ++i) network.names.push_back("n" + std::to_string(1000 + i));
    for (std::uint32_t a = 0; a < nodes; ++a) {
        for (std::uint32_t b = directed ? 0 : a + 1; b < nodes; ++b) {
            if (a == b || random.uniform() >= density) continue;
            const double weight = weights == Weights::none     ? 1
                                  : weights == Weights::whole  ? 1 + static_cast<double>(random.below(5))
                                  : weights == Weights::halves ? 0.5 + static_cast<double>(random.below(9)) / 2
                                                               : std::exp(3 * random.uniform());
            network.ties.push_back({a, b, weight, random.below(2) == 0 ? -1 : 1});
        }
    }
    return network;
}

double cost_of(const Network& network, const std::vector<int>& side) {
    double cost = 0;
    for (const NetworkTie& tie : network.ties) cost += tie.sign * side[tie.from] * side[tie.to] < 0 ? tie.weight : 0;
    return cost;
}

/// All divisions, one by one.
double naive_frustration(const Network& network) {
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t bits = 0; bits < 1U << (network.size() - 1); ++bits) {
        std::vector<int> side;
        for (std::size_t i = 0; i < network.size(); ++i) side.push_back((bits >> i & 1U) != 0 ? -1 : 1);
        least = std::min(least, cost_of(network, side));
    }
    return least;
}

TEST(FrustrationIndex, TribesAreSevenOfFiftyEightAsTheReferenceSays) {
    const Table reference = read_table(TARAZY_SOURCE_DIR "/src/network/testdata/tribes_frustration_exact.csv");
    const FrustrationIndex found = frustration_index(tribes(), {});
    EXPECT_EQ(found.index, require_reals(reference, "frustration_index")[0]);
    EXPECT_EQ(found.weight, require_reals(reference, "edges")[0]);
    EXPECT_NEAR(*found.normalised(), require_reals(reference, "line_index_normalised_1_minus_2f_over_m")[0], 1e-9);
    EXPECT_TRUE(found.optimal);
    EXPECT_EQ(found.lower, 7);
}

TEST(FrustrationIndex, SmallRandomNetworksAgreeWithAllDivisions) {
    std::uint64_t seed = 1;
    for (const Weights weights : {Weights::none, Weights::whole, Weights::halves, Weights::any}) {
        for (const bool directed : {false, true}) {
            for (const double density : {0.2, 0.5, 1.0}) {
                for (std::uint64_t nodes = 3; nodes <= 10; ++nodes) {
                    const Network network = random_signed(++seed, nodes, density, weights, directed);
                    const FrustrationIndex found = frustration_index(network, {.restarts = 2});
                    EXPECT_TRUE(found.optimal);
                    EXPECT_NEAR(found.index, naive_frustration(network), 1e-9 * (1 + found.weight)) << seed;
                }
            }
        }
    }
}

TEST(FrustrationIndex, BalancedNetworksHaveNone) {
    Network network = random_signed(3, 60, 0.3, Weights::whole);
    for (NetworkTie& tie : network.ties) tie.sign = (tie.from % 3 == 0) == (tie.to % 3 == 0) ? 1 : -1;
    const FrustrationIndex found = frustration_index(network, {});
    EXPECT_EQ(found.index, 0);
    EXPECT_TRUE(found.optimal);
    EXPECT_EQ(*found.normalised(), 1);
    for (std::size_t i = 0; i < network.size(); ++i) EXPECT_EQ(found.side[i], i % 3 == 0 ? 1 : -1);
}

TEST(FrustrationIndex, ChangingAllSignsOfANodeChangesNothing) {
    Network network = random_signed(5, 24, 0.4, Weights::none);
    const double before = frustration_index(network, {}).index;
    for (const std::uint32_t node : {0U, 5U, 17U}) {
        for (NetworkTie& tie : network.ties) tie.sign = tie.from == node || tie.to == node ? -tie.sign : tie.sign;
        const FrustrationIndex found = frustration_index(network, {});
        EXPECT_EQ(found.index, before);
        EXPECT_TRUE(found.optimal);
    }
}

/// All ties of K_n negative: two halves of a and n - a nodes frustrate a(a-1)/2 + (n-a)(n-a-1)/2 ties, least for the
/// even division: floor((n-1)^2 / 4).
TEST(FrustrationIndex, AllEnemiesOfACompleteNetwork) {
    for (std::uint32_t n = 2; n <= 12; ++n) {
        Network network = random_signed(1, n, 1.0, Weights::none);
        for (NetworkTie& tie : network.ties) tie.sign = -1;
        const FrustrationIndex found = frustration_index(network, {});
        EXPECT_EQ(found.index, std::floor((n - 1.0) * (n - 1.0) / 4)) << n;
        EXPECT_TRUE(found.optimal);
    }
}

TEST(FrustrationIndex, PartsAddUp) {
    // Two negative triangles that share a node, a third far away, a tree and a node without tie.
    Network network;
    network.names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    network.ties = {{0, 1, 1, -1}, {0, 2, 1, 1},  {1, 2, 1, 1}, {2, 3, 1, -1}, {2, 4, 1, -1},
                    {3, 4, 1, -1}, {4, 8, 1, -1}, {5, 6, 1, 1}, {5, 7, 1, 1},  {6, 7, 1, -1}};
    const FrustrationIndex found = frustration_index(network, {});
    EXPECT_EQ(found.index, 3);
    EXPECT_TRUE(found.optimal);
}

TEST(FrustrationIndex, ALimitGivesTheGap) {
    const Network network = random_signed(9, 60, 0.5, Weights::none);
    const FrustrationIndex found = frustration_index(network, {.most_branches = 2});
    EXPECT_FALSE(found.optimal);
    EXPECT_LT(found.lower, found.index);
    EXPECT_GT(found.lower, 0);
    EXPECT_EQ(found.lower, std::round(found.lower));
    const FrustrationIndex at_once = frustration_index(network, {.work = Work().within(0)});
    EXPECT_FALSE(at_once.optimal);
    EXPECT_LE(at_once.lower, at_once.index);
}

TEST(FrustrationIndex, TheSameSeedGivesTheSameSides) {
    const Network network = random_signed(11, 30, 0.4, Weights::none);
    EXPECT_EQ(frustration_index(network, {.seed = 4}).side, frustration_index(network, {.seed = 4}).side);
    EXPECT_EQ(frustration_index(network, {.seed = 5}).index, frustration_index(network, {.seed = 6}).index);
}

TEST(FrustrationIndex, StopsWhenAsked) {
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)frustration_index(tribes(), {.work = Work(asked.get_token())}), Interrupted);
}

TEST(FrustrationIndex, StepsOfWeights) {
    const auto step = [](std::initializer_list<double> weights) {
        std::vector<NetworkTie> ties;
        for (const double weight : weights) ties.push_back({0, 1, weight, 1});
        return weight_step(ties);
    };
    EXPECT_EQ(step({1, 1}), 1);
    EXPECT_EQ(step({4, 6}), 2);
    EXPECT_EQ(step({0.5, 2}), 0.5);
    EXPECT_NEAR(step({0.25, 0.1}), 0.05, 1e-15);
    EXPECT_EQ(step({std::sqrt(2.0), 1}), 0);
}

}  // namespace frustration_index_test
}  // namespace tarazy
