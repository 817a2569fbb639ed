#include "network/measures/coreness.hpp"

#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace coreness_test {

using measure_cases::network_text;
using measure_cases::random_network;

/// For each k, takes away nodes with fewer than k ties until none is left to take.
std::vector<std::uint32_t> naive_coreness(const Network& network) {
    std::vector<std::uint32_t> found(network.size());
    for (std::uint32_t k = 1;; ++k) {
        std::vector<bool> in(network.size(), true);
        for (bool changed = true; changed;) {
            std::vector<std::uint32_t> ties(network.size());
            for (const NetworkTie& tie : network.ties) {
                if (!in[tie.from] || !in[tie.to]) continue;
                ++ties[tie.from];
                ++ties[tie.to];
            }
            changed = false;
            for (std::size_t v = 0; v < in.size(); ++v) {
                if (!in[v] || ties[v] >= k) continue;
                in[v] = false;
                changed = true;
            }
        }
        bool any = false;
        for (std::size_t v = 0; v < in.size(); ++v) {
            if (!in[v]) continue;
            found[v] = k;
            any = true;
        }
        if (!any) return found;
    }
}

TEST(Coreness, IsThatOfTheDefinition) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Network network =
            random_network(5 + seed, 0.05 + 0.1 * static_cast<double>(seed % 5), seed % 2 == 0, false, seed);
        EXPECT_EQ(coreness(network), naive_coreness(network)) << seed;
    }
}

TEST(Coreness, KnownNetworks) {
    EXPECT_TRUE(coreness({}).empty());
    EXPECT_EQ(coreness(network_text("a,b\na,c\nb,c\nc,d\n", "a\nb\nc\nd\ne\n")),
              (std::vector<std::uint32_t>{2, 2, 2, 1, 0}));
    EXPECT_EQ(coreness(network_text("a,b\nb,a\n", "", {.directed = true})), (std::vector<std::uint32_t>{2, 2}));
}

}  // namespace coreness_test
}  // namespace tarazy
