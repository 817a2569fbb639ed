#include "network/measures/spectral_centrality.hpp"

#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

#include <numeric>

namespace tarazy {
namespace spectral_centrality_test {

using measure_cases::network_text;
using measure_cases::random_network;

TEST(EigenvectorCentrality, OfAPathIsASine) {
    const auto found = eigenvector_centrality(network_text("a,b\nb,c\nc,d\nd,e\n"));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->eigenvalue, std::sqrt(3), 1e-12);
    const double half = 0.5, side = std::sqrt(3) / 2;
    const std::vector<double> expected = {half, side, 1, side, half};
    for (std::size_t v = 0; v < 5; ++v) EXPECT_NEAR(found->scores[v], expected[v], 1e-11) << v;
}

TEST(EigenvectorCentrality, OfALongPathIsFoundThoughTheNextEigenvalueIsNear) {
    std::string edges;
    for (int i = 0; i < 400; ++i) edges += std::to_string(1000 + i) + ',' + std::to_string(1001 + i) + '\n';
    const auto found = eigenvector_centrality(network_text(edges));
    ASSERT_TRUE(found);
    const double angle = std::acos(-1.0) / 402;
    EXPECT_NEAR(found->eigenvalue, 2 * std::cos(angle), 1e-11);
    for (int i = 0; i <= 400; ++i)
        EXPECT_NEAR(found->scores[static_cast<std::size_t>(i)], std::sin(angle * (i + 1)), 1e-6) << i;
}

TEST(EigenvectorCentrality, OfACompleteNetworkIsOneEverywhere) {
    const auto found = eigenvector_centrality(random_network(12, 1, false, false, 1));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->eigenvalue, 11, 1e-12);
    for (const double score : found->scores) EXPECT_NEAR(score, 1, 1e-12);
}

TEST(EigenvectorCentrality, SolvesItsEquationInDirectedWeightedNetworks) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Network network = random_network(40, 0.2, true, true, seed);
        const auto found = eigenvector_centrality(network);
        ASSERT_TRUE(found) << seed;
        std::vector<double> received(network.size());
        for (const NetworkTie& tie : network.ties) received[tie.to] += tie.weight * found->scores[tie.from];
        for (std::size_t v = 0; v < network.size(); ++v)
            EXPECT_NEAR(received[v], found->eigenvalue * found->scores[v], 1e-10 * found->eigenvalue);
    }
}

TEST(EigenvectorCentrality, IsNotDefinedWhereNoWayLeadsBack) {
    EXPECT_FALSE(eigenvector_centrality(network_text("", "a\nb\n")));
    EXPECT_FALSE(eigenvector_centrality(network_text("a,b\nb,c\na,c\n", "", {.directed = true})));
    EXPECT_FALSE(eigenvector_centrality({}));
}

TEST(EigenvectorCentrality, IsZeroOutsideOfTheStrongestComponent) {
    const auto found = eigenvector_centrality(network_text("a,b\nb,c\na,c\nd,e\n"));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->scores[0], 1, 1e-12);
    EXPECT_NEAR(found->scores[3], 0, 1e-12);
}

TEST(PageRank, SumsToOneAndSolvesItsEquation) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Network network = random_network(30, 0.05, true, true, seed);
        const std::vector<double> rank = pagerank(network);
        EXPECT_NEAR(std::accumulate(rank.begin(), rank.end(), 0.0), 1, 1e-14);
        std::vector<double> out(network.size()), next(network.size());
        for (const NetworkTie& tie : network.ties) out[tie.from] += tie.weight;
        double jumping = 0;
        for (std::size_t v = 0; v < out.size(); ++v) jumping += out[v] == 0 ? rank[v] : 0;
        for (const NetworkTie& tie : network.ties) next[tie.to] += 0.85 * rank[tie.from] * tie.weight / out[tie.from];
        for (std::size_t v = 0; v < out.size(); ++v)
            EXPECT_NEAR(rank[v], next[v] + (0.15 + 0.85 * jumping) / 30, 1e-13) << seed;
    }
}

TEST(PageRank, WithoutTiesAllAreEqual) {
    EXPECT_EQ(pagerank(network_text("", "a\nb\nc\nd\n")), (std::vector<double>{.25, .25, .25, .25}));
    EXPECT_EQ(pagerank(network_text("", "a\n")), (std::vector<double>{1}));
    EXPECT_TRUE(pagerank({}).empty());
}

TEST(SpectralCentrality, CanBeStopped) {
    std::string edges;
    for (int i = 0; i < 400; ++i) edges += std::to_string(1000 + i) + ',' + std::to_string(1001 + i) + '\n';
    const Network network = network_text(edges);
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)eigenvector_centrality(network, Work(asked.get_token())), Interrupted);
    EXPECT_THROW((void)pagerank(network, 0.85, Work(asked.get_token())), Interrupted);
}

}  // namespace spectral_centrality_test
}  // namespace tarazy
