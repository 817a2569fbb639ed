#include "study/other_readings.hpp"

#include "study/verdict.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace other_readings_test {

using Result = JudgedTest::Result;

/// A row of the table of readings: entry, variable, other value, quantity and its number then.
struct Row {
    std::string entry, variable, other, quantity;
    double value = 0;
};

AnalysisResult analysis_of(const std::string& id, const std::vector<std::pair<std::string, double>>& numbers,
                           const std::vector<Row>& readings) {
    AnalysisResult analysis;
    analysis.id = id;
    for (const auto& [quantity, value] : numbers) {
        Claim claim;
        claim.id = id + '.' + quantity;
        claim.value = value;
        analysis.claims.push_back(claim);
    }
    TableRows rows(TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"}, TextColumn{"as_recorded"},
                   TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"quantity"}, RealColumn{"value"},
                   TextColumn{"statement"});
    for (const Row& row : readings)
        rows.add("cells", row.entry, row.variable, "1", row.other, "stated alternative", row.quantity, row.value, "");
    analysis.tables.push_back({readings_table, rows.table()});
    return analysis;
}

struct Judged {
    StudyProposition declared;
    JudgedProposition proposition;
};

/// Tests "> 0.5" of these quantities, judged on the data as recorded.
Judged judged(const std::vector<std::pair<std::string, std::string>>& tests,
              const std::vector<AnalysisResult>& analyses) {
    Judged made;
    for (const auto& [analysis, quantity] : tests) {
        DeclaredTest declared;
        declared.analysis.text = analysis;
        declared.quantity.text = quantity;
        declared.criterion = parse_criterion("> 0.5");
        made.declared.tests.push_back(declared);
        JudgedTest test;
        test.analysis = analysis;
        test.quantity = quantity;
        for (const AnalysisResult& one : analyses) {
            for (const Claim& claim : one.claims)
                if (claim.id == analysis + '.' + quantity)
                    test.result = *claim.value > 0.5 ? Result::passed : Result::failed;
        }
        made.proposition.tests.push_back(test);
    }
    made.proposition.id = "P1";
    made.proposition.as_recorded = verdict_of(made.proposition.tests);
    try_other_readings(made.declared, analyses, made.proposition);
    return made;
}

TEST(OtherReadings, AVerdictThatOneEntryTurnsIsNotOneSided) {
    // The case that gave rise to the rule: 17 of 23 as coded, none of 23 with the other value on record.
    const std::vector<AnalysisResult> analyses = {
        analysis_of("all", {{"focus_rank.NWFZ", 17.0 / 23}},
                    {{"KAZ", "NWFZ", "0.33", "focus_rank.NWFZ", 0}, {"BRA", "NWFZ", "0.33", "focus_rank.NWFZ", 0.8}})};
    const JudgedProposition found = judged({{"all", "focus_rank.NWFZ"}}, analyses).proposition;
    EXPECT_EQ(found.as_recorded, Verdict::supported);
    EXPECT_EQ(found.verdict, Verdict::mixed);
    EXPECT_EQ(found.readings_tried, 2u);
    ASSERT_EQ(found.overturned_by.size(), 1u);
    EXPECT_EQ(found.overturned_by[0].entry, "KAZ");
    EXPECT_EQ(found.overturned_by[0].other, "0.33");
    EXPECT_EQ(found.overturned_by[0].then, Verdict::contradicted);
    EXPECT_EQ(found.overturned_by[0].tests, std::vector<std::size_t>{0});
}

TEST(OtherReadings, AReadingIsTakenInAllAnalysesAtOnce) {
    // Each analysis alone would leave the verdict mixed; the same cell in both turns it round.
    const std::vector<AnalysisResult> analyses = {
        analysis_of("a", {{"x", 1}}, {{"KAZ", "NORM", "0.33", "x", 0}, {"KAZ", "OPEN", "0", "", 0}}),
        analysis_of("b", {{"y", 1}}, {{"KAZ", "NORM", "0.33", "y", 0}})};
    const JudgedProposition found = judged({{"a", "x"}, {"b", "y"}}, analyses).proposition;
    EXPECT_EQ(found.readings_tried, 2u);
    ASSERT_EQ(found.overturned_by.size(), 1u);
    EXPECT_EQ(found.overturned_by[0].then, Verdict::contradicted);
    EXPECT_EQ(found.overturned_by[0].tests.size(), 2u);
}

TEST(OtherReadings, WhetherATestDiscriminatesIsAskedAnewUnderEachReading) {
    // As recorded one of three other cases passes; under the reading none does, and the test weighs nothing any more.
    AnalysisResult analysis = analysis_of("a", {{"x", 0.2}, {"state.U.x", 0.9}, {"state.V.x", 0.1}, {"state.W.x", 0.1}},
                                          {{"UKR", "NORM", "0", "state.U.x", 0.1}});
    for (std::size_t i = 0; i < analysis.claims.size(); ++i)
        analysis.claims[i].parts = {i == 0 ? "" : std::string(1, "UVW"[i - 1]), "", "x", {}, ""};
    Judged made = judged({{"a", "x"}}, {analysis});
    made.proposition.tests[0].comparison = {3, 1, {"U"}};
    made.proposition.overturned_by.clear();
    try_other_readings(made.declared, {analysis}, made.proposition);
    EXPECT_EQ(made.proposition.as_recorded, Verdict::contradicted);
    ASSERT_EQ(made.proposition.overturned_by.size(), 1u);
    EXPECT_EQ(made.proposition.overturned_by[0].then, Verdict::silent);
    EXPECT_EQ(made.proposition.verdict, Verdict::silent);
}

TEST(OtherReadings, ANumberThatIsJudgedWithAProbabilityIsReadByItsQuantiles) {
    // Without them the test would be undecided under every reading, and no verdict on an uncertain number could stand.
    for (const double low : {0.6, 0.3}) {
        AnalysisResult analysis =
            analysis_of("a", {{"posterior", 0.9}}, {{"clue", "likelihood", "0.2", "posterior", 0.8}});
        analysis.claims[0].quantiles = {{0.1, 0.7}, {0.9, 0.95}};
        Table& readings = analysis.tables[0].table;
        readings.add("q10", Column(std::vector<double>{low}));
        readings.add("q90", Column(std::vector<double>{0.9}));
        Judged made;
        made.declared.tests.resize(1);
        made.declared.tests[0].criterion = parse_criterion("> 0.5 with probability 0.9");
        JudgedTest test;
        test.analysis = "a";
        test.quantity = "posterior";
        test.result = Result::passed;
        made.proposition.tests = {test};
        made.proposition.as_recorded = Verdict::supported;
        try_other_readings(made.declared, {analysis}, made.proposition);
        EXPECT_EQ(made.proposition.overturned_by.size(), low > 0.5 ? 0u : 1u);
    }
}

TEST(OtherReadings, WithoutAnyTheVerdictStaysAndNothingWasTried) {
    const std::vector<AnalysisResult> analyses = {analysis_of("a", {{"x", 1}}, {})};
    const JudgedProposition found = judged({{"a", "x"}}, analyses).proposition;
    EXPECT_EQ(found.verdict, Verdict::supported);
    EXPECT_EQ(found.readings_tried, 0u);
}

TEST(OtherReadings, ReadingsOfAnalysesThatAreNotTestedDoNotCount) {
    const std::vector<AnalysisResult> analyses = {analysis_of("a", {{"x", 1}}, {}),
                                                  analysis_of("b", {{"y", 1}}, {{"KAZ", "NORM", "0.33", "y", 0}})};
    EXPECT_EQ(judged({{"a", "x"}}, analyses).proposition.readings_tried, 0u);
}

TEST(OtherReadings, TheTableHasARowForEachThatTurnsAVerdict) {
    const std::vector<AnalysisResult> analyses = {analysis_of("a", {{"x", 1}}, {{"KAZ", "NORM", "0.33", "x", 0}})};
    const Table table = overturning_table({judged({{"a", "x"}}, analyses).proposition});
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_EQ(table["verdict"].text(0), "supported");
    EXPECT_EQ(table["verdict_then"].text(0), "contradicted");
    EXPECT_EQ(table["tests"].text(0), "a.x");
    EXPECT_EQ(overturning_table({}).rows(), 0u);
}

}  // namespace other_readings_test
}  // namespace tarazy
