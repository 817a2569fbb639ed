#include "network/functions/pole_balance.hpp"

#include "network/functions/functions_example_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace pole_balance_test {

using functions_example::bits_of;

/// KAZ is in all four; RUS in 0, 1, 2; CHN in 2; the West (USA, GBR) in 3 with both and in 0 with one.
struct Worked {
    BitMatrix ties = bits_of({"1111", "1110", "0010", "1001", "0001", "0000"});
    Blocs blocs{{"CHN", "RUS", "WEST"}, {Blocs::none, 1, 0, 2, 2, Blocs::none}};
};

TEST(PoleBalance, WorkedByHand) {
    const Worked worked;
    const SharedWithPoles shared(worked.ties, worked.blocs);
    // CHN 1, RUS 3, WEST (2 + 1) / 2 = 1.5.
    const auto balance = shared.balance(0, {});
    ASSERT_TRUE(balance);
    EXPECT_DOUBLE_EQ(balance->shares[0], 1 / 5.5);
    EXPECT_DOUBLE_EQ(balance->shares[1], 3 / 5.5);
    EXPECT_DOUBLE_EQ(balance->shares[2], 1.5 / 5.5);
    double entropy = 0;
    for (const double share : balance->shares) entropy -= share * std::log(share);
    EXPECT_DOUBLE_EQ(*balance->entropy, entropy / std::log(3.0));
    EXPECT_DOUBLE_EQ(*balance->differences[0], -0.5) << "CHN against RUS";
    EXPECT_DOUBLE_EQ(*balance->differences[2], (3 - 1.5) / 4.5) << "RUS against WEST";
}

TEST(PoleBalance, AfterARemovalIsThatOfTheNetworkWithoutIt) {
    const Worked worked;
    const SharedWithPoles shared(worked.ties, worked.blocs);
    BitMatrix without = worked.ties;
    for (std::size_t i = 0; i < without.rows(); ++i) without.set(i, 2, false);
    const SharedWithPoles then(without, worked.blocs);
    EXPECT_EQ(shared.balance(0, std::vector<std::uint32_t>{2})->shares, then.balance(0, {})->shares);
    EXPECT_DOUBLE_EQ(then.balance(0, {})->shares[0], 0);
    EXPECT_DOUBLE_EQ(*then.balance(0, {})->differences[0], -1);
}

TEST(PoleBalance, WithoutAnythingSharedThereIsNone) {
    const Worked worked;
    const SharedWithPoles shared(worked.ties, worked.blocs);
    EXPECT_FALSE(shared.balance(5, {})) << "an isolate";
    EXPECT_FALSE(shared.balance(1, {})) << "a pole is not between poles";
    EXPECT_FALSE(shared.balance(0, std::vector<std::uint32_t>{0, 1, 2, 3}));
    const auto left = shared.balance(0, std::vector<std::uint32_t>{0, 1, 2});
    ASSERT_TRUE(left);
    EXPECT_FALSE(left->differences[0]) << "neither CHN nor RUS is left";
    EXPECT_DOUBLE_EQ(*left->entropy, 0);
}

}  // namespace pole_balance_test
}  // namespace tarazy
