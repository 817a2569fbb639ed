#include "align/similarity/similarity.hpp"

#include "align/similarity/reference_values_test.hpp"
#include "align/votes/synthetic_votes_test.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace similarity_test {

TEST(VoteSimilarity, AgreesWithFpsimPsychAndRInEveryPairOfSession69) {
    const std::string shared = TARAZY_SHARED_DIR;
    const std::string expected_file = shared + "/reference/alignment/similarity_votes_session69.csv";
    const std::string votes_file = shared + "/data/alignment/un_votes.csv.gz";
    if (!std::filesystem::exists(expected_file) || !std::filesystem::exists(votes_file)) {
        GTEST_SKIP() << "the UN votes and their reference values are not beside this checkout";
    }
    const std::vector<Table> votes = {read_table(votes_file)};
    const std::vector<Table> rolls = {read_table(shared + "/data/alignment/un_roll_calls.csv.gz")};
    const Table ours = vote_similarity(load_votes(votes, rolls, {std::vector<int>{69}}));
    const Table expected = read_table(expected_file);
    ASSERT_EQ(expected.rows(), 465u);
    EXPECT_EQ(reference::expect_agreement(ours, expected, {"session", "ccode1", "ccode2"}, 1e-9), 465u * 18);
}

TEST(VoteSimilarity, BytesDoNotDependOnThreads) {
    const VoteData votes = synthetic_votes(15, 70, 3, 5);
    SimilarityOptions options;
    options.bootstrap = 50;
    options.interval = IntervalKind::bca;
    options.threads = 1;
    const std::string one = to_csv(vote_similarity(votes, options));
    options.threads = 4;
    EXPECT_EQ(to_csv(vote_similarity(votes, options)), one);
}

TEST(VoteSimilarity, SessionBySessionGivesTheRowsOfTheWhole) {
    const VoteData votes = synthetic_votes(15, 70, 3, 5);
    for (const unsigned threads : {1u, 2u, 8u}) {
        SimilarityOptions options;
        options.bootstrap = 20;
        options.threads = threads;
        std::string parts;
        std::size_t calls = 0;
        vote_similarity_by_session(votes, options, [&](const Table& dyads) {
            const std::string csv = to_csv(dyads);
            parts += calls++ == 0 ? csv : csv.substr(csv.find('\n') + 1);
        });
        EXPECT_EQ(calls, votes.sessions().size());
        EXPECT_EQ(parts, to_csv(vote_similarity(votes, options)));
    }
}

TEST(VoteSimilarity, AnIntervalDoesNotDependOnWhichOtherPairsAreAskedFor) {
    const VoteData votes = synthetic_votes(15, 70, 2, 5);
    SimilarityOptions all, two;
    all.bootstrap = two.bootstrap = 100;
    two.states = {2, 42};
    const Table many = vote_similarity(votes, all), few = vote_similarity(votes, two);
    ASSERT_EQ(few.rows(), 2u);
    EXPECT_EQ(reference::expect_agreement(many, few, {"session", "ccode1", "ccode2"}, 1e-14), 2u * 25);
}

TEST(VoteSimilarity, SwappingYesAndNoChangesNothing) {
    const VoteData votes = synthetic_votes(10, 80, 1, 6);
    VoteData swapped = votes;
    for (std::uint8_t& cell : swapped.cells) {
        if (cell != VoteData::absent) cell = static_cast<std::uint8_t>(4 - cell);
    }
    EXPECT_EQ(to_csv(vote_similarity(votes)), to_csv(vote_similarity(swapped)));
}

TEST(VoteSimilarity, AddedUnanimousRollCallsLeaveVoetenAgreementAlone) {
    const VoteData votes = synthetic_votes(10, 80, 1, 7);
    VoteData more = votes;
    for (int extra = 0; extra < 30; ++extra) {
        more.roll_calls.push_back({5000 + extra, 1, {}});
        more.cells.insert(more.cells.end(), more.states.size(), VoteData::yes);
    }
    const Table before = vote_similarity(votes), after = vote_similarity(more);
    for (std::size_t row = 0; row < before.rows(); ++row) {
        EXPECT_EQ(before["agree_voeten"].real(row), after["agree_voeten"].real(row));
        EXPECT_EQ(before["n_nonunanimous"].integer(row), after["n_nonunanimous"].integer(row));
        EXPECT_GT(*after["agree_lijphart"].real(row), *before["agree_lijphart"].real(row) - 1e-12);
    }
}

TEST(VoteSimilarity, IntervalsHoldTheEstimateAndNarrowWithMoreRollCalls) {
    SimilarityOptions options;
    options.bootstrap = 400;
    options.states = {2, 52};
    const Table few = vote_similarity(synthetic_votes(10, 30, 1, 8), options);
    const Table many = vote_similarity(synthetic_votes(10, 480, 1, 8), options);
    const auto width = [](const Table& t) { return *t["s_abs_upper"].real(0) - *t["s_abs_lower"].real(0); };
    EXPECT_LE(*few["s_abs_lower"].real(0), *few["s_abs"].real(0));
    EXPECT_GE(*few["s_abs_upper"].real(0), *few["s_abs"].real(0));
    EXPECT_NEAR(width(few) / width(many), 4, 1.5);
}

TEST(VoteSimilarity, AConstantPortfolioAndNoCommonVotesSayWhy) {
    VoteData votes;
    votes.states = {2, 20, 31};
    votes.roll_calls = {{1, 0, {}}, {2, 0, {}}, {3, 0, {}}};
    votes.cells = {1, 1, 0, /**/ 1, 3, 0, /**/ 0, 0, 2};
    const Table table = vote_similarity(votes);
    EXPECT_EQ(table["reason"].text(0), "constant");
    EXPECT_EQ(table["kappa_sq"].real(0), 0.0);
    EXPECT_TRUE(table["tau_b"].missing(0));
    EXPECT_EQ(table["reason"].text(1), "no common votes");
    EXPECT_TRUE(table["s_abs"].missing(1));
}

TEST(VoteSimilarity, RollCallsOfOneDayAreResampledTogether) {
    VoteData votes = synthetic_votes(6, 60, 1, 9);
    SimilarityOptions options;
    options.bootstrap = 300;
    const Table alone = vote_similarity(votes, options);
    for (std::size_t i = 0; i < votes.roll_calls.size(); ++i) votes.roll_calls[i].block = std::to_string(i / 30);
    const Table in_two_blocks = vote_similarity(votes, options);
    EXPECT_EQ(alone["s_abs"].reals()[0], in_two_blocks["s_abs"].reals()[0]);
    EXPECT_NE(alone["s_abs_lower"].reals()[0], in_two_blocks["s_abs_lower"].reals()[0]);
}

TEST(VoteSimilarity, AnUnknownMeasureSuggestsTheRightOne) {
    SimilarityOptions options;
    options.bootstrap = 10;
    options.interval_measures = {"kapa_sq"};
    try {
        (void)vote_similarity(synthetic_votes(3, 10, 1, 1), options);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'kappa_sq'?"), std::string::npos);
    }
}

TEST(VoteSimilarity, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const VoteData votes = synthetic_votes(25, 70, 3, 5);
    for (const unsigned threads : {1u, 3u}) {
        expect_stoppable([&](const Work& work) {
            SimilarityOptions options;
            options.bootstrap = 50;
            options.threads = threads;
            options.work = work;
            (void)vote_similarity(votes, options);
        });
    }
}

}  // namespace similarity_test
}  // namespace tarazy
