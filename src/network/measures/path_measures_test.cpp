#include "network/measures/path_measures.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

#include <limits>
#include <numeric>

namespace tarazy {
namespace path_measures_test {

using measure_cases::network_text;
using measure_cases::random_network;

/// All distances by Floyd and Warshall, numbers of paths by going through nodes in the order of distance, and the
/// definition of betweenness over all triples.
PathMeasures naive_path_measures(const Network& network) {
    const std::size_t n = network.size();
    const double never = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> length(n, std::vector<double>(n, never)), distance,
        paths(n, std::vector<double>(n));
    for (const NetworkTie& tie : network.ties) {
        length[tie.from][tie.to] = 1 / tie.weight;
        if (!network.directed) length[tie.to][tie.from] = 1 / tie.weight;
    }
    distance = length;
    for (std::size_t v = 0; v < n; ++v) distance[v][v] = 0;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                distance[i][j] = std::min(distance[i][j], distance[i][k] + distance[k][j]);
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    for (std::size_t s = 0; s < n; ++s) {
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t v) { return distance[s][v]; });
        paths[s][s] = 1;
        for (const std::size_t v : order)
            for (std::size_t u = 0; v != s && u < n; ++u)
                if (distance[s][u] < never && length[u][v] < never &&
                    same(distance[s][u] + length[u][v], distance[s][v]))
                    paths[s][v] += paths[s][u];
    }
    PathMeasures naive{std::vector<double>(n), std::vector<PathSums>(n), std::vector<PathSums>(n)};
    for (std::size_t s = 0; s < n; ++s) {
        for (std::size_t t = 0; t < n; ++t) {
            if (s == t || distance[s][t] == never) continue;
            for (PathSums* sums : {&naive.leaving[s], &naive.arriving[t]}) {
                ++sums->reached;
                sums->distances += distance[s][t];
                sums->inverses += 1 / distance[s][t];
            }
            for (std::size_t v = 0; v < n; ++v)
                if (v != s && v != t && distance[s][v] < never && same(distance[s][v] + distance[v][t], distance[s][t]))
                    naive.betweenness[v] += paths[s][v] * paths[v][t] / paths[s][t] / (network.directed ? 1 : 2);
        }
    }
    return naive;
}

void expect_naive(const Network& network, const std::string& what) {
    const PathMeasures fast = path_measures(network, {2, {}}), naive = naive_path_measures(network);
    for (std::size_t v = 0; v < network.size(); ++v) {
        EXPECT_NEAR(fast.betweenness[v], naive.betweenness[v], 1e-9 * (1 + naive.betweenness[v])) << what << ' ' << v;
        for (const auto& [a, b] :
             {std::pair(fast.leaving[v], naive.leaving[v]), std::pair(fast.arriving[v], naive.arriving[v])}) {
            EXPECT_EQ(a.reached, b.reached) << what << ' ' << v;
            EXPECT_NEAR(a.distances, b.distances, 1e-9 * (1 + b.distances)) << what << ' ' << v;
            EXPECT_NEAR(a.inverses, b.inverses, 1e-9 * (1 + b.inverses)) << what << ' ' << v;
        }
    }
}

TEST(PathMeasures, AreThoseOfTheDefinition) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const double density = seed % 4 == 0 ? 0.5 : 0.06 * static_cast<double>(seed % 4);
        expect_naive(random_network(5 + seed, density, seed % 2 == 0, seed % 3 != 0, seed), std::to_string(seed));
    }
}

TEST(PathMeasures, WeightsMayLieFarApart) {
    // Above 4,096 to 1 nodes wait in a heap.
    Network network = random_network(25, 0.2, false, true, 5);
    for (std::size_t tie = 0; tie < network.ties.size(); ++tie)
        network.ties[tie].weight = std::pow(10.0, static_cast<double>(tie % 7));
    expect_naive(network, "a million to one");
    for (NetworkTie& tie : network.ties) tie.weight = std::sqrt(tie.weight);
    expect_naive(network, "a thousand to one");
}

TEST(PathMeasures, EquallyLongPathsCountAlikeHoweverTheyWereAddedUp) {
    // a-b-c-d in three thirds, and a-d in one.
    const Network network = network_text("a,b,3\nb,c,3\nc,d,3\na,d,1\n", "", {.weighted = true});
    const PathMeasures measures = path_measures(network);
    EXPECT_DOUBLE_EQ(measures.betweenness[1], 1.5);  // half of a..d, all of a..c
    EXPECT_DOUBLE_EQ(measures.betweenness[0], 0);
}

TEST(PathMeasures, KnownNetworks) {
    const PathMeasures star = path_measures(network_text("c,a\nc,b\nc,d\nc,e\n"));
    EXPECT_EQ(star.betweenness, (std::vector<double>{0, 0, 6, 0, 0}));
    const PathMeasures path = path_measures(network_text("a,b\nb,c\nc,d\nd,e\n"));
    EXPECT_EQ(path.betweenness, (std::vector<double>{0, 3, 4, 3, 0}));
    const PathMeasures ring = path_measures(network_text("a,b\nb,c\nc,d\nd,a\n"));
    EXPECT_EQ(ring.betweenness, (std::vector<double>{.5, .5, .5, .5}));
    const PathMeasures cycle = path_measures(network_text("a,b\nb,c\nc,a\n", "", {.directed = true}));
    EXPECT_EQ(cycle.betweenness, (std::vector<double>{1, 1, 1}));
    EXPECT_EQ(cycle.leaving[0].distances, 3);
}

TEST(PathMeasures, NoNodeOneNodeNoTie) {
    EXPECT_TRUE(path_measures({}).betweenness.empty());
    const PathMeasures alone = path_measures(network_text("", "a\n"));
    EXPECT_EQ(alone.betweenness, (std::vector<double>{0}));
    EXPECT_EQ(alone.leaving[0].reached, 0u);
    EXPECT_EQ(path_measures(network_text("", "a\nb\nc\n")).leaving[2].reached, 0u);
}

TEST(PathMeasures, AnIsolateChangesNothingElse) {
    Network network = random_network(30, 0.1, true, true, 8);
    const PathMeasures before = path_measures(network);
    network.names.push_back("zz");
    PathMeasures after = path_measures(network);
    EXPECT_EQ(after.betweenness.back(), 0);
    for (std::size_t v = 0; v < 30; ++v) {
        EXPECT_NEAR(after.betweenness[v], before.betweenness[v], 1e-12 * (1 + before.betweenness[v]));
        EXPECT_EQ(after.leaving[v].distances, before.leaving[v].distances);
    }
}

TEST(PathMeasures, ThreadsDoNotMatter) {
    const Network network = random_network(150, 0.05, true, true, 3);
    const PathMeasures one = path_measures(network, {1, {}}), three = path_measures(network, {3, {}});
    EXPECT_EQ(one.betweenness, three.betweenness);
    for (std::size_t v = 0; v < network.size(); ++v) {
        EXPECT_EQ(one.leaving[v].inverses, three.leaving[v].inverses);
        EXPECT_EQ(one.arriving[v].inverses, three.arriving[v].inverses);
    }
}

TEST(PathMeasures, CanBeStopped) {
    const Network network = random_network(200, 0.3, false, true, 3);
    expect_stoppable([&](const Work& work) { (void)path_measures(network, {1, work}); });
}

TEST(PathMeasures, WeightsTooFarApartAreRefusedNotMiscounted) {
    Network network{
        {"a", "b", "c", "d"}, false, true, false, {{0, 1, 1e11, 1}, {0, 2, 1e11, 1}, {1, 2, 1e11, 1}, {2, 3, 1, 1}}};
    EXPECT_THROW((void)path_measures(network), InputError);
    for (NetworkTie& tie : network.ties) tie.weight = std::min(tie.weight, 1e8);
    EXPECT_EQ(path_measures(network).betweenness[2], 2);
}

}  // namespace path_measures_test
}  // namespace tarazy
