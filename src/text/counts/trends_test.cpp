#include "text/counts/trends.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy::trends_test {
namespace {

constexpr double unknown_count = std::numeric_limits<double>::quiet_NaN();

TEST(Trends, LinearisedByHand) {
    TrendCounts counts{{"peace"}, {{4, 6, 2, 8, 5}}, {1000, 2000, 1000, 2000, 1000}, {}};
    counts.at.assign(5, {"1992"});
    const TrendRate one = trends(counts).rates.at(0);
    const double ratio = 25.0 / 7000;
    double squares = 0;
    for (std::size_t d = 0; d < 5; ++d) squares += std::pow(counts.counts[0][d] - ratio * counts.totals[d], 2);
    const double se = 1e4 * std::sqrt(squares * 5 / 4) / 7000;
    EXPECT_EQ(one.interval, TrendInterval::linearised);
    EXPECT_NEAR(one.rate, 1e4 * ratio, 1e-10);
    EXPECT_NEAR(one.se, se, 1e-10);
    EXPECT_NEAR(one.upper, one.rate + 2.7764451052 * se, 1e-8);
    EXPECT_NEAR(one.lower, std::max(0.0, one.rate - 2.7764451052 * se), 1e-8);
}

TEST(Trends, FewDocumentsAndNoOccurrenceHaveGarwoodsInterval) {
    TrendCounts counts{{"peace", "war"}, {{3}, {0}}, {2500}, {{"1992"}}};
    const Trends found = trends(counts);
    EXPECT_EQ(found.rates[0].interval, TrendInterval::poisson);
    EXPECT_NEAR(found.rates[0].rate, 12, 1e-12);
    EXPECT_NEAR(found.rates[0].lower, 4 * 0.61867, 1e-4);
    EXPECT_NEAR(found.rates[0].upper, 4 * 8.76727, 1e-4);
    EXPECT_TRUE(std::isnan(found.rates[0].se));
    EXPECT_NEAR(found.rates[1].upper, 4 * 3.688879, 1e-5);
    TrendCounts many{{"war"}, {std::vector<double>(20, 0.0)}, std::vector<double>(20, 100.0), {}};
    many.at.assign(20, {"2000"});
    EXPECT_EQ(trends(many).rates[0].interval, TrendInterval::poisson);
    EXPECT_GT(trends(many).rates[0].upper, 0);
}

TEST(Trends, DocumentsThatCannotCountAreCounted) {
    TrendCounts counts{{"peace"},
                       {{3, 1, unknown_count, 0, 2}},
                       {100, 100, 100, 0, 100},
                       {{"1992"}, {""}, {"1992"}, {"1993"}, {"1991"}}};
    const Trends found = trends(counts);
    EXPECT_EQ(found.undated, 1u);
    EXPECT_EQ(found.unknown, 1u);
    EXPECT_EQ(found.empty, 1u);
    ASSERT_EQ(found.rates.size(), 2u);
    EXPECT_EQ(found.rates[0].at, std::vector<std::string>{"1991"});
    counts.at.assign(5, {""});
    EXPECT_THROW((void)trends(counts), InputError);
}

TEST(Trends, YearsAreInTheirOrderAndTheOrderOfDocumentsDoesNotMatter) {
    TrendCounts counts{
        {"a", "b"}, {{1, 2, 3}, {0, 1, 0}}, {10, 20, 30}, {{"KAZ", "1000"}, {"KAZ", "999"}, {"CHN", "2000"}}};
    const Table table = trends_table(trends(counts), counts.keys, {"iso3", "year"});
    EXPECT_EQ(table["iso3"].display(0), "CHN");
    EXPECT_EQ(table["year"].integer(1), 999);
    EXPECT_EQ(table["year"].integer(2), 1000);
    EXPECT_EQ(table["key"].display(3), "b");
    EXPECT_EQ(table["interval"].display(0), "poisson");
    EXPECT_EQ(table.names.front(), "iso3");
}

TEST(Trends, IntervalsCoverWhatTheyShould) {
    // Counts that cluster by document: rates drawn between 0 and 2 per hundred tokens, twelve documents a year.
    std::size_t inside = 0;
    constexpr std::size_t years = 2000;
    for (std::size_t year = 0; year < years; ++year) {
        Random random(7, "clustered counts", year);
        TrendCounts counts{{"k"}, {{}}, {}, {}};
        for (int d = 0; d < 12; ++d) {
            const double tokens = 500 + std::floor(1000 * random.uniform()), rate = 0.02 * random.uniform();
            double count = 0;
            for (int k = 0; k < tokens; ++k) count += random.uniform() < rate ? 1 : 0;
            counts.counts[0].push_back(count);
            counts.totals.push_back(tokens);
            counts.at.push_back({"1"});
        }
        const TrendRate one = trends(counts).rates[0];
        inside += one.lower <= 100 && 100 <= one.upper ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(inside) / years, 0.95, 0.02);
}

}  // namespace
}  // namespace tarazy::trends_test
