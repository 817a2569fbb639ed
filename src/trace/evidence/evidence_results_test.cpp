#include "trace/evidence/evidence_results.hpp"

#include "table/named_cells.hpp"
#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_results_test {

using testing_rivals::random_rivals;
using testing_rivals::read_motives;

EvidenceResult weighed(const RivalExplanations& rivals) {
    RangeDrawOptions options;
    options.draws = 500;
    return weigh_evidence(rivals, options);
}

TEST(EvidenceResults, ARowForEachClueAndHypothesis) {
    const Table table = evidence_table(weighed(read_motives()));
    EXPECT_EQ(table.rows(), 15u);
    EXPECT_EQ(table.names[0], "clue");
    EXPECT_EQ(table.names[6], "posterior_high");
    EXPECT_EQ(text_in(table, "counting", 6), "weaker in its group");
    EXPECT_EQ(number_in(table, "weight_db", 6), 0);
    EXPECT_EQ(number_in(table, "weight_db", 12), std::nullopt) << "nobody has looked for the minutes";
    EXPECT_EQ(number_in(table, "posterior", 14), number_in(table, "posterior", 11));
}

TEST(EvidenceResults, TheLadderAddsUpToThePosteriorOdds) {
    const EvidenceResult result = weighed(read_motives());
    const Table ladder = ladder_table(result);
    ASSERT_EQ(ladder.rows(), 5u) << "the prior and the four clues that were sought";
    const std::size_t last = ladder.rows() - 1;
    EXPECT_NEAR(*number_in(ladder, "cumulative_db", last), decibels_to_reverse(result, result.weighing.leader), 1e-10);
    EXPECT_LE(*number_in(ladder, "cumulative_low", last), *number_in(ladder, "cumulative_db", last));
    EXPECT_EQ(number_in(ladder, "cumulative_db", 3), number_in(ladder, "cumulative_db", 2))
        << "the weaker adds nothing";
    EXPECT_EQ(text_in(ladder, "leader", 0), "norm");
}

TEST(EvidenceResults, TheScoreboardTellsWhoLeadsAndHowSurely) {
    const EvidenceResult result = weighed(read_motives());
    const Table board = scoreboard_table(result);
    ASSERT_EQ(board.rows(), 3u);
    EXPECT_EQ(number_in(board, "rank", 2), 1);
    EXPECT_EQ(number_in(board, "clues_for", 2), 3);
    EXPECT_EQ(number_in(board, "clues_against", 0), 3);
    EXPECT_EQ(number_in(board, "decibels_to_reverse", 2), number_in(board, "decibels_to_reverse", 1))
        << "the leader and the second are equally far from each other";
    double sum = 0;
    for (std::size_t row = 0; row < 3; ++row) sum += *number_in(board, "p_leads", row);
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(EvidenceResults, WeightsBetweenEachTwoAreMirrorImages) {
    const Table weights = weights_table(weighed(read_motives()));
    EXPECT_EQ(weights.rows(), 6u * 4u);
    EXPECT_EQ(text_in(weights, "hypothesis", 0), "pressure");
    EXPECT_EQ(text_in(weights, "against", 0), "will");
    for (std::size_t row = 0; row < weights.rows(); ++row) {
        for (std::size_t other = 0; other < weights.rows(); ++other) {
            if (text_in(weights, "clue", row) != text_in(weights, "clue", other) ||
                text_in(weights, "hypothesis", row) != text_in(weights, "against", other) ||
                text_in(weights, "against", row) != text_in(weights, "hypothesis", other))
                continue;
            EXPECT_NEAR(*number_in(weights, "weight_low", row), -*number_in(weights, "weight_high", other), 1e-12);
        }
    }
}

TEST(EvidenceResults, InfiniteWeightsAreLeftEmpty) {
    RivalExplanations rivals = random_rivals(1, 2, 2);
    rivals.clues[0].found = ClueFound::yes;
    rivals.clues[0].likelihoods[1].probability = {0, 0, 0};
    const EvidenceResult result = weighed(rivals);
    EXPECT_EQ(number_in(evidence_table(result), "weight_db", 0), std::nullopt);
    EXPECT_EQ(number_in(scoreboard_table(result), "decibels_to_reverse", 0), std::nullopt);
    EXPECT_EQ(number_in(ladder_table(result), "cumulative_db", 1), std::nullopt);
    EXPECT_EQ(number_in(scoreboard_table(result), "posterior", 0), 1);
}

TEST(EvidenceResults, TornadoAndPlannerHaveTheirRows) {
    const EvidenceResult result = weighed(read_motives());
    EXPECT_EQ(tornado_table(result).rows(), 3u + 9u);
    const Table planner = planner_table(result);
    ASSERT_EQ(planner.rows(), 1u);
    EXPECT_LE(*number_in(planner, "expected_db_q05", 0), *number_in(planner, "expected_db", 0));
    EXPECT_GE(*number_in(planner, "expected_db_q95", 0), *number_in(planner, "expected_db", 0));
}

}  // namespace evidence_results_test
}  // namespace tarazy
