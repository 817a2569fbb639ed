#include "table/table_rules.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace table_rules_test {

Table votes() {
    Table table;
    table.origin.path = "votes.csv";
    table.add("rcid", Column(std::vector<std::int64_t>{1, 1, 2, 1, Column::missing_integer}));
    table.add("ccode", Column(std::vector<std::int64_t>{2, 365, 2, 2, 2}));
    table.add("vote", Column(std::vector<double>{1, 3, 8, 2.5, 1}));
    table.add("note", Column(std::vector<std::string>{"12", "", "x", "1.5", "7"}));
    return table;
}

std::vector<std::string> texts(const TableRules& rules) {
    std::vector<std::string> lines;
    for (const Problem& problem : breaches(votes(), rules)) lines.push_back(to_string(problem));
    return lines;
}

using Lines = std::vector<std::string>;

TEST(TableRules, KeysMustBeCompleteAndStandOnce) {
    EXPECT_EQ(texts({.keys = {{"rcid", "ccode"}}}),
              (Lines{"votes.csv:5:1: rcid 1, ccode 2 stands already on line 2; keep one of the two rows",
                     "votes.csv:6:1: rcid is missing, but part of the key; fill the cell, or remove the row"}));
}

TEST(TableRules, TypesAreCheckedCellByCell) {
    EXPECT_EQ(
        texts({.integers = {"rcid", "vote", "note"}}),
        (Lines{"votes.csv:4:4: note is 'x', not an integer; mend the cell, or leave it empty if it is not known",
               "votes.csv:5:3: vote is '2.5', not an integer; mend the cell, or leave it empty if it is not known",
               "votes.csv:5:4: note is '1.5', not an integer; mend the cell, or leave it empty if it is not known"}));
    EXPECT_EQ(texts({.numbers = {"note", "vote"}}).size(), 1u);
}

TEST(TableRules, RequiredColumnsHaveNoMissingCells) {
    EXPECT_EQ(texts({.required = {"note", "ccode"}}),
              (Lines{"votes.csv:3:4: note is missing, but required; fill the cell, or remove the row"}));
}

TEST(TableRules, ValuesOutsideTheAllowedSetOrRange) {
    EXPECT_EQ(texts({.allowed = {{"vote", {"1", "2", "3"}}}}),
              (Lines{"votes.csv:4:3: vote is '8', not among the allowed values; allowed: 1, 2, 3",
                     "votes.csv:5:3: vote is '2.5', not among the allowed values; allowed: 1, 2, 3"}));
    EXPECT_EQ(texts({.allowed = {{"note", {"12", "x", "1.5", "7"}}}}), Lines{});
    EXPECT_EQ(texts({.ranges = {{"ccode", 2, 100}}}),
              (Lines{"votes.csv:3:2: ccode is '365', outside the range; allowed: from 2 to 100"}));
    EXPECT_EQ(texts({.ranges = {{"note", std::nullopt, 10}}}).size(), 2u);
}

TEST(TableRules, LackingColumnsAreReportedOnceWithTheNearestName) {
    EXPECT_EQ(texts({.keys = {{"rcid", "code"}}, .integers = {"code"}, .required = {"code"}}),
              (Lines{"votes.csv:1: there is no column 'code'; did you mean 'ccode'?"}));
}

}  // namespace table_rules_test
}  // namespace tarazy
