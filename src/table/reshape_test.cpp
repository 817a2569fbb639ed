#include "table/reshape.hpp"

#include "table/comma_table_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace reshape_test {

using Shape = ReshapeOrder::Shape;

Table of_text(const std::string& text) {
    return comma_table(text + "\n", "t.csv");
}

std::string shown(const Table& table) {
    std::string text;
    for (std::size_t c = 0; c < table.names.size(); ++c) text += (c == 0 ? "" : ",") + table.names[c];
    for (std::size_t row = 0; row < table.rows(); ++row) {
        text += '\n';
        for (std::size_t c = 0; c < table.names.size(); ++c)
            text += (c == 0 ? "" : ",") + table.columns[c].display(row);
    }
    return text;
}

std::string made(const Table& table, const ReshapeOrder& order) {
    std::vector<std::string> notes;
    return shown(reshaped(table, order, notes));
}

TEST(Reshape, YearsInColumnsBecomeRows) {
    const Table wide = of_text("state,2001,2002\nKAZ,1,2\nRUS,,4");
    EXPECT_EQ(made(wide, {.shape = Shape::to_long, .columns = {"1990..2024"}, .name = "year", .value = "gdp"}),
              "state,year,gdp\nKAZ,2001,1\nKAZ,2002,2\nRUS,2001,\nRUS,2002,4");
    EXPECT_EQ(made(wide, {.shape = Shape::to_long,
                          .columns = {"2002..2024"},
                          .ids = {"state"},
                          .name = "year",
                          .value = "gdp",
                          .drop_missing = true}),
              "state,year,gdp\nKAZ,2002,2\nRUS,2002,4");
}

TEST(Reshape, LongAndWideAreInverse) {
    const Table wide = of_text("state,a,b\nKAZ,1,2\nRUS,3,4");
    std::vector<std::string> notes;
    const Table rows = reshaped(wide, {.shape = Shape::to_long, .ids = {"state"}}, notes);
    EXPECT_EQ(rows.rows(), 4U);
    EXPECT_EQ(made(rows, {.shape = Shape::to_wide}), shown(wide));
}

TEST(Reshape, TwoValuesInOneCellOfAWideTableAreAnErrorByLine) {
    const Table rows = of_text("state,name,value\nKAZ,a,1\nKAZ,a,2");
    try {
        (void)made(rows, {.shape = Shape::to_wide});
        FAIL() << "no error";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().line, 3U);
    }
}

TEST(Reshape, PairsBecomeTwoDirectedRows) {
    const Table pairs = of_text("ccode1,ccode2,year,flow1,flow2\n2,705,2001,10,\n2,710,2001,20,30");
    ReshapeOrder order{.shape = Shape::stacked, .ids = {"year"}, .drop_missing = true};
    order.pieces = {stacked_piece("state=ccode1,pole=ccode2,value=flow1,flow=\"imports\""),
                    stacked_piece("state=ccode2,pole=ccode1,value=flow2,flow=\"imports\"")};
    EXPECT_EQ(made(pairs, order),
              "year,state,pole,value,flow\n2001,2,705,10,imports\n2001,2,710,20,imports\n2001,710,2,30,imports");
}

TEST(Reshape, RowsAreChosenByTextsAndSpansAndTheirOpposite) {
    const Table table = of_text("c,y\n2,1990\n365,2000\n705,2010");
    EXPECT_EQ(made(table, {.where = {row_filter("y=1995..2005,2010")}}), "c,y\n365,2000\n705,2010");
    EXPECT_EQ(made(table, {.where = {row_filter("c!=2,705")}}), "c,y\n365,2000");
    EXPECT_EQ(made(table, {.where = {row_filter("c=705"), row_filter("y=2000..2020")}, .ids = {"y"}}), "y\n2010");
    EXPECT_THROW((void)made(table, {.where = {row_filter("c=9")}}), InputError);
    EXPECT_THROW((void)row_filter("c"), UsageError);
}

TEST(Reshape, SumsAreOfRowsThatDifferInNothingElse) {
    const Table table = of_text("s,y,value\nKAZ,2001,15\nKAZ,2002,4\nKAZ,2001,20\nKAZ,2001,");
    EXPECT_EQ(made(table, {.sum = true}), "s,y,value\nKAZ,2001,35\nKAZ,2002,4");
}

TEST(Reshape, AllColumnsThatAreNotThereAreToldAtOnce) {
    const Table table = of_text("a,b\n1,2");
    try {
        (void)made(table, {.shape = Shape::to_long, .columns = {"x"}, .ids = {"y"}});
        FAIL() << "no error";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2U);
    }
    EXPECT_THROW((void)made(table, {.shape = Shape::to_long, .columns = {"1990..2000"}}), InputError);
    EXPECT_THROW((void)made(table, {.shape = Shape::to_long, .columns = {"a"}, .name = "b"}), InputError);
}

}  // namespace reshape_test
}  // namespace tarazy
