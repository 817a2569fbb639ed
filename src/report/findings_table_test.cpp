#include "report/findings_table.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "report/multiverse_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace findings_table_test {

struct Findings : testing::Test {
    StudyResult result = sample_result();

    static JudgedTest test(JudgedTest::Result came_out) {
        JudgedTest judged;
        judged.analysis = "shares";
        judged.quantity = "q";
        judged.result = came_out;
        return judged;
    }
    [[nodiscard]] std::string table() const { return findings_table(ReportContext(result, all_chapters())).markup; }
    [[nodiscard]] std::string open() const { return undecided_part(ReportContext(result, all_chapters())).markup; }
    static void expect(const std::string& markup, const std::string& words) {
        EXPECT_NE(markup.find(words), std::string::npos) << words << '\n' << markup;
    }
};

constexpr auto passed = JudgedTest::Result::passed, failed = JudgedTest::Result::failed,
               undecided = JudgedTest::Result::undecided;

TEST_F(Findings, EveryPropositionHasOneLineUnderItsTopic) {
    result.words["nuclear"] = {"Nuclear restraint", "Ядролық ұстамдылық", "Ядерная сдержанность"};
    result.propositions.back().topic = "nuclear";
    const std::string markup = table();
    for (const JudgedProposition& proposition : result.propositions)
        expect(markup, "href=\"#" + html_id("proposition-", proposition.id) + "\"");
    EXPECT_GT(markup.find("Nuclear restraint"), markup.find(html_id("proposition-", result.propositions[0].id)));
    EXPECT_LT(markup.find("Nuclear restraint"), markup.find(html_id("proposition-", result.propositions.back().id)));
}

TEST_F(Findings, ALineSaysWhatTheVerdictRestsOn) {
    JudgedTest idle = test(passed);
    idle.comparison = {5, 5, {}};
    result.propositions.resize(1);
    result.propositions[0].tests = {test(passed), test(passed), test(failed), test(undecided), idle};
    expect(table(), "2 of 3 decided tests passed.");
    expect(table(), "1 test is undecided.");
    result.propositions[0].tests = {idle};
    expect(table(), "No test counts.");
    result.propositions[0].tests.clear();
    expect(table(), "No test is declared.");
}

TEST_F(Findings, ALineSaysHowFirmTheVerdictIs) {
    result.propositions.resize(1);
    result.propositions[0].readings_tried = 4;
    result.propositions[0].verdict = Verdict::supported;
    expect(table(), "Firm in all that was tried.");
    result.propositions[0].overturned_by = {
        {"cells", "KAZ", "OPEN", "0.67", "0.33", "stated alternative", Verdict::contradicted, {0}}};
    expect(table(), "Hangs on a single contestable entry.");
    result = result_with_multiverse();
    result.propositions[0].verdict = Verdict::supported;
    expect(table(), "Holds in 75% of the universes.");
}

TEST_F(Findings, WhatIsSilentSaysWhy) {
    result.propositions.resize(1);
    JudgedProposition& only = result.propositions[0];
    JudgedTest unasked;
    unasked.analysis = "text";
    only.verdict = only.as_recorded = Verdict::silent;
    only.tests = {test(passed), test(undecided), test(undecided), unasked};
    expect(open(), "Decided tests carry 1 of the declared weight of 4.");
    expect(open(), "2 tests are undecided.");
    expect(open(), "A method that was not asked:");
    expect(open(), "text analysis");
    only.tests[0].part = TestPart::premise;
    only.tests[0].result = failed;
    only.tests[1].part = only.tests[2].part = only.tests[3].part = TestPart::consequence;
    expect(open(), "The premise is not met (contradicted)");
    only.verdict = only.as_recorded = Verdict::supported;
    EXPECT_TRUE(open().empty());
}

TEST_F(Findings, AStudyWithoutPropositionsHasNoTable) {
    result.propositions.clear();
    EXPECT_TRUE(table().empty());
    EXPECT_TRUE(open().empty());
}

}  // namespace findings_table_test
}  // namespace tarazy
