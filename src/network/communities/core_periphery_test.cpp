#include "network/communities/core_periphery.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace core_periphery_test {

using measure_cases::network_file;
using measure_cases::network_text;
using measure_cases::random_network;

/// Pearson over the cells, one by one.
std::optional<double> naive_correlation(const Network& network, const std::vector<bool>& core, CoreTies between) {
    const std::vector<double> weights = adjacency_weights(network);
    std::vector<double> x, y;
    for (std::size_t i = 0; i < core.size(); ++i) {
        for (std::size_t j = 0; j < core.size(); ++j) {
            if (i == j || (core[i] != core[j] && between == CoreTies::ignored)) continue;
            x.push_back(weights[i * core.size() + j]);
            y.push_back(core[i] == core[j] ? (core[i] ? 1 : 0) : (between == CoreTies::present ? 1 : 0));
        }
    }
    double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t c = 0; c < x.size(); ++c) {
        mx += x[c] / static_cast<double>(x.size());
        my += y[c] / static_cast<double>(x.size());
    }
    for (std::size_t c = 0; c < x.size(); ++c) {
        xx += (x[c] - mx) * (x[c] - mx);
        yy += (y[c] - my) * (y[c] - my);
        xy += (x[c] - mx) * (y[c] - my);
    }
    if (xx < 1e-12 || yy < 1e-12) return std::nullopt;
    return xy / std::sqrt(xx * yy);
}

std::vector<bool> core_of_bits(std::size_t bits, std::size_t nodes) {
    std::vector<bool> core(nodes);
    for (std::size_t v = 0; v < nodes; ++v) core[v] = (bits >> v & 1U) != 0;
    return core;
}

TEST(CorePeriphery, ExactIsTheBestOfAllCores) {
    for (std::uint64_t seed = 1; seed <= 18; ++seed) {
        const Network network = random_network(8, 0.4, seed % 2 == 0, seed % 3 != 0, seed);
        for (const CoreTies between : {CoreTies::present, CoreTies::absent, CoreTies::ignored}) {
            double best = -2;
            for (std::size_t bits = 0; bits < 256; ++bits) {
                const std::vector<bool> core = core_of_bits(bits, 8);
                const auto naive = naive_correlation(network, core, between);
                const auto ours = core_correlation(network, core, between);
                ASSERT_EQ(naive.has_value(), ours.has_value()) << seed << ' ' << bits;
                if (!naive) continue;
                EXPECT_NEAR(*ours, *naive, 1e-11);
                best = std::max(best, *naive);
            }
            CorePeripheryOptions options;
            options.between = between;
            const CorePeriphery found = core_periphery(network, options);
            EXPECT_TRUE(found.proved);
            EXPECT_NEAR(*found.correlation, best, 1e-9) << seed;
        }
    }
}

TEST(CorePeriphery, TheSearchFindsWhatIsProved) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const Network network = random_network(14, 0.3, seed % 2 == 0, seed % 3 != 0, seed);
        for (const CoreTies between : {CoreTies::present, CoreTies::absent, CoreTies::ignored}) {
            CorePeripheryOptions exact, search;
            exact.between = search.between = between;
            search.exact_nodes = 0;
            const CorePeriphery proved = core_periphery(network, exact), found = core_periphery(network, search);
            EXPECT_FALSE(found.proved);
            EXPECT_NEAR(*found.correlation, *proved.correlation, 1e-9) << seed;
            EXPECT_EQ(found.core, proved.core) << seed;
            EXPECT_GT(found.best_restarts, 0u);
            EXPECT_EQ(found.restarts, 200u);
        }
    }
}

TEST(CorePeriphery, AnIdealNetworkFitsItsIdeal) {
    // Borgatti and Everett's first example in small: a, b, c are tied to all, the rest to them alone.
    const Network network = network_text("a,b\na,c\nb,c\na,d\na,e\na,f\nb,d\nb,e\nb,f\nc,d\nc,e\nc,f\n");
    CorePeripheryOptions options;
    options.between = CoreTies::present;
    const CorePeriphery found = core_periphery(network, options);
    EXPECT_NEAR(*found.correlation, 1, 1e-12);
    EXPECT_EQ(found.core, (std::vector<bool>{true, true, true, false, false, false}));
    EXPECT_EQ(found.core_size, 3u);
}

TEST(CorePeriphery, WhereAllPairsAreAlikeThereIsNoCore) {
    for (const Network& network : {random_network(6, 1, false, false, 1), network_text("", "a\nb\nc\n"), Network{},
                                   network_text("", "a\n"), random_network(30, 1, false, false, 1)}) {
        const CorePeriphery found = core_periphery(network);
        EXPECT_FALSE(found.correlation);
        EXPECT_EQ(found.core_size, 0u);
        EXPECT_EQ(core_table(network, found).rows(), network.size());
    }
}

TEST(CorePeriphery, ThreadsDoNotMatterAndLimitsAreTold) {
    CorePeripheryOptions one, three;
    one.threads = 1;
    three.threads = 3;
    const Network karate = network_file("karate");
    const CorePeriphery a = core_periphery(karate, one), b = core_periphery(karate, three);
    EXPECT_EQ(a.core, b.core);
    EXPECT_EQ(a.correlation, b.correlation);
    EXPECT_EQ(a.best_restarts, b.best_restarts);
    Network large;
    large.names.resize(2001);
    EXPECT_THROW((void)core_periphery(large), LimitError);
    CorePeripheryOptions wrong;
    wrong.exact_nodes = 27;
    EXPECT_THROW((void)core_periphery(karate, wrong), UsageError);
}

TEST(CorePeriphery, CanBeStopped) {
    expect_stoppable([](const Work& work) {
        CorePeripheryOptions options;
        options.work = work;
        options.threads = 1;
        (void)core_periphery(random_network(60, 0.2, false, true, 3), options);
    });
    expect_stoppable([](const Work& work) {
        CorePeripheryOptions options;
        options.work = work;
        (void)core_periphery(random_network(20, 0.2, false, true, 3), options);
    });
}

}  // namespace core_periphery_test
}  // namespace tarazy
