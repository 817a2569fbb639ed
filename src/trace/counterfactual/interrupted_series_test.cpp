#include "trace/counterfactual/interrupted_series.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace tarazy {
namespace interrupted_series_test {

const std::string folder = TARAZY_SOURCE_DIR "/src/trace/testdata/";

DatedSeries series_of(const std::string& csv, const DatedSeriesOptions& options = {}) {
    return read_dated_series(read_csv(csv, "series.csv"), options);
}

std::string refusal(const std::string& csv) {
    try {
        (void)series_of(csv);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(InterruptedSeries, EqualsThePeersRegressionErrorsAndProbabilities) {
    const Table table = read_table(folder + "its_series.csv");
    std::ifstream file(folder + "its.json");
    std::size_t compared = 0;
    for (const auto& peer : nlohmann::json::parse(file)) {
        DatedSeriesOptions options{.time = "t", .value = "y", .name_column = "series", .name = peer["name"]};
        const DatedSeries series = read_dated_series(table, options);
        const InterruptedSeries found =
            interrupted_series(series, peer["break_index"].get<std::int64_t>(), peer["lag"].get<std::size_t>());
        EXPECT_EQ(found.n, peer["n"].get<std::size_t>());
        EXPECT_NEAR(found.r2, peer["r2"].get<double>(), 1e-8);
        EXPECT_NEAR(found.durbin_watson, peer["dw"].get<double>(), 1e-8);
        for (const SeriesTerm& term : found.terms) {
            const auto near = [&](double own, const char* key) {
                const double theirs = peer[key][term.name].get<double>();
                EXPECT_NEAR(own, theirs, 1e-8 * std::max(1.0, std::abs(theirs))) << peer["name"] << key << term.name;
                ++compared;
            };
            near(term.estimate, "coef");
            near(term.se_ols, "se_ols");
            near(term.se_nw, "se_nw");
            near(term.t_nw, "t_nw");
            near(term.p_nw, "p_nw");
        }
    }
    EXPECT_EQ(compared, 7u * 4 * 5);
}

TEST(InterruptedSeries, ABrokenLineIsFoundExactly) {
    // What varies about the lines is at right angles to them, so that it moves none.
    const std::vector<double> noise = {1, -1, -1, 1, 0, 0, 1, -1, -1, 1};
    DatedSeries series;
    for (int t = 1990; t < 2010; ++t) {
        series.times.push_back(t);
        series.values.push_back(3 + 0.5 * (t - 1990) + (t >= 2000 ? 4 - 0.25 * (t - 2000) : 0) +
                                1e-3 * noise[static_cast<std::size_t>(t % 10)]);
    }
    const InterruptedSeries found = interrupted_series(series, 2000);
    EXPECT_NEAR(found.terms[1].estimate, 0.5, 1e-10);
    EXPECT_NEAR(found.terms[2].estimate, 4, 1e-9);
    EXPECT_NEAR(found.terms[3].estimate, -0.25, 1e-10);
    EXPECT_NEAR(found.r2, 1, 1e-6);
    EXPECT_EQ(found.lag, 2u) << "floor(4 (20/100)^(2/9)) = floor(2.797)";
    EXPECT_NEAR(found.continued.back(), 12.5, 1e-9);
    EXPECT_NEAR(found.fitted.back(), 12.5 + 4 - 0.25 * 9, 1e-9);
}

TEST(InterruptedSeries, IntervalsAreThoseOfStudentsT) {
    const DatedSeries series = series_of("time,value\n1,1\n2,3\n3,2\n4,7\n5,9\n6,8\n");
    const InterruptedSeries found = interrupted_series(series, 4, 0, 0.95);
    // t of 2 degrees of freedom at 0.975 is 4.302653.
    EXPECT_NEAR(found.terms[2].upper - found.terms[2].estimate, 4.30265273 * found.terms[2].se_nw, 1e-6);
}

TEST(InterruptedSeries, QuantilesOfATermAreThoseOfItsInterval) {
    const DatedSeries series = series_of("time,value\n1,1\n2,3\n3,2\n4,7\n5,9\n6,8\n");
    const InterruptedSeries found = interrupted_series(series, 4, 0, 0.9);
    for (const SeriesTerm& term : found.terms) {
        EXPECT_NEAR(term_quantile(term, 6, 0.05), term.lower, 1e-12);
        EXPECT_NEAR(term_quantile(term, 6, 0.95), term.upper, 1e-12);
        EXPECT_EQ(term_quantile(term, 6, 0.5), term.estimate);
    }
}

TEST(InterruptedSeries, WhatCannotBeReadIsNamed) {
    EXPECT_EQ(refusal("time,value\n1,1\n1,2\n2,3\n"),
              "series.csv:3:1: the time 1 stands twice; keep one row a time, or name the series");
    EXPECT_EQ(
        refusal("time,value\n1,1\n2,\n3,3\n"),
        "series.csv:3:2: the value of 2 is missing inside of the series; fill it, or take a period without the gap "
        "(--since, --until)");
    EXPECT_EQ(
        refusal("time,value\n1,1\n2,2\n4,3\n5,3\n"),
        "series.csv:4:1: between 2 and 4 a period is missing; fill it, or take a period without the gap (--since, "
        "--until)");
    EXPECT_EQ(series_of("time,value\n3,3\n1,\n2,2\n4,\n").times, (std::vector<std::int64_t>{2, 3}));
}

TEST(InterruptedSeries, TooFewObservationsOnASideAreRefused) {
    const DatedSeries series = series_of("time,value\n1,1\n2,3\n3,2\n4,7\n5,9\n6,8\n");
    for (const std::int64_t at : {1, 3, 5, 9}) EXPECT_THROW((void)interrupted_series(series, at), InputError) << at;
    EXPECT_THROW((void)interrupted_series(series, 4, 6), UsageError);
    EXPECT_THROW((void)interrupted_series({}, 4), InputError);
}

TEST(InterruptedSeries, ValuesOnTheirLinesTellNoError) {
    std::string line = "time,value\n";
    for (int t = 1; t <= 30; ++t) line += std::to_string(t) + ',' + std::to_string(1000.7 + 0.3 * t) + '\n';
    for (const std::string& text : {std::string("time,value\n1,5\n2,5\n3,5\n4,5\n5,5\n6,5\n7,5\n"), line}) {
        try {
            (void)interrupted_series(series_of(text), 4);
            FAIL() << text;
        } catch (const SeriesShortage& shortage) {
            EXPECT_EQ(shortage.kind(), SeriesShortage::Kind::exact);
        }
    }
}

TEST(InterruptedSeries, ValuesWhoseSquaresNoNumberHoldsAreRefused) {
    EXPECT_THROW((void)series_of("time,value\n1,5\n2,1e200\n3,5\n"), InputError);
}

}  // namespace interrupted_series_test
}  // namespace tarazy
