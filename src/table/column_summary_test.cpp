#include "table/column_summary.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace column_summary_test {

TEST(ColumnSummary, CountsMissingApartFromValues) {
    const ColumnSummary summary = summarise(Column(std::vector<std::int64_t>{5, Column::missing_integer, -3, 5}));
    EXPECT_EQ(summary.missing, 1u);
    EXPECT_EQ(summary.distinct, 2u);
    EXPECT_EQ(summary.minimum, "-3");
    EXPECT_EQ(summary.maximum, "5");
    EXPECT_EQ(summary.example, "5");
}

TEST(ColumnSummary, RealsAndTexts) {
    const ColumnSummary real =
        summarise(Column(std::vector<double>{0.5, std::numeric_limits<double>::quiet_NaN(), 10}));
    EXPECT_EQ(real.maximum, "10");
    EXPECT_EQ(real.missing, 1u);
    const ColumnSummary text = summarise(Column(std::vector<std::string>{"", "UZB", "KAZ", "UZB"}));
    EXPECT_EQ(text.minimum, "KAZ");
    EXPECT_EQ(text.example, "UZB");
    EXPECT_EQ(text.distinct, 2u);
}

TEST(ColumnSummary, LevelsWithoutRowsAreNotCounted) {
    EXPECT_EQ(summarise(Column(TextCells{{1, 1}, {"gone", "here"}})).distinct, 1u);
}

TEST(ColumnSummary, AColumnWithoutValuesHasNoExtent) {
    const ColumnSummary summary = summarise(Column(std::vector<std::string>{"", ""}));
    EXPECT_EQ(summary.distinct, 0u);
    EXPECT_TRUE(summary.minimum.empty());
    EXPECT_EQ(summarise(Column{}).missing, 0u);
}

}  // namespace column_summary_test
}  // namespace tarazy
