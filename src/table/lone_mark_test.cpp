#include "table/lone_mark.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace lone_mark_test {

Column texts(std::vector<std::string> cells) {
    return Column(std::span<const std::string>(cells));
}

TEST(LoneMark, TheOneTextAmongNumbers) {
    const auto mark = lone_mark(texts({"1", "..", "2.5", "..", ""}));
    ASSERT_TRUE(mark.has_value());
    EXPECT_EQ(mark->text, "..");
    EXPECT_EQ(mark->cells, 2u);
    EXPECT_EQ(mark->first_row, 1u);
    EXPECT_EQ(mark_remedy(*mark), "--missing .. makes them missing (in a study: missing = [\"..\"])");
}

TEST(LoneMark, NoneAmongWordsOrWithoutNumbers) {
    EXPECT_FALSE(lone_mark(texts({"a", "b", "1"})).has_value());
    EXPECT_FALSE(lone_mark(texts({"..", ".."})).has_value());
    EXPECT_FALSE(lone_mark(Column(std::vector<std::int64_t>{1})).has_value());
}

TEST(LoneMark, RequiringNumbersSaysItOnceForAllCells) {
    Table table;
    table.origin.path = "wdi.csv";
    table.add("gdp", texts({"..", "1.5", "..", ".."}));
    try {
        static_cast<void>(require_reals(table, "gdp"));
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "wdi.csv:2:1: gdp is '..' in 3 cells, not a finite number; --missing .. makes them missing "
                     "(in a study: missing = [\"..\"])");
    }
    EXPECT_THROW(static_cast<void>(require_integers(table, "gdp")), InputError);
}

TEST(LoneMark, AmongDecimalCommasTheFewOtherCellsAreNamed) {
    EXPECT_TRUE(has_decimal_comma("0,5"));
    EXPECT_TRUE(has_decimal_comma("-12,25"));
    for (const char* text : {"", ",", "5,", ",x", "1,2,3", "1.234,5", "0.5", "a,5", "n/a"})
        EXPECT_FALSE(has_decimal_comma(text)) << text;
    EXPECT_EQ(lone_mark(texts({"0,5", "n/a", "2", "3,5"})).value().text, "n/a");
    EXPECT_FALSE(is_of_decimal_commas(texts({"0,5", "2", "3,5"}))) << "then no cell is at fault";
    EXPECT_FALSE(is_of_decimal_commas(texts({"0,5", "NA"})));
    EXPECT_FALSE(is_of_decimal_commas(texts({"0,5", "1.5", "n/a"}))) << "points and commas";
    EXPECT_FALSE(is_of_decimal_commas(texts({"0,5", "1,5", "a", "b"}))) << "too many";
    std::vector<std::string> cells(40, "0,5");
    cells[7] = "x";
    cells[9] = "y";
    Table table;
    table.origin.path = "ts.csv";
    table.add("trade", texts(cells));
    try {
        static_cast<void>(require_reals(table, "trade"));
        FAIL() << "accepted";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(error.problems()[0].line, 9u);
        EXPECT_EQ(error.problems()[1].line, 11u);
    }
}

}  // namespace lone_mark_test
}  // namespace tarazy
