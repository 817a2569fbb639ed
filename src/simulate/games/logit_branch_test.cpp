#include "simulate/games/logit_branch.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/efg_file.hpp"
#include "simulate/games/nfg_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace logit_branch_test {

ExtensiveGame strategic(const std::string& text) {
    return tree_of(read_nfg(text, "g.nfg"));
}

double logit(double gain) {
    return 1 / (1 + std::exp(-gain));
}

TEST(LogitBranch, LastMoversOfTheAssuranceGameFollowTheirFormula) {
    // Honour|R.Assure = 1/(1+exp(-1.1 L)), Honour|U.Silent = 1/(1+exp(1.5 L)) whatever the others do.
    const GameValues game(assurance_tree({}));
    const std::vector<double> lambdas = {0, 0.25, 1, 4, 20};
    const LogitBranch branch = trace_logit_branch(game, {.lambdas = lambdas});
    for (std::size_t i = 0; i < lambdas.size(); ++i) {
        ASSERT_TRUE(branch.asked[i]);
        EXPECT_NEAR(branch.asked[i]->probability(honour_resolved_assured), logit(1.1 * lambdas[i]), 1e-11);
        EXPECT_NEAR(branch.asked[i]->probability(honour_unresolved_silent), logit(-1.5 * lambdas[i]), 1e-11);
        for (std::size_t c = 0; c < game.columns(); c += 2)
            EXPECT_NEAR(branch.asked[i]->probability(c) + branch.asked[i]->probability(c + 1), 1, 1e-12);
    }
    EXPECT_EQ(branch.end, BranchEnd::all_asked);
    for (std::size_t c = 0; c < game.columns(); ++c) EXPECT_NEAR(branch.asked[0]->probability(c), 0.5, 1e-15);
}

TEST(LogitBranch, EveryPointSolvesTheEquations) {
    const GameValues game(assurance_tree({.p = 0.45}));
    const LogitBranch branch = trace_logit_branch(game, {.lambdas = {0.7, 3, 11, 60}});
    for (const auto& point : branch.asked) {
        ASSERT_TRUE(point);
        const GameValues::Result result = game.evaluate(point->log_probabilities);
        for (std::size_t c = 0; c < game.columns(); c += 2)
            EXPECT_NEAR(point->log_probabilities[c] - point->log_probabilities[c + 1],
                        point->lambda * (result.move_value[c] - result.move_value[c + 1]), 1e-9);
    }
}

TEST(LogitBranch, TheLimitOfTheAssuranceGameIsTheBluffThatKeepsTheChallengerIndifferent) {
    // p = 0.3: the challenger is indifferent where the belief in resolve is 1/2.2, so that 0.7 x = 0.3 (1.2) and the
    // unresolved type bluffs with x = 0.36/0.7; that type is indifferent where Press = 0.2/1.6.
    const GameValues game(assurance_tree({.p = 0.3}));
    const LogitBranch branch = trace_logit_branch(game, {.to_limit = true});
    EXPECT_NEAR(branch.last.probability(assure_unresolved), 0.36 / 0.7, 1e-4);
    EXPECT_NEAR(branch.last.probability(press_assured), 0.125, 1e-4);
    EXPECT_NEAR(branch.last.probability(assure_resolved), 1, 1e-9);
    EXPECT_LT(branch.last.regret, 1e-5);
    EXPECT_LT(branch.still_moving, 1e-3);
    EXPECT_NEAR(game.evaluate(branch.last.log_probabilities).beliefs[2], 1 / 2.2, 1e-4);
}

TEST(LogitBranch, DominatedMovesVanishAndPureLimitsAreReached) {
    const GameValues game(strategic("NFG 1 R \"prisoners\" { \"A\" \"B\" } { 2 2 } 3 3 5 0 0 5 1 1"));
    const LogitBranch branch = trace_logit_branch(game, {.lambdas = {1, 30}, .to_limit = true});
    EXPECT_LT(branch.asked[1]->probability(0), 1e-9);
    EXPECT_GT(branch.asked[0]->probability(0), branch.asked[1]->probability(0));
    EXPECT_EQ(branch.end, BranchEnd::regret);
    EXPECT_NEAR(branch.last.probability(1), 1, 1e-8);
}

TEST(LogitBranch, OrderAndScaleDoNotMatter) {
    const StrategicGame game = read_nfg("NFG 1 R \"\" { \"A\" \"B\" } { 3 2 } 9 1 0 2 4 0  1 3 7 1 2 5", "g.nfg");
    StrategicGame turned = game;  // the strategies of A in another order
    for (std::size_t profile = 0; profile < 6; ++profile)
        turned.payoffs[profile / 3 * 3 + (profile + 1) % 3] = game.payoffs[profile];
    StrategicGame swapped = game;  // B first
    for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = 0; b < 2; ++b)
            swapped.payoffs[b + 2 * a] = {game.payoffs[a + 3 * b][1], game.payoffs[a + 3 * b][0]};
    std::swap(swapped.strategies[0], swapped.strategies[1]);
    StrategicGame scaled = game;
    for (auto& payoffs : scaled.payoffs)
        for (GameNumber& payoff : payoffs) payoff = game_number(payoff.value * 1e6 + 3);
    const auto point = [](const StrategicGame& strategic_game, double lambda) {
        return *trace_logit_branch(GameValues(tree_of(strategic_game)), {.lambdas = {lambda}}).asked[0];
    };
    const LogitPoint a = point(game, 1.5), b = point(turned, 1.5), c = point(swapped, 1.5), d = point(scaled, 1.5e-6);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(a.probability(i), b.probability((i + 1) % 3), 1e-10);
        EXPECT_NEAR(a.probability(i), c.probability(2 + i), 1e-10);
        EXPECT_NEAR(a.probability(i), d.probability(i), 1e-9);
    }
    for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(a.probability(3 + i), c.probability(i), 1e-10);
}

TEST(LogitBranch, ABranchThatTurnsBackIsFollowed) {
    // Coordination with a slight lean of the principal branch: only one equilibrium is its limit.
    const GameValues game(strategic("NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } 2 1 0 0 0 0 1 2.2"));
    const LogitBranch branch = trace_logit_branch(game, {.lambdas = {5}, .to_limit = true});
    ASSERT_TRUE(branch.asked[0]);
    EXPECT_EQ(branch.end, BranchEnd::regret);
    EXPECT_NEAR(branch.last.probability(1), 1, 1e-8);
    EXPECT_NEAR(branch.last.probability(3), 1, 1e-8);
}

TEST(LogitBranch, BranchesThatComeNearOneAnotherAreNotConfused) {
    // Between p = 0.26 and 0.27 the principal branch of this game goes over to another equilibrium. A walk with steps a
    // hundredth as long as usual finds the same numbers.
    const auto forgo = [](double p) {
        const GameValues game(assurance_tree({.p = p}));
        return trace_logit_branch(game, {.lambdas = {4}}).asked[0]->probability(forgo_assured);
    };
    EXPECT_NEAR(forgo(0.25), 0.0479, 5e-5);
    EXPECT_NEAR(forgo(0.26), 0.0624, 5e-5);
    EXPECT_NEAR(forgo(0.27), 0.6409, 5e-5);
    EXPECT_NEAR(forgo(0.28), 0.6773, 5e-5);
}

TEST(LogitBranch, WhereBranchesCrossTheOneGoingStraightOnIsFollowed) {
    // Pure coordination: both players indifferent is an equilibrium at every lambda, and beyond 2 two others are.
    const GameValues game(strategic("NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } 1 1 0 0 0 0 1 1"));
    const LogitBranch branch = trace_logit_branch(game, {.lambdas = {10}});
    ASSERT_TRUE(branch.asked[0]);
    EXPECT_NEAR(branch.asked[0]->probability(0), 0.5, 1e-9);
    EXPECT_EQ(branch.bifurcations, 1u);
}

TEST(LogitBranch, EndsAreTold) {
    const GameValues pennies(strategic("NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } 9 0 0 1 0 1 1 0"));
    EXPECT_EQ(trace_logit_branch(pennies, {.to_limit = true, .regret = 0, .largest_lambda = 100}).end,
              BranchEnd::lambda_limit);
    const LogitBranch cut = trace_logit_branch(pennies, {.lambdas = {50}, .most_steps = 3});
    EXPECT_EQ(cut.end, BranchEnd::step_limit);
    EXPECT_FALSE(cut.asked[0]);
    EXPECT_EQ(to_string(BranchEnd::step_limit), "step_limit");
    EXPECT_THROW((void)trace_logit_branch(pennies, {.lambdas = {-1}}), UsageError);
    // All payoffs equal: nothing is better than anything.
    const GameValues flat(strategic("NFG 1 R \"\" { \"A\" \"B\" } { 2 2 } 1 1 1 1 1 1 1 1"));
    const LogitBranch even = trace_logit_branch(flat, {.lambdas = {7}, .to_limit = true});
    EXPECT_NEAR(even.asked[0]->probability(0), 0.5, 1e-15);
    EXPECT_EQ(even.end, BranchEnd::regret);
}

TEST(LogitBranch, NobodyIsResolvedOrEverybodyIs) {
    for (const double p : {0.0, 1.0}) {
        const GameValues game(assurance_tree({.p = p}));
        const LogitBranch branch = trace_logit_branch(game, {.lambdas = {1, 8}, .to_limit = true});
        ASSERT_TRUE(branch.asked[1]);
        const GameValues near(assurance_tree({.p = p == 0 ? 1e-9 : 1 - 1e-9}));
        const LogitBranch nearly = trace_logit_branch(near, {.lambdas = {1, 8}});
        for (std::size_t c = 0; c < game.columns(); ++c)
            EXPECT_NEAR(branch.asked[1]->probability(c), nearly.asked[1]->probability(c), 1e-6) << p << " " << c;
    }
}

TEST(LogitBranch, CanBeStopped) {
    const GameValues game(assurance_tree({}));
    expect_stoppable([&](const Work& work) { (void)trace_logit_branch(game, {.to_limit = true, .work = work}); });
}

}  // namespace logit_branch_test
}  // namespace tarazy
