#include "align/ideal_points/ideal_point_fit.hpp"

#include "align/ideal_points/ideal_points.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"
#include "io/write_table.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace ideal_point_fit_test {

/// Roll calls of session 1 in rows, states in columns: y, a or n.
VotePanel one_session(const std::vector<std::string>& roll_calls) {
    VoteData votes;
    votes.assembly.years = {{1, 1946}};
    for (std::size_t s = 0; s < roll_calls.front().size(); ++s) votes.states.push_back(static_cast<int>(s) + 1);
    for (const std::string& cast : roll_calls) {
        votes.roll_calls.push_back({static_cast<std::int64_t>(votes.roll_calls.size()) + 1, 1, {}});
        for (const char vote : cast)
            votes.cells.push_back(vote == 'y' ? VoteData::yes : vote == 'a' ? VoteData::abstain : VoteData::no);
    }
    return vote_panel(votes);
}

double cell(const Table& table, const char* column, std::size_t row = 0) {
    return table[column].real(row).value();
}

TEST(IdealPointFit, SharpItemsAreClassifiedWithoutError) {
    const VotePanel panel = one_session({"yynn", "ynnn"});
    const std::vector<double> theta = {-2, -1, 1, 2};
    const std::vector<ItemParameters> items = {{20, 0, 0}, {20, -30, 0}};
    const Table fit = ideal_point_fit(panel, theta, items);
    ASSERT_EQ(fit.rows(), 2u);
    EXPECT_EQ(fit["session"].integer(0), 1);
    EXPECT_TRUE(fit["session"].missing(1)) << "all sessions";
    EXPECT_EQ(fit["year"].integer(0), 1946);
    EXPECT_EQ(fit["roll_calls"].integer(0), 2);
    EXPECT_EQ(fit["n_votes"].integer(0), 8);
    EXPECT_DOUBLE_EQ(cell(fit, "yes"), 3.0 / 8);
    EXPECT_NEAR(cell(fit, "yes_expected"), 3.0 / 8, 1e-9);
    EXPECT_DOUBLE_EQ(cell(fit, "correct"), 1);
    EXPECT_DOUBLE_EQ(cell(fit, "modal"), 5.0 / 8);
    EXPECT_DOUBLE_EQ(cell(fit, "apre"), 1);
    EXPECT_NEAR(cell(fit, "gmp"), 1, 1e-9);
}

TEST(IdealPointFit, ItemsThatKnowNothingOfThePositionsReduceNoError) {
    const VotePanel panel = one_session({"yyan", "yyan"});
    const ItemParameters item{0, normal_quantile(0.5), std::log(normal_quantile(0.75))};  // 1/2, 1/4, 1/4 for everyone
    const Table fit = ideal_point_fit(panel, std::vector<double>{-2, -1, 1, 2}, std::vector<ItemParameters>(2, item));
    EXPECT_NEAR(cell(fit, "yes_expected"), 0.5, 1e-8);
    EXPECT_NEAR(cell(fit, "abstain_expected"), 0.25, 1e-8);
    EXPECT_NEAR(cell(fit, "no_expected"), 0.25, 1e-8);
    EXPECT_DOUBLE_EQ(cell(fit, "abstain"), 0.25);
    EXPECT_DOUBLE_EQ(cell(fit, "correct"), 0.5);
    EXPECT_DOUBLE_EQ(cell(fit, "apre"), 0);
    EXPECT_NEAR(cell(fit, "gmp"), std::pow(0.5 * 0.5 * 0.25 * 0.25, 0.25), 1e-8);
}

TEST(IdealPointFit, ErrorsBeyondTheMinorityMakeItNegative) {
    const VotePanel panel = one_session({"ynnn", "yynn"});
    // Both the wrong way round: four errors where the minority is one, three where it is two.
    const Table fit =
        ideal_point_fit(panel, std::vector<double>{-2, 1, 1, 1}, std::vector<ItemParameters>{{-20, 0, 0}, {-20, 0, 0}});
    EXPECT_DOUBLE_EQ(cell(fit, "correct"), 1.0 / 8);
    EXPECT_DOUBLE_EQ(cell(fit, "apre"), (3.0 - 7.0) / 3.0);
}

TEST(IdealPointFit, AnAbstentionOnAnItemOfTwoCategoriesIsStillAnAbstention) {
    const VotePanel panel = one_session({"aann", "yyaa"});
    const Table fit =
        ideal_point_fit(panel, std::vector<double>{-1, -1, 1, 1}, std::vector<ItemParameters>{{20, 0, 0}, {20, 0, 0}});
    EXPECT_DOUBLE_EQ(cell(fit, "abstain"), 0.5);
    EXPECT_NEAR(cell(fit, "abstain_expected"), 0.5, 1e-9);
    EXPECT_NEAR(cell(fit, "no_expected"), 0.25, 1e-9);
    EXPECT_DOUBLE_EQ(cell(fit, "apre"), 1);
}

TEST(IdealPointFit, AtTheModeExpectedSharesAreNearThoseThatHappened) {
    const SimulatedVotes simulated = simulated_votes(7, {60, 4, 60, 10}, contested_priors());
    PanelOptions options;
    options.same_text = simulated.same_text;
    options.simulated = true;
    const VotePanel panel = vote_panel(simulated.votes, options);
    const IdealPointResult result = ideal_points(panel, {});
    ASSERT_EQ(result.fit.rows(), 5u);
    std::int64_t votes = 0;
    for (std::size_t row = 0; row < 4; ++row) {
        // 3,600 votes a session: a share's standard error is below 0.01.
        for (const std::string name : {"yes", "abstain", "no"})
            EXPECT_NEAR(cell(result.fit, name.c_str(), row), cell(result.fit, (name + "_expected").c_str(), row), 0.03);
        EXPECT_GT(cell(result.fit, "apre", row), 0.2);
        votes += *result.fit["n_votes"].integer(row);
    }
    EXPECT_EQ(result.fit["n_votes"].integer(4), votes);
    EXPECT_EQ(static_cast<std::size_t>(votes), panel.votes());
}

}  // namespace ideal_point_fit_test
}  // namespace tarazy
