#include "compare/sets/coded_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace coded_cells_test {

Table cell_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    Table table;
    table.origin.path = "cells.csv";
    for (std::size_t c = 0; c < header.size(); ++c) {
        std::vector<std::string> cells;
        for (const auto& row : rows) cells.push_back(row[c]);
        table.add(header[c], Column(std::span<const std::string>(cells)));
    }
    return table;
}

const Table wide = cell_table({"case", "country", "A", "M", "Y"}, {{"KAZ", "Kazakhstan", "0.67", "-", "2"},
                                                                   {"UKR", "Ukraine", "1", "0", "1"},
                                                                   {"BLR", "Belarus", "0", "2", "0"},
                                                                   {"UZB", "Uzbekistan", "0", "1", "0"}});

Cases cases_named(const std::string& column) {
    CaseOptions options{"Y{2}", {"A", "M"}};
    options.case_column = column;
    return read_cases(wide, options);
}

CellColumns columns_of(const std::string& case_column) {
    CellColumns columns;
    columns.case_column = case_column;
    columns.case_table = &wide;
    return columns;
}

TEST(CodedCells, CasesAreFoundByTheColumnThatNamesThem) {
    struct Naming {
        std::string shown, header, name, expected;
    };
    const Naming namings[] = {{"case", "case", "UKR", "case"},               // as usual
                              {"country", "country", "Ukraine", "country"},  // another column names the cases
                              {"country", "case", "UKR", "case"},            // shown by name, coded by code
                              {"case", "state", "UKR", "state"},             // a name of its own
                              {"country", "Staat", "Ukraine", "Staat"}};
    for (const Naming& naming : namings) {
        Diagnostics problems;
        const Cases cases = cases_named(naming.shown);
        const CodedCells read =
            read_coded_cells(cell_table({"variable", naming.header, "value"}, {{"A", naming.name, "1"}}), cases,
                             columns_of(naming.shown), problems);
        ASSERT_EQ(read.cells.size(), 1U) << naming.header;
        EXPECT_EQ(read.cells[0].at, 1U);
        EXPECT_EQ(read.case_column, naming.expected);
        EXPECT_TRUE(problems.empty());
    }
    Diagnostics problems;
    const Table unknown = cell_table({"state", "variable", "value"}, {{"France", "A", "1"}});
    EXPECT_THROW((void)read_coded_cells(unknown, cases_named("case"), columns_of("case"), problems), InputError);
}

TEST(CodedCells, ADashIsDoesNotApplyInBothTables) {
    Diagnostics problems;
    const CodedCells read = read_coded_cells(
        cell_table({"case", "variable", "value"},
                   {{"KAZ", "M", "-"}, {"KAZ", "A", "0.67"}, {"UKR", "M", "0"}, {"UKR", "Y", "1"}, {"BLR", "A", "0"}}),
        cases_named("case"), columns_of("case"), problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(read.cells.size(), 5U);
    EXPECT_TRUE(std::isnan(read.cells[0].value));
    EXPECT_DOUBLE_EQ(read.cells[1].value, 0.67);
    EXPECT_EQ(read.cells[3].column, 2U);
    EXPECT_EQ(read.cells[3].value, 0);  // Y{2} of level 1
}

TEST(CodedCells, FaultsNameTheCellAndBothValues) {
    Diagnostics problems;
    const CodedCells read = read_coded_cells(cell_table({"case", "variable", "value"}, {{"KAZ", "M", "1"},
                                                                                        {"UKR", "M", "-"},
                                                                                        {"UKR", "Y", "-"},
                                                                                        {"BLR", "Y", "1"},
                                                                                        {"BLR", "M", "7"},
                                                                                        {"BLR", "A", "0"},
                                                                                        {"BLR", "A", "0"},
                                                                                        {"FRA", "A", "0"}}),
                                             cases_named("case"), columns_of("case"), problems);
    const std::string expected[] = {
        "cells.csv:2:3: '1' is not the value of M in the table of cases, '-', of 'KAZ'",
        "cells.csv:3:3: '-' is not the value of M in the table of cases, '0', of 'UKR'",
        "cells.csv:4:3: '-' is no value of Y; write a whole number from 0 to 63",
        // Neither level is the one explained; they are different codings all the same.
        "cells.csv:5:3: '1' is not the value of Y in the table of cases, '0', of 'BLR'",
        "cells.csv:6:3: '7' is no value of M; write a whole number from 0 to 2, or - where it does not apply",
        "cells.csv:8:2: the cell A of 'BLR' is coded twice"};
    ASSERT_EQ(problems.count(), std::size(expected));
    for (std::size_t k = 0; k < std::size(expected); ++k)
        EXPECT_TRUE(to_string(problems.problems()[k]).starts_with(expected[k])) << to_string(problems.problems()[k]);
    ASSERT_EQ(read.cells.size(), 1U);
    EXPECT_EQ(read.coded.size(), 6U);
    EXPECT_EQ(read.absent, std::vector<std::string>{"FRA"});
}

}  // namespace coded_cells_test
}  // namespace tarazy
