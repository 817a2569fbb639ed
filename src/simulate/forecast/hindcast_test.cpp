#include "simulate/forecast/hindcast.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "simulate/forecast/draw_scores.hpp"
#include "simulate/forecast/naive_forecasters.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hindcast_test {

/// Two states, a line and a wave, 2000-2019.
YearPanel lines() {
    YearPanel panel{{"A", "B"}, {"y"}, 2000, 20, {}};
    for (int t = 0; t < 20; ++t) panel.values.push_back(t);
    for (int t = 0; t < 20; ++t) panel.values.push_back(5 + std::sin(t));
    return panel;
}

/// Knows the future of a line and nothing else; checks what it is given.
Forecaster exact(double error, std::int64_t* latest = nullptr) {
    return {"exact", "goes on by one a year", false,
            [error, latest](const YearPanel& history, const ForecastRequest& request) {
                if (latest) *latest = std::max(*latest, history.last_year());
                ForecastDraws draws = empty_draws(history, request);
                for (std::size_t h = 0; h < request.horizons.size(); ++h)
                    for (std::size_t d = 0; d < request.draws; ++d)
                        draws.of(0, h, 0)[d] =
                            history.at(0, history.last_year())[0] + static_cast<double>(request.horizons[h]) + error;
                return draws;
            }};
}

TEST(Hindcast, ScoresAreOfWhatWasKnownThen) {
    std::int64_t latest = 0;
    YearPanel panel = panel_between(lines(), 2000, 2019);
    const Hindcast result = hindcast(panel, {exact(0.5, &latest)}, {.horizons = {1, 3}, .draws = 20, .threads = 1});
    EXPECT_EQ(result.origins.front(), 2009);
    EXPECT_EQ(result.origins.back(), 2018);
    EXPECT_EQ(latest, 2018);
    EXPECT_DOUBLE_EQ(result.scores[result.at(0, 0, 0, 0, 0)].crps, 0.5);
    // State B has no forecast, and 2018 + 3 is beyond the end.
    EXPECT_TRUE(std::isnan(result.scores[result.at(0, 0, 0, 1, 0)].crps));
    EXPECT_TRUE(std::isnan(result.scores[result.at(0, 9, 1, 0, 0)].crps));
    EXPECT_EQ(result.not_in_all, 0u);
}

TEST(Hindcast, AllAreScoredOnTheSameNumbers) {
    std::vector<Forecaster> both = naive_forecasters();
    both.push_back(exact(0));
    const Hindcast result = hindcast(lines(), both, {.horizons = {1}, .draws = 50});
    EXPECT_EQ(result.not_in_all, 10u);  // those of B
    for (std::size_t f = 0; f < both.size(); ++f) {
        EXPECT_TRUE(std::isnan(result.scores[result.at(f, 0, 0, 1, 0)].crps));
        EXPECT_FALSE(std::isnan(result.scores[result.at(f, 0, 0, 0, 0)].crps));
    }
    EXPECT_DOUBLE_EQ(result.scores[result.at(4, 0, 0, 0, 0)].crps, 0);
}

TEST(Hindcast, SameAtAnyNumberOfThreads) {
    const HindcastOptions one{.draws = 50, .threads = 1}, two{.draws = 50, .threads = 2};
    const Hindcast a = hindcast(lines(), naive_forecasters(), one), b = hindcast(lines(), naive_forecasters(), two);
    for (std::size_t i = 0; i < a.scores.size(); ++i) {
        EXPECT_EQ(a.scores[i].rank, b.scores[i].rank);
        EXPECT_TRUE(a.scores[i].crps == b.scores[i].crps || std::isnan(a.scores[i].crps));
    }
}

TEST(Hindcast, SharesHaveAnEnergyScore) {
    YearPanel panel{{"A"}, {"p", "q"}, 2000, 16, {}};
    for (int t = 0; t < 16; ++t) {
        panel.values.push_back(0.5 + 0.3 * std::sin(t));
        panel.values.push_back(1 - panel.values.back());
    }
    const ValueScale shares{.kind = ValueScale::Kind::shares};
    const Hindcast result =
        hindcast(panel, naive_forecasters({.scale = shares}), {.horizons = {1}, .draws = 100, .scale = shares});
    // Two shares that sum to 1 lie on a line: the energy score is the CRPS of one times the length of (1, -1).
    for (std::size_t f = 0; f < 4; ++f) {
        EXPECT_NEAR(result.energy[f * result.origins.size()],
                    result.scores[result.at(f, 0, 0, 0, 0)].crps * std::sqrt(2), 1e-12);
    }
}

TEST(Hindcast, BinsDoNotLookAhead) {
    EXPECT_EQ(ignorance_edges(lines(), {.kind = ValueScale::Kind::shares}, 0).size(), 19u);
    const std::vector<double> edges =
        ignorance_edges(lines(), {.kind = ValueScale::Kind::bounded, .lower = 0, .upper = 100}, 0);
    EXPECT_DOUBLE_EQ(edges.front(), 5);
    EXPECT_EQ(ignorance_edges({{"A"}, {"y"}, 1, 3, {1, 1, 1}}, {}, 0), std::vector<double>{1});
    EXPECT_TRUE(ignorance_edges({{"A"}, {"y"}, 1, 1, {std::nan("")}}, {}, 0).empty());
}

TEST(Hindcast, OneNumberOfEachScore) {
    std::vector<double> draws = {4, 1, 3, 2, 5};
    const DrawScore score = score_draws(draws, 3.5, {2.5}, 0.5);
    EXPECT_DOUBLE_EQ(score.crps, crps_of_sorted(draws, 3.5));
    EXPECT_DOUBLE_EQ(score.ignorance, -std::log2(4.0 / 7));
    EXPECT_TRUE(score.covered);
    EXPECT_EQ(score.rank, 3u);
    std::vector<double> still(20, 1.0);
    EXPECT_TRUE(std::isnan(score_draws(still, 1, {}, 0.5).log_score));
}

TEST(Hindcast, WhatCannotBeDoneIsTold) {
    const std::vector<Forecaster> naive = naive_forecasters();
    const YearPanel panel = lines();
    EXPECT_THROW((void)hindcast(panel, naive, {.first_origin = 1990}), UsageError);
    EXPECT_THROW((void)hindcast(panel, naive, {.last_origin = 2019}), UsageError);
    EXPECT_THROW((void)hindcast(panel, naive, {.first_origin = 2015, .last_origin = 2012}), UsageError);
    EXPECT_THROW((void)hindcast(panel, {}, {}), UsageError);
    EXPECT_THROW((void)hindcast(panel_between(panel, 2000, 2008), naive, {}), InputError);
    EXPECT_THROW((void)hindcast(panel, naive, {.first_origin = 2000, .last_origin = 2001}), InputError);
    const Hindcast early = hindcast(panel, naive, {.first_origin = 2001, .draws = 20});
    ASSERT_FALSE(early.notes.empty());
    EXPECT_EQ(early.notes.front(),
              "persistence, 2 of 18 origins: persistence needs 3 changes from one year to the next (2 series)");
}

TEST(Hindcast, CanBeStopped) {
    expect_stoppable([&](const Work& work) {
        (void)hindcast(lines(), naive_forecasters(), {.draws = 200, .threads = 1, .work = work});
    });
}

}  // namespace hindcast_test
}  // namespace tarazy
