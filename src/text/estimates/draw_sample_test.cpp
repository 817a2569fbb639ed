#include "text/estimates/draw_sample.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace tarazy::draw_sample_test {
namespace {

/// A hundred sentences, every tenth on memory.
Table hundred() {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"sentence"}, TextColumn{"codes"});
    for (int k = 0; k < 100; ++k) rows.add("d" + std::to_string(k / 50), k % 50 + 1, k % 10 == 0 ? "memory" : "");
    return rows.table();
}

const std::vector<std::string> key = {"doc_id", "sentence"};

std::set<std::string> units_drawn(const Table& table, const DrawnSample& sample) {
    std::set<std::string> names;
    for (const std::size_t row : sample.rows)
        names.insert(table["doc_id"].display(row) + ' ' + table["sentence"].display(row));
    return names;
}

TEST(DrawSample, GivesEveryStratumItsPart) {
    const DrawnSample sample = draw_sample(hundred(), key, "codes", 20, 1);
    ASSERT_EQ(sample.strata.size(), 2U);
    EXPECT_EQ(sample.strata[1].units, 10U);
    EXPECT_EQ(sample.strata[1].drawn, 10U);
    EXPECT_EQ(sample.strata[0].drawn, 10U);
    EXPECT_EQ(sample.rows.size(), 20U);
    const double expected = std::accumulate(sample.probability.begin(), sample.probability.end(), 0.0,
                                            [](double sum, double p) { return sum + 1 / p; });
    EXPECT_NEAR(expected, 100, 1e-9) << "the weights make up the table";
}

TEST(DrawSample, TheLargestStratumTakesWhatSmallOnesLeave) {
    const DrawnSample sample = draw_sample(hundred(), key, "codes", 60, 1);
    EXPECT_EQ(sample.strata[1].drawn, 10U);
    EXPECT_EQ(sample.strata[0].drawn, 50U);
}

TEST(DrawSample, DoesNotDependOnTheOrderOfTheRows) {
    const Table table = hundred();
    std::vector<std::size_t> backwards(table.rows());
    std::iota(backwards.rbegin(), backwards.rend(), 0);
    const Table other = take_rows(table, backwards);
    EXPECT_EQ(units_drawn(table, draw_sample(table, key, "codes", 12, 7)),
              units_drawn(other, draw_sample(other, key, "codes", 12, 7)));
    EXPECT_NE(units_drawn(table, draw_sample(table, key, "", 12, 7)),
              units_drawn(table, draw_sample(table, key, "", 12, 8)));
}

TEST(DrawSample, DrawsEveryUnitEquallyOften) {
    const Table table = hundred();
    std::vector<int> times(table.rows());
    for (std::uint64_t seed = 0; seed < 2000; ++seed)
        for (const std::size_t row : draw_sample(table, key, "", 10, seed).rows) ++times[row];
    EXPECT_GT(std::ranges::min(times), 140);
    EXPECT_LT(std::ranges::max(times), 260);
}

TEST(DrawSample, MoreThanThereAreIsAllOfThem) {
    const DrawnSample sample = draw_sample(hundred(), key, "", 1000, 1);
    EXPECT_EQ(sample.rows.size(), 100U);
    EXPECT_EQ(sample.probability.front(), 1);
}

TEST(DrawSample, ARepeatedUnitAndAnEmptyTableAreRefused) {
    EXPECT_THROW((void)draw_sample(hundred(), {"doc_id"}, "", 5, 1), InputError);
    EXPECT_THROW((void)draw_sample(take_rows(hundred(), std::vector<std::size_t>{}), key, "", 5, 1), InputError);
    EXPECT_THROW((void)draw_sample(hundred(), key, "", 0, 1), UsageError);
}

}  // namespace
}  // namespace tarazy::draw_sample_test
