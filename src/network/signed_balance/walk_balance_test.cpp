#include "network/signed_balance/walk_balance.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace walk_balance_test {

Network network_of(const std::string& csv, bool directed = false) {
    std::vector<std::string> warnings;
    return read_network(read_csv(csv, "edges.csv"), nullptr, {.directed = directed, .with_signs = true}, warnings);
}

TEST(WalkBalance, TribesAsSignnet) {
    std::vector<std::string> warnings;
    const std::string folder = TARAZY_SOURCE_DIR "/src/network/testdata/";
    const Network tribes =
        read_network(read_table(folder + "tribes_edges.csv"), nullptr, {.with_signs = true}, warnings);
    EXPECT_NEAR(*walk_balance(tribes), require_reals(read_table(folder + "tribes_balance.csv"), "walk_balance")[0],
                1e-9);
}

TEST(WalkBalance, ANegativeTriangleByHand) {
    // Eigenvalues 1, 1, -2 of the signed one (one negative tie) and 2, -1, -1 of the other.
    const double expected = (2 * std::exp(1.0) + std::exp(-2.0)) / (std::exp(2.0) + 2 * std::exp(-1.0));
    EXPECT_NEAR(*walk_balance(network_of("from,to,sign\na,b,1\nb,c,1\na,c,-1\n")), expected, 1e-12);
}

TEST(WalkBalance, BalancedNetworksHaveOne) {
    EXPECT_NEAR(*walk_balance(network_of("from,to,sign\na,b,1\nb,c,-1\na,c,-1\n")), 1, 1e-12);
}

TEST(WalkBalance, DirectedCyclesByTheirSeries) {
    // tr exp of a cycle of three, sign s: 3 sum over k of s^k / (3k)!.
    double with = 0, without = 0, factorial = 1;
    for (int k = 0; k < 10; ++k) {
        if (k > 0) factorial *= (3.0 * k) * (3.0 * k - 1) * (3.0 * k - 2);
        with += (k % 2 == 0 ? 1 : -1) / factorial;
        without += 1 / factorial;
    }
    EXPECT_NEAR(*walk_balance(network_of("from,to,sign\na,b,1\nb,c,1\nc,a,-1\n", true)), with / without, 1e-12);
    EXPECT_NEAR(*walk_balance(network_of("from,to,sign\na,b,1\nb,c,-1\na,c,1\n", true)), 1, 1e-9);
}

}  // namespace walk_balance_test
}  // namespace tarazy
