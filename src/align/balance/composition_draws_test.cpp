#include "align/balance/composition_draws.hpp"

#include "align/balance/composition.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace composition_draws_test {

const std::vector<std::string> poles = {"RUS", "CHN", "WEST"};

const BalanceQuantity& find(const std::vector<BalanceQuantity>& all, const std::string& quantity,
                            const std::string& of) {
    for (const BalanceQuantity& one : all) {
        if (one.quantity == quantity && one.poles == of) return one;
    }
    throw std::out_of_range(quantity + ' ' + of);
}

CompositionDraws draws(const std::vector<double>& closeness, std::size_t of = 3) {
    return *composition_draws(closeness, of);
}

TEST(CompositionDraws, APoleIsKnownOnlyWhenItIsKnownInEveryDraw) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(composition_draws(std::vector{1.0, 2.0, 3.0, 4.0}, 2));
    EXPECT_FALSE(composition_draws(std::vector{1.0, 2.0, 3.0, unknown}, 2));
    EXPECT_FALSE(composition_draws(std::vector{1.0, 0.0}, 2));
    EXPECT_FALSE(composition_draws(std::vector<double>{}, 2));
    EXPECT_EQ(draws({1, 2, 1, 2, 1, 1}).at(1)[0], 0.5);
}

TEST(Describe, TellsShareEvennessTiltAndProbabilities) {
    // Three draws: Russia ahead in two, China in one.
    const auto told = describe(draws({3, 2, 1, 4, 2, 2, 2, 3, 1}), poles);
    ASSERT_EQ(told.size(), 3u + 1 + 2 + 3 + 3);
    EXPECT_NEAR(find(told, "share", "RUS").value, 0.5, 1e-15);
    EXPECT_NEAR(find(told, "share", "WEST").q95, 0.25 - 0.1 * (0.25 - 1.0 / 6), 1e-15);
    EXPECT_NEAR(find(told, "closer", "RUS-CHN").value, 2.0 / 3, 1e-15);
    EXPECT_NEAR(find(told, "closer", "CHN-WEST").value, 2.5 / 3, 1e-15) << "equal parts count half";
    EXPECT_NEAR(find(told, "nearest", "RUS").value, 2.0 / 3, 1e-15);
    EXPECT_EQ(find(told, "nearest", "WEST").value, 0);
    EXPECT_NEAR(find(told, "tilt", "RUS|CHN").p_positive, 2.0 / 3, 1e-15);
    EXPECT_NEAR(find(told, "tilt", "RUS|CHN").value, std::log(1.5) / std::sqrt(2.0), 1e-15);
    EXPECT_EQ(find(told, "tilt", "RUS,CHN|WEST").p_positive, 1);
    EXPECT_TRUE(std::isnan(find(told, "share", "RUS").p_positive));
}

TEST(Describe, OneDrawHasNoIntervalButDecidesTheProbabilities) {
    const auto told = describe(draws({2, 2, 1}), poles);
    EXPECT_NEAR(find(told, "share", "RUS").value, 0.4, 1e-15);
    EXPECT_TRUE(std::isnan(find(told, "share", "RUS").q05));
    EXPECT_EQ(find(told, "closer", "RUS-CHN").value, 0.5);
    EXPECT_EQ(find(told, "closer", "RUS-WEST").value, 1);
    EXPECT_EQ(find(told, "nearest", "CHN").value, 0.5);
}

TEST(Describe, PermutedPolesHaveTheSameFigures) {
    const auto told = describe(draws({3, 2, 1, 4, 2, 2, 2, 3, 1}), poles);
    const auto turned = describe(draws({1, 3, 2, 2, 4, 2, 1, 2, 3}), std::vector<std::string>{"WEST", "RUS", "CHN"});
    for (const std::string& pole : poles) {
        EXPECT_NEAR(find(told, "share", pole).q05, find(turned, "share", pole).q05, 1e-15);
        EXPECT_NEAR(find(told, "nearest", pole).value, find(turned, "nearest", pole).value, 1e-15);
    }
    EXPECT_NEAR(find(told, "evenness", "").value, find(turned, "evenness", "").value, 1e-15);
    EXPECT_EQ(find(told, "closer", "RUS-CHN").value, find(turned, "closer", "RUS-CHN").value);
}

TEST(JointCentre, ADomainWithoutErrorIsBroadcastAgainstEveryDraw) {
    const std::vector<CompositionDraws> two = {draws({0.8, 0.2, 0.5, 0.5}, 2), draws({0.2, 0.8}, 2)};
    const CompositionDraws centre = joint_centre(two, std::vector{1.0, 1.0});
    ASSERT_EQ(centre.draws(), 2u);
    EXPECT_NEAR(centre.at(0)[0], 0.5, 1e-15);
    EXPECT_NEAR(centre.at(1)[0], 1.0 / 3, 1e-15);
}

// Each domain alone says nothing about which pole is nearer: half of its draws lean either way. Taken together they
// always lean the same way or cancel; standard deviations alone could not tell these apart.
TEST(JointCentre, DrawsThatMoveTogetherGiveTheProbabilityTheyMust) {
    std::vector<double> one, same, opposite;
    for (int d = 0; d < 1000; ++d) {
        const double lean = std::exp((d % 2 == 0 ? 1 : -1) * (1 + d / 1000.0));
        one.insert(one.end(), {lean, 1});
        same.insert(same.end(), {lean * 1.5, 1});
        opposite.insert(opposite.end(), {1.5 / lean, 1});
    }
    const std::vector<std::string> two = {"A", "B"};
    const std::vector<double> equal = {1, 1};
    const auto together = describe(joint_centre(std::vector{draws(one, 2), draws(same, 2)}, equal), two);
    EXPECT_EQ(find(together, "closer", "A-B").value, 0.5);
    const auto cancelled = describe(joint_centre(std::vector{draws(one, 2), draws(opposite, 2)}, equal), two);
    EXPECT_EQ(find(cancelled, "closer", "A-B").value, 1) << "only the constant 1.5 is left";
    EXPECT_NEAR(find(cancelled, "share", "A").q95 - find(cancelled, "share", "A").q05, 0, 1e-12);
    // Independent draws with the same margins would give neither: lean + lean' > -log 1.5 in about three of four.
    std::vector<double> shuffled;
    for (int d = 0; d < 1000; ++d) {
        const int other = (d * 7 + d / 2) % 1000;
        shuffled.insert(shuffled.end(), {opposite[2 * static_cast<std::size_t>(other)], 1});
    }
    const auto independent = describe(joint_centre(std::vector{draws(one, 2), draws(shuffled, 2)}, equal), two);
    EXPECT_LT(find(independent, "closer", "A-B").value, 0.9);
}

TEST(LargestPart, IsUnknownWhenTwoAreEqual) {
    EXPECT_EQ(largest_part(std::vector{0.2, 0.5, 0.3}), 1u);
    EXPECT_FALSE(largest_part(std::vector{0.4, 0.4, 0.2}));
}

TEST(TiltNames, JoinThePolesOneAfterTheOther) {
    EXPECT_EQ(tilt_names(poles), (std::vector<std::string>{"RUS|CHN", "RUS,CHN|WEST"}));
}

}  // namespace composition_draws_test
}  // namespace tarazy
