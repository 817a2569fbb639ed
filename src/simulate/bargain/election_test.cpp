#include "simulate/bargain/election.hpp"

#include "base/random.hpp"
#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/textbook_smp_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy {
namespace election_test {

TEST(Vote, RulesShapeTheDifference) {
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::proportional, 2, 0.75, 0.25), 1);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::binary, 2, 0.75, 0.25), 2);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::binary, 2, 0.25, 0.75), -2);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::binary, 2, 5e-9, 0), 1);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::proportional_binary, 1, 0.75, 0.25), 0.6);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::proportional_cubic, 1, 0.75, 0.25), 0.3125);
    EXPECT_DOUBLE_EQ(vote_of(VotingRule::cubic, 1, 0.25, 0.75), -0.125);
}

TEST(VictoryProbability, PowersSharpenIt) {
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::linear, 2, 1), 2.0 / 3);
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::square, 2, 1), 0.8);
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::quartic, 2, 1), 16.0 / 17);
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::octic, 2, 1), 256.0 / 257);
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::binary, 2, 1), 1 / (1 + 1e-6));
    EXPECT_DOUBLE_EQ(victory_probability(VictoryModel::binary, 1, 1), 0.5);
    EXPECT_NEAR(victory_probability(VictoryModel::binary, 1.1 - 1e-9, 1), 1, 1e-6);
}

TEST(ProbabilisticCondorcet, TwoOptionsWinByTheirCoalitions) {
    // Voter 1 (weight 3) gains 1 by the first, voter 2 (weight 1) gains 1 by the second.
    const std::vector<double> weight = {3, 1}, utility = {1, 0, 0, 1};
    EXPECT_NEAR(probabilistic_condorcet({}, weight, utility, 2)[0], 0.75, 1e-8);
    // p = .75; the uniform process rests where P1 = p(P1 + P2)/2 + P1/2: P1 = p.
    EXPECT_NEAR(probabilistic_condorcet({VictoryModel::linear, ElectionModel::markov_uniform, VotingRule::proportional},
                                        weight, utility, 2)[0],
                0.75, 1e-5);
    EXPECT_EQ(probabilistic_condorcet({}, weight, std::vector<double>{1, 1}, 1), (std::vector<double>{1}));
}

TEST(ProbabilisticCondorcet, AgreesWithTheTextbookInEverySetting) {
    for (const std::size_t options : {2, 3, 4, 5, 9, 12}) {
        const BargainActors voters = invented_actors(7, 1, options);
        Random random(3, "utilities", options);
        std::vector<double> flat;
        std::vector<std::vector<double>> rows(7);
        for (std::vector<double>& row : rows)
            for (std::size_t i = 0; i < options; ++i) {
                row.push_back(random.uniform());
                flat.push_back(row.back());
            }
        for (std::size_t setting = 0; setting < 75; ++setting) {
            SmpOptions model;
            model.victory = static_cast<VictoryModel>(setting % 5);
            model.voting = static_cast<VotingRule>(setting / 5 % 5);
            model.election = static_cast<ElectionModel>(setting / 25);
            const std::vector<double> quick = probabilistic_condorcet({model.victory, model.election, model.voting},
                                                                      voters.capability, flat, options),
                                      slow = TextbookSmp(voters, model).election(rows);
            for (std::size_t i = 0; i < options; ++i) EXPECT_NEAR(quick[i], slow[i], 1e-12) << setting;
            // The Markov processes are stopped near their rest.
            EXPECT_NEAR(std::accumulate(quick.begin(), quick.end(), 0.0), 1, 1e-9);
        }
    }
}

TEST(ProbabilisticCondorcet, ManyOptionsThatBeatEachOtherInACircleHaveProbabilities) {
    // Three thirds of the voters, each with its order turned on: nobody wins against all, products are far below
    // 1e-308.
    const std::size_t options = 240;
    std::vector<double> utility;
    for (std::size_t voter = 0; voter < 3; ++voter)
        for (std::size_t i = 0; i < options; ++i)
            utility.push_back(static_cast<double>((i + voter * options / 3) % options) / 1e4);
    const std::vector<double> weight(3, 1.0);
    const std::vector<double> p = probabilistic_condorcet(
        {VictoryModel::octic, ElectionModel::conditional, VotingRule::binary}, weight, utility, options);
    double sum = 0;
    for (const double one : p) {
        EXPECT_GE(one, 0);
        sum += one;
    }
    EXPECT_NEAR(sum, 1, 1e-12);
}

}  // namespace election_test
}  // namespace tarazy
