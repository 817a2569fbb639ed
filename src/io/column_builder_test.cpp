#include "io/column_builder.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace column_builder_test {

TEST(ColumnBuilder, WidensOnlyWhenACellDemandsIt) {
    ColumnBuilder column(0);
    column.add("1");
    column.add("");
    EXPECT_EQ(column.type(), ColumnType::integer);
    column.add("0.5");
    EXPECT_EQ(column.type(), ColumnType::real);
    column.add("NA");
    const Column finished = column.take();
    EXPECT_EQ(finished.display(0), "1");
    EXPECT_TRUE(finished.missing(1));
    EXPECT_TRUE(finished.missing(3));
}

TEST(ColumnBuilder, AsksForItsFirstCellsOnlyIfTheyHeldSomething) {
    ColumnBuilder empty_first(0);
    empty_first.add("");
    empty_first.add("x");
    EXPECT_EQ(empty_first.rows_to_reread(), 0u);

    ColumnBuilder na_first(0);
    na_first.add("NA");
    na_first.add("x");
    na_first.add("y");
    na_first.add("x");
    ASSERT_EQ(na_first.rows_to_reread(), 1u);
    na_first.reread(0, "NA");
    const Column finished = na_first.take();
    EXPECT_EQ(finished.texts().levels, (std::vector<std::string>{"NA", "x", "y"}));
    EXPECT_EQ(finished.texts().codes, (std::vector<std::int32_t>{0, 1, 2, 1}));
}

TEST(ColumnBuilder, NothingButNaCanBeReadAgainAsText) {
    ColumnBuilder column(3);
    column.add("NA");
    column.add("");
    column.keep_na();
    ASSERT_EQ(column.rows_to_reread(), 2u);
    column.reread(0, "NA");
    column.reread(1, "");
    const Column finished = column.take();
    EXPECT_EQ(finished.text(0), "NA");
    EXPECT_TRUE(finished.missing(1));
    ColumnBuilder numbers(2);
    numbers.add("NA");
    numbers.add("7");
    numbers.keep_na();
    EXPECT_EQ(numbers.take().type(), ColumnType::integer);
}

TEST(ColumnBuilder, AnEmptyCellStaysUnknownWhenTheColumnBecomesText) {
    ColumnBuilder column(3);
    column.add("1");
    column.add("");
    column.add("word");
    ASSERT_EQ(column.rows_to_reread(), 2u);
    EXPECT_FALSE(column.missing(0)) << "it waits to be read again";
    EXPECT_TRUE(column.missing(1));
    column.reread(0, "1");
    column.reread(1, "");
    const Column finished = column.take();
    EXPECT_EQ(finished.text(0), "1");
    EXPECT_TRUE(finished.missing(1));
}

}  // namespace column_builder_test
}  // namespace tarazy
