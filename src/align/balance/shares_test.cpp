#include "align/balance/shares.hpp"

#include "align/similarity/similarity.hpp"
#include "align/votes/synthetic_votes_test.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace shares_test {

/// Kazakhstan 705, Russia 365, China 710, United States 2, France 220 in sessions 50-52.
VoteData five_states() {
    VoteData votes = synthetic_votes(5, 60, 3, 21);
    votes.states = {2, 220, 365, 705, 710};
    for (RollCall& call : votes.roll_calls) call.session += 49;
    votes.assembly.years = {{50, 1995}, {51, 1996}, {52, 1997}};
    return votes;
}

SharesOptions options() {
    SharesOptions o;
    o.states = {"KAZ"};
    o.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA", "FRA"}}};
    o.bootstrap = 200;
    return o;
}

TEST(VoteShares, ClosenessIsTheMeanAgreementWithTheMembersAndSharesAddUpToOne) {
    const VoteData votes = five_states();
    const Table shares = vote_shares(votes, options()).by_year;
    const Table similarity = vote_similarity(votes);
    ASSERT_EQ(shares.rows(), 9u);
    double west = 0, total = 0;
    for (std::size_t row = 0; row < similarity.rows(); ++row) {
        const auto a = similarity["ccode1"].integer(row), b = similarity["ccode2"].integer(row);
        if (similarity["session"].integer(row) == 50 && b == 705 && (a == 2 || a == 220))
            west += *similarity["agree_voeten"].real(row) / 2;
    }
    for (std::size_t row = 0; row < 3; ++row) total += *shares["share"].real(row);
    EXPECT_EQ(shares["pole"].text(2), "WEST");
    EXPECT_EQ(shares["year"].integer(2), 1995);
    EXPECT_NEAR(*shares["closeness"].real(2), west, 1e-15);
    EXPECT_NEAR(total, 1, 1e-15);
    for (std::size_t row = 0; row < shares.rows(); ++row) {
        EXPECT_LE(*shares["share_q05"].real(row), *shares["share"].real(row));
        EXPECT_GE(*shares["share_q95"].real(row), *shares["share"].real(row));
    }
}

TEST(VoteShares, OrderOfThePolesChangesNoNumberAndThreadsNoByte) {
    SharesOptions o = options();
    const SharesResult one = vote_shares(five_states(), o);
    o.threads = 3;
    EXPECT_EQ(to_csv(vote_shares(five_states(), o).summary), to_csv(one.summary));
    std::swap(o.poles[0], o.poles[1]);
    const SharesResult other = vote_shares(five_states(), o);
    EXPECT_EQ(other.by_year["share"].real(0), one.by_year["share"].real(1));
    EXPECT_EQ(other.by_year["p_nearest"].real(0), one.by_year["p_nearest"].real(1));
}

TEST(VoteShares, FlaggedSessionsAreShownButLeftOutOfTheWindows) {
    SharesOptions o = options();
    o.agenda_break = 52;
    const SharesResult result = vote_shares(five_states(), o);
    EXPECT_EQ(result.by_year["flag"].text(8), "agenda");
    EXPECT_TRUE(result.by_year["flag"].missing(0));
    EXPECT_EQ(result.summary["n_years"].integer(0), 2);
    EXPECT_EQ(result.summary["window"].text(0), "1995-1996");
    o.windows = {{1990, 2005}};
    const Table wide = vote_shares(five_states(), o).summary;
    EXPECT_EQ(wide["window"].text(0), "1990-2005");
    EXPECT_EQ(wide["first_year"].integer(0), 1995);
    EXPECT_EQ(wide["last_year"].integer(0), 1996);
}

TEST(VoteShares, APoleWithoutVotesLeavesTheShareMissing) {
    SharesOptions o = options();
    o.poles[1].members = {"IND"};
    const SharesResult result = vote_shares(five_states(), o);
    EXPECT_TRUE(result.by_year["closeness"].missing(1));
    EXPECT_TRUE(result.by_year["share"].missing(0));
    EXPECT_FALSE(result.by_year["closeness"].missing(0));
    EXPECT_EQ(result.summary.rows(), 0u);
    EXPECT_FALSE(result.warnings.empty());
}

TEST(TieShares, ClosenessIsTheCodePlusAHalfWithoutIntervals) {
    TieMatrix ties =
        load_tie_matrix(read_csv("ccode,2,220,365,705,710\n2,3,3,0,0,0\n220,3,3,0,1,0\n365,0,0,3,3,1\n"
                                 "705,0,1,3,3,1\n710,0,0,1,1,3\n",
                                 "ties.csv"));
    ties.year = 2010;
    const Table shares = tie_shares({ties}, options()).by_year;
    EXPECT_EQ(shares["closeness"].real(0), 3.5);
    EXPECT_EQ(shares["closeness"].real(1), 1.5);
    EXPECT_EQ(shares["closeness"].real(2), 1.0);
    EXPECT_NEAR(*shares["share"].real(0), 3.5 / 6, 1e-15);
    EXPECT_TRUE(shares["share_q05"].missing(0));
    EXPECT_TRUE(shares["p_nearest"].missing(0));
}

TEST(Shares, AnUnknownStateIsRefused) {
    SharesOptions o = options();
    o.states = {"KAX"};
    EXPECT_THROW((void)vote_shares(five_states(), o), UsageError);
}

TEST(DomainShares, DrawsOfADomainKeepTogether) {
    DomainSeries series;
    DomainDraws entry{"positions", "KAZ", 2000, {}, 100, {}, ""};
    for (int d = 0; d < 100; ++d) {
        const double near = 0.4 + 0.002 * d;  // both neighbours move together: their difference is known
        entry.closeness.insert(entry.closeness.end(), {near, near - 0.1, 0.2});
    }
    series.state_years = {entry};
    entry.year = 2001;
    series.state_years.push_back(entry);
    const SharesResult result = domain_shares(series, options());
    ASSERT_EQ(result.by_year.rows(), 6u);
    EXPECT_EQ(result.by_year["domain"].text(0), "positions");
    EXPECT_NEAR(*result.by_year["closeness"].real(0), 0.4 + 0.002 * 49.5, 1e-12);
    EXPECT_NEAR(*result.by_year["closeness_q95"].real(0), 0.4 + 0.002 * 94.05, 1e-12);
    EXPECT_EQ(result.by_year["p_nearest"].real(0), 1.0);
    EXPECT_FALSE(result.by_year["session"].real(0));
    for (std::size_t row = 0; row < result.summary.rows(); ++row) {
        if (result.summary["quantity"].text(row) != "difference" || result.summary["poles"].text(row) != "RUS-CHN")
            continue;
        EXPECT_NEAR(*result.summary["q05"].real(row), 0.1, 1e-12);
        EXPECT_NEAR(*result.summary["q95"].real(row), 0.1, 1e-12);
        EXPECT_EQ(result.summary["p_positive"].real(row), 1.0);
    }
}

TEST(DomainShares, APoleThatIsNotKnownInEveryDrawLeavesTheSharesMissing) {
    DomainSeries series;
    series.state_years = {{"positions", "KAZ", 2000, {1, 2, Column::missing_real, 1, 2, 1}, 2, {}, ""}};
    const SharesResult result = domain_shares(series, options());
    EXPECT_EQ(result.by_year["closeness"].real(0), 1.0);
    EXPECT_FALSE(result.by_year["closeness"].real(2));
    EXPECT_FALSE(result.by_year["share"].real(0));
    EXPECT_EQ(result.summary.rows(), 0u);
}

TEST(VoteShares, EndWhenTheyAreAskedToAndSayHowFarTheyAre) {
    expect_stoppable([](const Work& work) {
        SharesOptions o = options();
        o.work = work;
        (void)vote_shares(five_states(), o);
    });
}

}  // namespace shares_test
}  // namespace tarazy
