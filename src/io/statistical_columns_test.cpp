#include "io/statistical_columns.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace statistical_columns_test {

const double unknown = std::numeric_limits<double>::quiet_NaN();

StoredVariable numbers(const char* name, const char* format, std::vector<double> cells) {
    StoredVariable variable;
    variable.name = name;
    variable.format = format;
    variable.numbers = std::move(cells);
    return variable;
}

std::vector<std::string> shown(const Column& column) {
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < column.size(); ++row) cells.push_back(column.display(row));
    return cells;
}

using Texts = std::vector<std::string>;

TEST(StatisticalColumns, DatesOfStataBecomeTextsAndAreTold) {
    const Table table =
        table_of({numbers("edtf", "%td", {3104, unknown, 1e8}), numbers("month", "%tmMon", {383, 0, -1}),
                  numbers("year", "%ty", {1991, 1992, unknown}), numbers("n", "%9.0g", {3104, 1, 2}),
                  numbers("open", "%tbnyse", {5, unknown, 6})},
                 {}, StatisticalFormat::stata);
    EXPECT_EQ(shown(table["edtf"]), (Texts{"1968-07-01", "", "%td 100000000"}));
    EXPECT_EQ(shown(table["month"]), (Texts{"1991-12", "1960-01", "1959-12"}));
    EXPECT_EQ(table["year"].type(), ColumnType::integer);
    EXPECT_EQ(table["n"].integer(0), 3104);
    EXPECT_EQ(shown(table["open"]), (Texts{"%tbnyse 5", "", "%tbnyse 6"}));
    EXPECT_EQ(table.origin.notes,
              (Texts{"columns edtf (%td) and month (%tmMon) hold Stata dates: read as ISO dates",
                     "1 value of column edtf is no date in Stata: kept as '%td 100000000'",
                     "the days of column open belong to a business calendar (%tbnyse) that is not in the file: kept as "
                     "'%tbnyse 5'"}));
}

TEST(StatisticalColumns, DatesOfSpssBecomeTextsAndAreTold) {
    const Table table = table_of({numbers("when", "DATE11", {12912220800, 0}), numbers("weekday", "WKDAY9", {1, 7}),
                                  numbers("month", "MONTH9", {12, 1}), numbers("n", "F8.2", {12912220800, 0.5})},
                                 {}, StatisticalFormat::spss);
    EXPECT_EQ(shown(table["when"]), (Texts{"1991-12-16", "DATE11 0"}));
    EXPECT_EQ(shown(table["weekday"]), (Texts{"Sunday", "Saturday"}));
    EXPECT_EQ(shown(table["month"]), (Texts{"12", "1"}));
    EXPECT_EQ(table["n"].type(), ColumnType::real);
    EXPECT_EQ(table.origin.notes,
              (Texts{"columns when (DATE11) and weekday (WKDAY9) hold SPSS dates: read as ISO dates",
                     "1 value of column when is no date in SPSS: kept as 'DATE11 0'"}));
}

TEST(StatisticalColumns, ColumnsWithoutAValueAreIntegers) {
    const Table table = table_of({numbers("when", "%td", {unknown})}, {}, StatisticalFormat::stata);
    EXPECT_EQ(table["when"].type(), ColumnType::integer);
    EXPECT_TRUE(table["when"].missing(0));
    EXPECT_TRUE(table.origin.notes.empty());
}

TEST(StatisticalColumns, ValuesTakenForMissingAreTold) {
    StoredVariable tagged = numbers("a", "%9.0g", {1, unknown}), declared = numbers("b", "%9.0g", {unknown, unknown});
    tagged.tagged_missing = 1;
    declared.defined_missing = 2;
    EXPECT_EQ(table_of({tagged, declared}, {}, StatisticalFormat::spss).origin.notes,
              (Texts{"1 cell of column a holds an extended missing value (.a to .z): read as missing",
                     "2 cells of column b hold a value that the file declares missing: read as missing"}));
}

TEST(StatisticalColumns, LabelsStandBesideTheCodes) {
    StoredVariable regime = numbers("regime", "%9.0g", {1, 2});
    regime.title = "Regime type";
    regime.label_set = "labels0";
    StoredVariable when = numbers("when", "%td", {1, 2});
    when.label_set = "labels0";
    const Table table = table_of({regime, when, numbers("n", "", {1, 2})}, {{"labels0", {{1.0, "Autocracy"}}}},
                                 StatisticalFormat::stata);
    ASSERT_NE(table["regime"].labels(), nullptr);
    EXPECT_EQ(*table["regime"].labels(), (ColumnLabels{"Regime type", {{1.0, "Autocracy"}}}));
    EXPECT_EQ(table["when"].labels(), nullptr);
    EXPECT_EQ(table["n"].labels(), nullptr);
}

}  // namespace statistical_columns_test
}  // namespace tarazy
