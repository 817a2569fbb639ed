#include "simulate/forecast/seal_scores.hpp"

#include "base/error.hpp"
#include "simulate/forecast/draw_scores.hpp"
#include "simulate/forecast/small_seal_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace seal_scores_test {

/// What came after the small seal, up to a year.
YearPanel later(std::int64_t last) {
    YearPanel panel = panel_between(small_seal().history, 2005, last);
    for (std::int64_t year = 2025; year <= last; ++year)
        for (std::size_t state = 0; state < 2; ++state) {
            panel.at(state, year)[0] = 0.5;
            panel.at(state, year)[1] = 0.5;
        }
    return panel;
}

TEST(SealScores, ForecastsAndHindcastsApart) {
    const SealedForecast seal = small_seal();
    const SealScores scores = score_seal(seal, later(2026), "new.csv");
    EXPECT_EQ(scores.waiting, std::vector<std::int64_t>{2027});
    EXPECT_EQ(scores.scores.size(), 4u * 2 * 2 * 2);
    EXPECT_TRUE(scores.notes.empty());
    ASSERT_EQ(scores.means.size(), 8u);
    EXPECT_TRUE(scores.means[0].foreseen);
    EXPECT_EQ(seal.forecasts[scores.means[0].forecaster].name, "drift");
    EXPECT_EQ(scores.means[0].years, std::vector<std::int64_t>{2026});
    EXPECT_EQ(scores.means[4].years, std::vector<std::int64_t>{2025});
    EXPECT_FALSE(scores.means[4].foreseen);
    const double by_hand =
        (crps(seal.forecasts[1].draws.of(0, 1, 0), 0.5) + crps(seal.forecasts[1].draws.of(0, 1, 1), 0.5) +
         crps(seal.forecasts[1].draws.of(1, 1, 0), 0.5) + crps(seal.forecasts[1].draws.of(1, 1, 1), 0.5)) /
        4;
    EXPECT_NEAR(scores.means[0].crps, by_hand, 1e-12);
    EXPECT_NEAR(*scores.means[0].energy, by_hand * std::sqrt(2), 1e-12);
    double best = 1;
    for (std::size_t i = 1; i < 4; ++i) best = std::min(best, scores.means[i].crps);
    EXPECT_NEAR(*scores.means[0].skill, 1 - by_hand / best, 1e-12);
    const Table table = seal_means_table(seal, scores);
    EXPECT_EQ(table.rows(), 8u);
    EXPECT_EQ(*table["kind"].text(0), "forecast");
    EXPECT_EQ(*table["years"].text(4), "2025");
    EXPECT_EQ(seal_score_table(seal, scores).rows(), scores.scores.size());
}

TEST(SealScores, WaitsForItsYears) {
    try {
        (void)score_seal(small_seal(), later(2024), "new.csv");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("it waits for 2025, 2026, 2027"), std::string::npos) << error.what();
    }
}

TEST(SealScores, PartsAndRevisionsAreTold) {
    YearPanel news = later(2025);
    news.at(1, 2025)[0] = news.at(1, 2025)[1] = std::nan("");
    news.at(0, 2010)[0] += 0.02;
    const SealScores scores = score_seal(small_seal(), news, "new.csv");
    ASSERT_EQ(scores.notes.size(), 2u);
    EXPECT_EQ(scores.notes[0], "2025: 2 of 4 values are there, and are scored so far");
    EXPECT_NE(scores.notes[1].find("revised after the forecast was sealed: 1 values, most in A p 2010"),
              std::string::npos)
        << scores.notes[1];
    YearPanel fewer{{"A"}, {"p"}, 2025, 1, {0.4}};
    EXPECT_EQ(score_seal(small_seal(), fewer, "new.csv").notes.front(), "new.csv has no state 'B', series 'q'");
    YearPanel others{{"C"}, {"p"}, 2025, 1, {0.4}};
    EXPECT_THROW((void)score_seal(small_seal(), others, "new.csv"), InputError);
}

TEST(SealScores, NumbersThatSomeForecastLacksAreLeftOut) {
    SealedForecast seal = small_seal();
    for (double& draw : seal.forecasts[2].draws.of(1, 1, 0)) draw = std::nan("");
    const SealScores scores = score_seal(seal, later(2026), "new.csv");
    EXPECT_EQ(scores.scores.size(), 4u * 7);
}

TEST(SealScores, FanOfDraws) {
    const SealedForecast seal = small_seal();
    const Table fan = fan_of_draws(seal.history, "drift", seal.forecasts[1].draws);
    EXPECT_EQ(fan.rows(), 2u * 2 * 3);
    EXPECT_EQ(*fan["year"].integer(2), 2027);
    EXPECT_LE(*fan["q05"].real(0), *fan["q50"].real(0));
}

}  // namespace seal_scores_test
}  // namespace tarazy
