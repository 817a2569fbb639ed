#include "report/verdict_marks.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace verdict_marks_test {

struct Marks : testing::Test {
    StudyResult result = sample_result();
    JudgedProposition& proposition = result.propositions.front();

    void expect(const Html& part, const std::string& words) const {
        EXPECT_NE(part.markup.find(words), std::string::npos) << words << '\n' << part.markup;
    }
};

TEST_F(Marks, OfAVerdictThatHangsOnAnEntryNameTheEntry) {
    proposition.as_recorded = Verdict::supported;
    proposition.verdict = Verdict::mixed;
    proposition.readings_tried = 90;
    for (int i = 0; i < 7; ++i)
        proposition.overturned_by.push_back(
            {"cells", "KAZ", "OPEN", "0.67", "0.33", "stated alternative", Verdict::contradicted, {0}});
    const ReportContext context(result, all_chapters());
    const Html part = hangs_part(context, proposition);
    expect(part, "As recorded the verdict is “supported”. 7 other readings of a single entry, of 90 tried");
    expect(part, "Kazakhstan, OPEN: 0.33 instead of 0.67 (another value is on record): contradicted");
    expect(part, "and 2 more: results/overturned.csv");
    expect(marks_of_all(context), "1 verdict hangs on a single contestable entry");
}

TEST_F(Marks, OfAVerdictThatNoReadingTurnsSaySo) {
    proposition.readings_tried = 90;
    const ReportContext context(result, all_chapters());
    expect(hangs_part(context, proposition),
           "No other reading of a single entry turns the verdict (90 were tried); numbers that range over all codings "
           "keep theirs.");
    proposition.readings_tried = 0;
    EXPECT_TRUE(hangs_part(context, proposition).markup.empty());
}

TEST_F(Marks, OfATestSayHowTheComparisonStatesFare) {
    const ReportContext context(result, all_chapters());
    JudgedTest test;
    EXPECT_TRUE(idle_mark(context, test).markup.empty());
    EXPECT_TRUE(comparison_mark(context, test).markup.empty());
    test.comparison = {13, 4, {}};
    EXPECT_TRUE(idle_mark(context, test).markup.empty());
    expect(comparison_mark(context, test), "Comparison states that pass this test: 4 of 13.");
    test.comparison = {13, 13, {}};
    EXPECT_TRUE(comparison_mark(context, test).markup.empty());
    expect(idle_mark(context, test), "All 13 comparison states pass this test");
    expect(idle_mark(context, test), "It weighs nothing in the verdict.");
    test.comparison = {13, 0, {}};
    test.absolute_because.en = "the treaty asks for it";
    expect(idle_mark(context, test), "None of the 13 comparison states surely passes");
    expect(idle_mark(context, test), "the treaty asks for it");
}

TEST_F(Marks, OfAConditionSayWhetherItIsMet) {
    const ReportContext context(result, all_chapters());
    EXPECT_TRUE(premise_part(context, proposition).markup.empty());
    JudgedTest premise;
    premise.part = TestPart::premise;
    premise.result = JudgedTest::Result::failed;
    proposition.tests = {premise};
    expect(premise_part(context, proposition), "The premise is not met (contradicted)");
    proposition.tests[0].result = JudgedTest::Result::passed;
    expect(premise_part(context, proposition), "The premise is met.");
}

TEST_F(Marks, OfAllCountTheTestsThatTellNothingAndThoseWrittenLate) {
    proposition.tests.front().comparison = {5, 0, {}};
    proposition.tests.front().data_seen = true;
    const ReportContext context(result, all_chapters());
    expect(marks_of_all(context), "tests weighs nothing, because all comparison states pass it or none does");
    expect(marks_of_all(context), "tests was written after its data had been seen; it bears the mark");
}

}  // namespace verdict_marks_test
}  // namespace tarazy
