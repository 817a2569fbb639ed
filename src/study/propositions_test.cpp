#include "study/propositions.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"
#include "study/verdict.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace propositions_test {

constexpr auto undecided = TestResult::undecided;

TEST(Propositions, ATestOfAnAnalysisThatWasNotRunIsUndecided) {
    const ExampleStudy example;
    const auto results = judge_propositions(example.read(), {});
    ASSERT_EQ(results.size(), 2u);
    EXPECT_EQ(results[0].verdict, Verdict::silent);
    EXPECT_EQ(results[0].tests[0].result, undecided);
    EXPECT_EQ(results[0].tests[0].reason, "the analysis 'shares' was not run");
    EXPECT_EQ(results[1].verdict, Verdict::not_tested);
}

TEST(Propositions, ATestOfANumberThatIsNotThereIsUndecidedAndCostsNothingElse) {
    const ExampleStudy example;
    StudyFile study = example.read();
    study.propositions[0].tests[1].quantity.text = "evenness.2005-2006";
    const StudyResult result = run_study(study, all_methods());
    const JudgedTest& lacking = result.propositions[0].tests[1];
    EXPECT_EQ(lacking.result, undecided);
    EXPECT_TRUE(lacking.lacks_quantity);
    EXPECT_NE(lacking.reason.find("has no result 'evenness.2005-2006'; did you mean"), std::string::npos)
        << lacking.reason;
    EXPECT_EQ(result.propositions[0].tests[0].result, TestResult::passed);
}

TEST(Propositions, TheVerdictIsAClaimThatRestsOnWhatWasTested) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const Claim claim = verdict_claim(result.propositions[0], result.analyses, result.command);
    EXPECT_EQ(claim.id, "proposition.P1.verdict");
    EXPECT_EQ(claim.statement, to_string(result.propositions[0].verdict));
    EXPECT_EQ(claim.inputs.size(), 2u);
    EXPECT_NE(claim.formula.find("declared 3"), std::string::npos) << claim.formula;
    EXPECT_TRUE(verdict_claim(result.propositions[1], result.analyses, "").inputs.empty());
}

TEST(Propositions, TheTableHasARowForEveryTestAndForPropositionsWithoutAny) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const Table table = proposition_table(result.propositions, result.analyses);
    ASSERT_EQ(table.rows(), 3u);
    EXPECT_EQ(table["result"].text(0), "passed");
    EXPECT_TRUE(table["value"].real(0).has_value());
    EXPECT_EQ(table["verdict"].text(2), "not tested");
    EXPECT_TRUE(table["result"].missing(2));
    EXPECT_TRUE(table["weight"].missing(2));
}

TEST(Propositions, MethodsThatWereNotAskedWeighAsUndecidedTests) {
    const ExampleStudy example;
    // Three tests' weight by align; one of the two other methods is not enough to leave the verdict open, both count.
    example.edit("study.toml", "theory = \"realism\"",
                 "theory = \"realism\"\nmethods = [\"align\", \"trace\", \"text\"]");
    const StudyResult result = run_study(example.read(), all_methods());
    const std::vector<JudgedTest>& tests = result.propositions[0].tests;
    ASSERT_EQ(tests.size(), 4u);
    EXPECT_EQ(tests[2].analysis, "trace");
    EXPECT_EQ(tests[2].result, undecided);
    EXPECT_EQ(tests[3].reason, "no test by this method is declared");
    EXPECT_EQ(weigh(tests).declared, 5);
    example.edit("study.toml", "\"text\"]", "\"texts\"]");
    const std::string what = complaint_of([&] { (void)example.read(); });
    EXPECT_NE(what.find("unknown method 'texts'; did you mean 'text'?"), std::string::npos) << what;
}

TEST(Propositions, WithoutADeclaredTestNothingIsTestedWhateverMethodsAreNamed) {
    const ExampleStudy example;
    example.edit("study.toml", "theory = \"none\"", "theory = \"none\"\nmethods = [\"text\"]");
    const StudyResult result = run_study(example.read(), all_methods());
    EXPECT_EQ(result.propositions[1].verdict, Verdict::not_tested);
    EXPECT_TRUE(result.propositions[1].tests.empty());
}

}  // namespace propositions_test
}  // namespace tarazy
