#include "study/multiverse_moves.hpp"

#include "analyses/simulate/universe_points.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace tarazy {
namespace multiverse_moves_test {

ChoiceTouch three_choices() {
    ChoiceTouch touch;
    touch.alternatives = {{0, 1}, {0, 1, 2}, {0, 1}};
    return touch;
}

PropositionUniverses judged_by(const ChoiceTouch& touch, const std::function<bool(const Picked&)>& supported) {
    PropositionUniverses of;
    of.choices = {0, 1, 2};
    const std::vector<Picked> all = all_combinations(touch, of.choices, 100).value();
    for (const Picked& picked : all)
        of.judged[picked].verdict = supported(picked) ? Verdict::supported : Verdict::mixed;
    return of;
}

TEST(MultiverseMoves, AreThoseOfTheDefinition) {
    const ChoiceTouch touch = three_choices();
    // Supported unless both the first is 1 and the second is 2: 10 of 12.
    const auto moves =
        verdict_moves(touch, judged_by(touch, [](const Picked& p) { return !(p[0] == 1 && p[1] == 2); }));
    ASSERT_EQ(moves.size(), 3u);
    const double variance = 10.0 / 12 * 2 / 12;
    // E[Var | others] of the first: with the second at 2 (a third of the time) the indicator is 1 or 0.
    EXPECT_DOUBLE_EQ(*moves[0].total_order, (1.0 / 3 * 0.25) / variance);
    EXPECT_DOUBLE_EQ(*moves[1].total_order, (0.5 * (2.0 / 3 * 1 / 3)) / variance);
    EXPECT_DOUBLE_EQ(*moves[2].total_order, 0);
    EXPECT_DOUBLE_EQ(moves[0].changes, 1.0 / 3);
    EXPECT_DOUBLE_EQ(moves[1].changes, 0.5 * 2 / 3) << "two of three pairs of alternatives, where the first is 1";
    EXPECT_EQ(moves[2].changes, 0);
    EXPECT_TRUE(moves[0].exact);
}

TEST(MultiverseMoves, AVerdictThatNeverVariesHasNoIndex) {
    const ChoiceTouch touch = three_choices();
    for (const VerdictMove& move : verdict_moves(touch, judged_by(touch, [](const Picked&) { return true; }))) {
        EXPECT_FALSE(move.total_order);
        EXPECT_EQ(move.changes, 0);
    }
}

TEST(MultiverseMoves, AnAlternativeThatIsLeftOutTakesNoPart) {
    ChoiceTouch touch = three_choices();
    touch.alternatives[1] = {0, 2};
    const auto moves = verdict_moves(touch, judged_by(touch, [](const Picked& p) { return p[1] == 0; }));
    EXPECT_DOUBLE_EQ(*moves[1].total_order, 1);
    EXPECT_DOUBLE_EQ(moves[1].changes, 1);
}

TEST(MultiverseMoves, FromASampleAreNearTheExactOnesHoweverFewItsCentres) {
    ChoiceTouch touch = three_choices();
    touch.alternatives = {{0, 1}, {0, 1, 2, 3}, {0, 1}};
    PropositionUniverses of = judged_by(touch, [](const Picked& p) { return !(p[0] == 1 && p[1] == 2) && p[1] != 3; });
    const auto exact = verdict_moves(touch, of);
    of.all = false;
    std::vector<double> variances(3), changes(3);
    constexpr std::uint64_t seeds = 400;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const std::vector<double> points = universe_points()(8, 3, seed);
        of.centres.clear();
        for (std::size_t at = 0; at < points.size(); at += 3)
            of.centres.push_back({static_cast<std::size_t>(points[at] * 2),
                                  static_cast<std::size_t>(points[at + 1] * 4),
                                  static_cast<std::size_t>(points[at + 2] * 2)});
        const auto sampled = verdict_moves(touch, of);
        EXPECT_GT(*sampled[1].total_order, 0.5) << "four alternatives, seed " << seed;
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_FALSE(sampled[i].exact);
            variances[i] += *sampled[i].total_order / seeds;
            changes[i] += sampled[i].changes / seeds;
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(variances[i], *exact[i].total_order, 0.02) << i;
        EXPECT_NEAR(changes[i], exact[i].changes, 0.01) << i;
    }
}

TEST(MultiverseMoves, SharesAndWhatTurnsAVerdictAlone) {
    Multiverse multiverse;
    multiverse.touch = three_choices();
    multiverse.propositions = {judged_by(multiverse.touch, [](const Picked& p) { return p[0] == 0 && p[1] != 2; }),
                               judged_by(multiverse.touch, [](const Picked& p) { return p[0] == 0 || p[1] != 2; })};
    const VerdictShares shares = verdict_shares(multiverse, 0);
    EXPECT_EQ(shares.universes, 12u);
    EXPECT_EQ(shares.of(Verdict::supported), 4u);
    EXPECT_EQ(shares.of(Verdict::mixed), 8u);
    const auto flips = lone_flips(multiverse.touch, multiverse.propositions[0]);
    ASSERT_EQ(flips.size(), 2u);
    EXPECT_EQ(flips[1].choice, 1u);
    EXPECT_EQ(flips[1].alternative, 2u);
    EXPECT_EQ(flips[1].verdict, Verdict::mixed);
    EXPECT_TRUE(lone_flips(multiverse.touch, multiverse.propositions[1]).empty()) << "only two together turn it";
    // Of a sample: its universes, without the study as it stands before it.
    multiverse.propositions[0].all = false;
    multiverse.universes = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
    EXPECT_EQ(verdict_shares(multiverse, 0).universes, 2u);
    EXPECT_EQ(verdict_shares(multiverse, 0).of(Verdict::supported), 1u);
}

}  // namespace multiverse_moves_test
}  // namespace tarazy
