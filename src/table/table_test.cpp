#include "table/table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace table_test {

constexpr std::int64_t none = Column::missing_integer;
const double unknown = std::numeric_limits<double>::quiet_NaN();

Table states() {
    Table table;
    table.origin = {"states.csv", "abc", {}};
    table.add("ccode", Column(std::vector<std::int64_t>{2, 365, none}));
    table.add("share", Column(std::vector<double>{0.5, unknown, 2}));
    table.add("name", Column(std::vector<std::string>{"USA", "", "USA"}));
    return table;
}

TEST(Column, MissingIsNeverANumber) {
    const Table table = states();
    EXPECT_FALSE(table["ccode"].integer(2).has_value());
    EXPECT_FALSE(table["ccode"].real(2).has_value());
    EXPECT_FALSE(table["share"].real(1).has_value());
    EXPECT_FALSE(table["name"].text(1).has_value());
    for (const Column& column : table.columns) EXPECT_EQ(column.count_missing(), 1u);
}

TEST(Column, DisplaysCellsAsTheyAreWritten) {
    const Table table = states();
    EXPECT_EQ(table["ccode"].display(1), "365");
    EXPECT_EQ(table["ccode"].display(2), "");
    EXPECT_EQ(table["share"].display(2), "2");
    EXPECT_EQ(table["name"].display(0), "USA");
}

TEST(Column, EachTextIsStoredOnce) {
    const Table table = states();
    EXPECT_EQ(table["name"].texts().levels, (std::vector<std::string>{"USA"}));
    EXPECT_EQ(table["name"].texts().codes, (std::vector<std::int32_t>{0, -1, 0}));
}

TEST(Column, ADefaultColumnIsEmptyAndInteger) {
    EXPECT_EQ(Column{}.size(), 0u);
    EXPECT_EQ(Column{}.type(), ColumnType::integer);
    EXPECT_EQ(to_string(ColumnType::real), "real");
}

TEST(Table, ProblemsPointAtLineAndColumn) {
    Table table = states();
    EXPECT_EQ(to_string(table.problem(1, "share", "is odd", "mend it")), "states.csv:3:2: is odd; mend it");
    table.origin.lines = {2, 9, 10};
    EXPECT_EQ(table.problem(1, "share", "", "").line, 9u);
    EXPECT_EQ(table.problem(1, "elsewhere", "", "").column, 0u);
}

TEST(Table, ALackingColumnSuggestsTheNearestName) {
    const Table table = states();
    EXPECT_EQ(&require_column(table, "share"), &table.columns[1]);
    try {
        static_cast<void>(require_column(table, "ccod"));
        FAIL() << "found a column that is not there";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "states.csv:1: there is no column 'ccod'; did you mean 'ccode'?");
    }
    const std::vector<std::string> wanted = {"year", "name", "vote"};
    try {
        require_columns(table, wanted);
        FAIL() << "found columns that are not there";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2u);
    }
}

TEST(Table, WholeNumbersInARealColumnAreIntegers) {
    Table table;
    table.add("year", Column(std::vector<double>{1992, unknown}));
    EXPECT_EQ(require_integers(table, "year"), (std::vector<std::int64_t>{1992, none}));
}

TEST(Table, EveryCellThatIsNoIntegerIsAProblem) {
    Table table = states();
    table.add("year", Column(std::vector<std::string>{"1992", "1993.5", "abc"}));
    EXPECT_THROW(static_cast<void>(require_integers(table, "share")), InputError);
    try {
        static_cast<void>(require_integers(table, "year"));
        FAIL() << "took texts for integers";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(
            to_string(error.problems()[0]),
            "states.csv:3:4: year is '1993.5', not an integer; mend the cell, or leave it empty if it is not known");
    }
}

TEST(Table, IntegersBeyondTheReachOfDoublesAreRefusedInRealColumns) {
    Table table;
    table.add("x", Column(std::vector<double>{1e300}));
    EXPECT_THROW(static_cast<void>(require_integers(table, "x")), InputError);
}

TEST(Table, NumbersWidenAndTextsKeepTheirForm) {
    const Table table = states();
    const std::vector<double> reals = require_reals(table, "ccode");
    EXPECT_EQ(reals[1], 365.0);
    EXPECT_TRUE(std::isnan(reals[2]));
    EXPECT_THROW(static_cast<void>(require_reals(table, "name")), InputError);
    EXPECT_EQ(require_texts(table, "share"), (std::vector<std::string>{"0.5", "", "2"}));
}

TEST(Table, TakenRowsKeepTheirLines) {
    const std::vector<std::size_t> rows = {2, 0, 2};
    const Table taken = take_rows(states(), rows);
    EXPECT_EQ(taken.origin.lines, (std::vector<std::uint32_t>{4, 2, 4}));
    EXPECT_EQ(taken.origin.sha256, "abc");
    EXPECT_TRUE(taken["ccode"].missing(0));
    EXPECT_EQ(taken["name"].text(2), "USA");
}

TEST(Table, AppendedRowsAreMatchedByNameAndFilledWithMissing) {
    Table lower;
    lower.add("name", Column(std::vector<std::string>{"KAZ"}));
    lower.add("ccode", Column(std::vector<double>{705.5}));
    lower.add("extra", Column(std::vector<std::int64_t>{9}));
    const Table joined = append_rows(states(), lower);
    EXPECT_EQ(joined.names, (std::vector<std::string>{"ccode", "share", "name", "extra"}));
    EXPECT_EQ(joined["ccode"].type(), ColumnType::real);
    EXPECT_EQ(joined["ccode"].real(3), 705.5);
    EXPECT_TRUE(joined["share"].missing(3));
    EXPECT_EQ(joined["name"].text(3), "KAZ");
    EXPECT_TRUE(joined["extra"].missing(0));
    EXPECT_TRUE(joined.origin.path.empty());
}

TEST(Table, AppendingNumbersToTextsGivesTexts) {
    Table upper;
    upper.add("code", Column(std::vector<std::string>{"007"}));
    Table lower;
    lower.add("code", Column(std::vector<std::int64_t>{8}));
    EXPECT_EQ(append_rows(upper, lower)["code"].text(1), "8");
}

}  // namespace table_test
}  // namespace tarazy
