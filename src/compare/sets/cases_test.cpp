#include "compare/sets/cases.hpp"

#include "compare/minimisation/truth_table.hpp"
#include "compare/sets/expression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace cases_test {

Table texts(const std::vector<std::string>& names, const std::vector<std::vector<std::string>>& columns) {
    Table table;
    table.origin.path = "cases.csv";
    for (std::size_t c = 0; c < names.size(); ++c) {
        table.add(names[c], Column(std::span<const std::string>(columns[c])));
    }
    return table;
}

std::string complaint(const Table& table, const CaseOptions& options) {
    try {
        static_cast<void>(read_cases(table, options));
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

TEST(Cases, KazakhNamesStandForCasesAndConditions) {
    const Table table = texts({"case", "Одақ", "бас_тарту"}, {{"Қазақстан", "Үндістан"}, {"0.67", "0.33"}, {"1", "0"}});
    const Cases cases = read_cases(table, {"бас_тарту", {"Одақ"}});
    EXPECT_EQ(cases.names[0], "Қазақстан");
    EXPECT_EQ(term_text(cases.space, parse_expression("~Одақ", cases.space)[0]), "~Одақ");
    EXPECT_DOUBLE_EQ(term_membership(cases, parse_expression("~Одақ", cases.space)[0])[0], 1 - 0.67);
}

TEST(Cases, EveryFaultIsNamedWithItsPlace) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "x", ""}, {"0.2", "1.7", "high"}, {"1", "0", "-0.1"}});
    const std::string message = complaint(table, {"Y", {"A"}});
    EXPECT_NE(message.find("cases.csv:3:1: case 'x' stands already"), std::string::npos) << message;
    EXPECT_NE(message.find("cases.csv:4:1: the case has no name"), std::string::npos) << message;
    EXPECT_NE(message.find("cases.csv:3:2: 1.7 is outside [0, 1]"), std::string::npos) << message;
    EXPECT_NE(message.find("cases.csv:4:2: 'high' is no membership"), std::string::npos) << message;
    EXPECT_NE(message.find("cases.csv:4:3: -0.1 is outside [0, 1]"), std::string::npos) << message;
}

TEST(Cases, GapInLevelsIsAFault) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "y", "z"}, {"0", "3", "1"}, {"1", "0", "1"}});
    EXPECT_NE(complaint(table, {"Y", {"A"}}).find("no case has level 2 of 0 to 3"), std::string::npos);
}

TEST(Cases, CaseWithoutAValueIsLeftOutWithANote) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "y", "z"}, {"0", "", "1"}, {"1", "0", "1"}});
    const Cases cases = read_cases(table, {"Y", {"A"}});
    EXPECT_EQ(cases.names, (std::vector<std::string>{"x", "z"}));
    EXPECT_EQ(cases.warnings, (std::vector<std::string>{"case 'y' is left out: no value of A"}));
}

TEST(Cases, HalfIsOnNeitherSideUnlessAskedFor) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "y"}, {"0.5", "1"}, {"1", "0"}});
    CaseOptions options{"Y", {"A"}};
    const Cases kept = read_cases(table, options);
    EXPECT_EQ(truth_table(kept).rows.size(), 1U);
    EXPECT_EQ(kept.halves, "1 case has a membership of 0.5 (x: A) and belongs to no row");
    options.ties = TiePolicy::down;
    const TruthTable down = truth_table(read_cases(table, options));
    ASSERT_EQ(down.rows.size(), 2U);
    EXPECT_EQ(down.rows[0].levels, (std::vector<int>{0}));
    options.ties = TiePolicy::up;
    EXPECT_EQ(truth_table(read_cases(table, options)).rows.size(), 1U);
    options.ties = TiePolicy::error;
    EXPECT_NE(complaint(table, options).find("case 'x' has 0.5 on A"), std::string::npos);
}

TEST(Cases, OutcomeWithoutAnyValueIsAFault) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "y"}, {"0", "1"}, {"", ""}});
    EXPECT_NE(complaint(table, {"Y", {"A"}}).find("the outcome has no value at all"), std::string::npos);
}

TEST(Cases, MoreThanSixtyFourConditionsAreRefused) {
    std::vector<std::string> names = {"case"};
    std::vector<std::vector<std::string>> columns = {{"x", "y"}};
    CaseOptions options{"Y", {}};
    for (int c = 0; c < 65; ++c) {
        names.push_back("C" + std::to_string(c));
        options.conditions.push_back(names.back());
        columns.push_back({"0", "1"});
    }
    names.push_back("Y");
    columns.push_back({"0", "1"});
    EXPECT_NE(complaint(texts(names, columns), options).find("more than 128 values"), std::string::npos);
    options.conditions.pop_back();
    EXPECT_EQ(complaint(texts(names, columns), options), "");
}

TEST(Cases, MissingCellsDropTheCaseOrTakeTheirExtremes) {
    const Table table =
        texts({"case", "A", "M", "Y"}, {{"x", "y", "z"}, {"1", "", "0"}, {"0", "1", "2"}, {"1", "0", ""}});
    CaseOptions options{"~Y", {"A", "M"}};
    const Cases dropped = read_cases(table, options);
    EXPECT_EQ(dropped.names, std::vector<std::string>{"x"});
    ASSERT_EQ(dropped.missing.size(), 2U);
    EXPECT_EQ(dropped.missing[0].name + dropped.missing[0].column, "yA");
    EXPECT_EQ(dropped.missing[1].name + dropped.missing[1].column, "z~Y");
    options.missing = MissingPolicy::lowest;
    EXPECT_EQ(read_cases(table, options).membership[0], (std::vector<double>{1, 0, 0}));
    EXPECT_EQ(read_cases(table, options).outcome, (std::vector<double>{0, 1, 0}));
    options.missing = MissingPolicy::highest;
    EXPECT_EQ(read_cases(table, options).membership[0], (std::vector<double>{1, 1, 0}));
    EXPECT_EQ(read_cases(table, options).outcome, (std::vector<double>{0, 1, 1}));
    EXPECT_TRUE(read_cases(table, options).warnings.empty());
}

TEST(Cases, NegationAndLevelOfTheOutcome) {
    const Table table = texts({"case", "A", "Y"}, {{"x", "y", "z"}, {"0", "1", "1"}, {"0", "1", "2"}});
    EXPECT_EQ(read_cases(table, {"Y{2}", {"A"}}).outcome, (std::vector<double>{0, 0, 1}));
    EXPECT_EQ(read_cases(table, {"~Y{2}", {"A"}}).outcome, (std::vector<double>{1, 1, 0}));
    EXPECT_EQ(read_cases(table, {"Y[1, 2]", {"A"}}).outcome, (std::vector<double>{0, 1, 1}));
    EXPECT_EQ(read_cases(table, {"Y[1, 2]", {"A"}}).outcome_name, "Y{1,2}");
    EXPECT_NE(complaint(table, {"Y{3}", {"A"}}).find("'Y' has the values 0 to 2, not 3"), std::string::npos);
    EXPECT_NE(complaint(table, {"Y{x}", {"A"}}).find("write the level as a whole number"), std::string::npos);
    EXPECT_NE(complaint(table, {"Y", {"A"}}).find("the outcome has several values"), std::string::npos);
}

}  // namespace cases_test
}  // namespace tarazy
