#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace tarazy {
namespace random_test {

// Rows of reference/simulate/philox4x64_10.csv: counter, key, output.
TEST(Philox, GivesTheReferenceBlocks) {
    struct Row {
        std::array<std::uint64_t, 4> counter;
        std::array<std::uint64_t, 2> key;
        std::array<std::uint64_t, 4> output;
    };
    const std::array<Row, 2> rows = {{
        {{1, 0, 0, 0}, {0, 0}, {0x02f4ba6408e4d89b, 0x3dd62b0b9ca8c5b2, 0x1c8667a55d902e79, 0x907d7a052fd5b4dc}},
        {{0x2a, 7, 0, 0},
         {0x3039, 0},
         {0xfc53568447bba083, 0x127da25678996b44, 0x7843f98014839485, 0xa2991b3808581ff4}},
    }};
    for (const Row& row : rows) {
        EXPECT_EQ(philox_block(row.counter, row.key), row.output);
    }
}

TEST(Random, TheSameNameGivesTheSameNumbersAndAnotherNameOthers) {
    Random a(1, "bootstrap", 3), b(1, "bootstrap", 3), other_replicate(1, "bootstrap", 4), other_use(1, "draws", 3);
    const std::uint64_t first = a();
    EXPECT_EQ(first, b());
    EXPECT_NE(first, other_replicate());
    EXPECT_NE(first, other_use());
}

TEST(Random, NumbersBelowThreeAreEquallyFrequent) {
    Random random(7, "test", 0);
    std::array<int, 3> count{};
    for (int i = 0; i < 30000; ++i) ++count[random.below(3)];
    for (const int n : count) EXPECT_NEAR(n, 10000, 350);  // four standard deviations
}

TEST(Random, UniformStaysInsideTheOpenInterval) {
    Random random(7, "test", 1);
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double u = random.uniform();
        ASSERT_GT(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
    }
    EXPECT_NEAR(sum / 10000, 0.5, 0.012);
}

}  // namespace random_test
}  // namespace tarazy
