#include "align/balance/window_standings.hpp"

#include "align/balance/balance_summary.hpp"
#include "align/votes/synthetic_votes_test.hpp"
#include "base/random.hpp"
#include "io/write_table.hpp"
#include "stats/quantile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tarazy {
namespace window_standings_test {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

struct StateNumber {
    std::string state;
    double value = 0;
    std::vector<double> draws = {};
    std::size_t n_years = 10;
};

Table standings_of(const std::vector<StateNumber>& numbers, const std::string& quantity = "evenness",
                   bool is_median = false) {
    WindowStandings standings("KAZ");
    for (const StateNumber& each : numbers)
        standings.add({each.state, "votes", quantity, "", {1992, 2001}, each.n_years}, each.value, each.draws,
                      is_median);
    WindowSummary summary;
    standings.write(summary, Work());
    return std::move(summary).table();
}

/// Draw by draw, counting one state after the other.
std::vector<double> naive_standings(const std::vector<StateNumber>& numbers) {
    std::vector<double> standings;
    for (std::size_t d = 0; d < numbers.front().draws.size(); ++d) {
        double below = 0;
        for (std::size_t j = 1; j < numbers.size(); ++j) {
            if (numbers[j].draws[d] < numbers[0].draws[d]) below += 1;
            if (numbers[j].draws[d] == numbers[0].draws[d]) below += 0.5;
        }
        standings.push_back(below / static_cast<double>(numbers.size() - 1));
    }
    return standings;
}

std::vector<StateNumber> random_numbers(std::uint64_t seed, std::size_t states, std::size_t draws) {
    std::vector<StateNumber> numbers;
    for (std::size_t s = 0; s < states; ++s) {
        Random random(seed, "standings of a test", s);
        StateNumber one{s == 0 ? "KAZ" : std::string("S") + static_cast<char>('A' + s), random.uniform()};
        // Few different numbers, so that there are ties.
        for (std::size_t d = 0; d < draws; ++d) one.draws.push_back(std::floor(random.uniform() * 8) / 8);
        numbers.push_back(std::move(one));
    }
    return numbers;
}

TEST(WindowStandings, AreTakenDrawByDrawAsANaiveCountSays) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<StateNumber> numbers = random_numbers(seed, 4 + seed % 6, 50);
        const Table table = standings_of(numbers);
        ASSERT_EQ(table.rows(), 2u);
        EXPECT_EQ(table["quantity"].text(0), "standing_of_evenness");
        EXPECT_EQ(table["quantity"].text(1), "rank_of_evenness");
        EXPECT_EQ(table["state"].text(0), "KAZ");
        const std::vector<double> naive = naive_standings(numbers);
        EXPECT_DOUBLE_EQ(*table["q10"].real(0), *quantile(naive, 0.1));
        EXPECT_DOUBLE_EQ(*table["q95"].real(0), *quantile(naive, 0.95));
        EXPECT_EQ(table["n_states"].integer(0), static_cast<std::int64_t>(numbers.size() - 1));
        for (const char* column : {"value", "q025", "q50", "q975"}) {
            EXPECT_GE(*table[column].real(0), 0);
            EXPECT_LE(*table[column].real(0), 1);
            EXPECT_GE(*table[column].real(1), 1);
            EXPECT_LE(*table[column].real(1), static_cast<double>(numbers.size()));
        }
    }
}

TEST(WindowStandings, DoNotDependOnTheOrderOfTheStates) {
    std::vector<StateNumber> numbers = random_numbers(7, 6, 40);
    const std::string one = to_csv(standings_of(numbers));
    std::ranges::reverse(numbers);
    EXPECT_EQ(to_csv(standings_of(numbers)), one);
}

TEST(WindowStandings, WhatMovesTheStatesTogetherMovesNoRank) {
    // Each number alone is far more uncertain than the states are apart.
    std::vector<StateNumber> numbers = {{"KAZ", 2}, {"UZB", 1}, {"KGZ", 3}, {"TJK", 0}};
    Random random(3, "standings of a test", 0);
    for (int d = 0; d < 100; ++d) {
        const double common = 100 * random.uniform();
        for (StateNumber& each : numbers) each.draws.push_back(each.value + common);
    }
    const Table table = standings_of(numbers);
    EXPECT_DOUBLE_EQ(*table["q025"].real(0), 2.0 / 3);
    EXPECT_DOUBLE_EQ(*table["q975"].real(0), 2.0 / 3);
    EXPECT_DOUBLE_EQ(*table["q025"].real(1), 2);
    EXPECT_DOUBLE_EQ(*table["q975"].real(1), 2);
}

TEST(WindowStandings, WithoutErrorThereIsOneValue) {
    const Table table = standings_of({{"KAZ", 2}, {"UZB", 1}, {"KGZ", 2}, {"TJK", 3}});
    EXPECT_EQ(table["value"].real(0), 0.5);
    EXPECT_FALSE(table["q50"].real(0));
    EXPECT_EQ(table["value"].real(1), 2);
}

TEST(WindowStandings, ANumberWithoutErrorStandsBesideEveryDraw) {
    const Table table = standings_of({{"KAZ", 2, {1, 2, 3, 4}}, {"UZB", 2.5}, {"KGZ", 2.5}, {"TJK", 2.5}}, "h", true);
    EXPECT_EQ(table["q50"].real(0), 0.5);
    EXPECT_EQ(table["value"].real(0), 0.5);  // the median over the draws, though 2 lies below 2.5
    EXPECT_EQ(table["value"].real(1), 2.5);
}

TEST(WindowStandings, DrawsInWhichANumberIsNotKnownAreLeftOut) {
    const Table table = standings_of(
        {{"KAZ", 2, {2, 2, 2}}, {"UZB", 1, {9, not_known, 1}}, {"KGZ", 1, {9, 9, 1}}, {"TJK", 1, {9, 9, 1}}});
    EXPECT_EQ(table["q50"].real(0), 0.5);  // of 0 and 1
}

TEST(WindowStandings, FewerThanThreeOthersMakeNone) {
    EXPECT_EQ(standings_of({{"KAZ", 2}, {"UZB", 1}, {"KGZ", 2}}).rows(), 0u);
    EXPECT_EQ(standings_of({{"KAZ", 2}, {"UZB", 1}, {"KGZ", 2}, {"TJK", not_known}}).rows(), 0u);
    EXPECT_EQ(standings_of({{"KAZ", not_known}, {"UZB", 1}, {"KGZ", 2}, {"TJK", 1}}).rows(), 0u);
    EXPECT_EQ(standings_of({{"KAZ", 2}, {"UZB", 1}, {"UZB", 1}, {"KGZ", 2}}).rows(), 0u);
    EXPECT_EQ(standings_of({{"UZB", 1}, {"KGZ", 2}, {"TJK", 1}, {"TKM", 1}}).rows(), 0u);
}

TEST(WindowStandings, AStateWithFewerThanHalfOfTheYearsTakesNoPart) {
    const Table table = standings_of({{"KAZ", 2}, {"UZB", 1, {}, 5}, {"KGZ", 9, {}, 4}, {"TJK", 1}, {"TKM", 1}});
    EXPECT_EQ(table["n_states"].integer(0), 3);
    EXPECT_EQ(table["value"].real(0), 1);
    EXPECT_EQ(table["n_years"].integer(0), 10);
}

TEST(WindowStandings, NumbersOfYearsAreComparedAsSharesOfTheYears) {
    const Table table =
        standings_of({{"KAZ", 5}, {"UZB", 5, {}, 8}, {"KGZ", 4, {}, 8}, {"TJK", 4, {}, 20}}, "years_closer");
    EXPECT_EQ(table["value"].real(1), 2);  // only 5 of 8 are more than 5 of 10
    EXPECT_DOUBLE_EQ(*table["value"].real(0), 1.5 / 3);
}

TEST(WindowStandings, TensionIsOfThePolesAndHasNone) {
    EXPECT_EQ(standings_of({{"KAZ", 2}, {"UZB", 1}, {"KGZ", 2}, {"TJK", 3}}, "tension").rows(), 0u);
}

TEST(WindowStandings, TheQuantityOfAStandingIsWhatFollows) {
    EXPECT_EQ(quantity_of_standing("standing_of_years_nearest"), "years_nearest");
    EXPECT_EQ(quantity_of_standing("rank_of_h_total"), "h_total");
    EXPECT_FALSE(quantity_of_standing("evenness"));
}

std::map<std::string, double> numbers_in(const Table& summary, const std::string& quantity) {
    std::map<std::string, double> numbers;
    for (std::size_t row = 0; row < summary.rows(); ++row)
        if (summary["quantity"].text(row) == quantity && summary["poles"].text(row).value_or("RUS") == "RUS")
            numbers[summary["state"].display(row)] = summary["value"].real(row).value_or(not_known);
    return numbers;
}

TEST(WindowStandings, OfVotesAreThoseOfTheNumbersAndTheOtherRowsStayAsTheyWere) {
    VoteData votes = synthetic_votes(7, 60, 3, 21);
    votes.states = {2, 365, 701, 703, 704, 705, 710};
    for (RollCall& call : votes.roll_calls) call.session += 49;
    votes.assembly.years = {{50, 1995}, {51, 1996}, {52, 1997}};
    SharesOptions options;
    options.states = {"KAZ", "UZB", "KGZ", "TKM"};
    options.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA"}}};
    options.bootstrap = 60;
    const std::string before = to_csv(vote_shares(votes, options).summary);
    options.focus = "KAZ";
    const Table summary = vote_shares(votes, options).summary;
    EXPECT_TRUE(to_csv(summary).starts_with(before));
    for (const std::string quantity : {"mean_share", "trend", "evenness", "years_nearest"}) {
        const auto numbers = numbers_in(summary, quantity);
        std::vector<double> others;
        for (const auto& [state, number] : numbers)
            if (state != "KAZ") others.push_back(number);
        ASSERT_EQ(others.size(), 3u) << quantity;
        const Standing expected = standing_among(numbers.at("KAZ"), others);
        EXPECT_EQ(numbers_in(summary, "standing_of_" + quantity),
                  (std::map<std::string, double>{{"KAZ", expected.share_below}}));
        EXPECT_EQ(numbers_in(summary, "rank_of_" + quantity), (std::map<std::string, double>{{"KAZ", expected.rank}}));
    }
}

TEST(WindowStandings, OfTheBalanceComeWithEveryDomainAndTheWhole) {
    BalanceOptions options;
    options.poles = {"RUS", "CHN"};
    options.weight_draws = 100;
    options.focus = "KAZ";
    std::vector<DomainDraws> domains;
    for (const auto& [state, lean] : std::map<std::string, double>{{"KAZ", 3}, {"UZB", 1}, {"KGZ", 2}, {"TJK", 4}}) {
        domains.push_back({"votes", state, 2000, {lean, 1, lean, 1.1}, 2, {0.5, 0.6}, ""});
        domains.push_back({"trade", state, 2000, {lean, 1}, 1, {}, ""});
    }
    const Table summary = balance_summary(domains, options, {});
    std::map<std::string, double> found;
    for (std::size_t row = 0; row < summary.rows(); ++row) {
        if (summary["quantity"].text(row) == "standing_of_mean_share" && summary["poles"].text(row) == "RUS")
            found[summary["domain"].display(row)] = *summary["value"].real(row);
        EXPECT_NE(summary["quantity"].text(row), "standing_of_tension");
    }
    EXPECT_EQ(found.size(), 3u);
    for (const auto& [domain, standing] : found) EXPECT_DOUBLE_EQ(standing, 2.0 / 3) << domain;
}

}  // namespace window_standings_test
}  // namespace tarazy
