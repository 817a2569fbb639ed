#include "study/check_tests.hpp"

#include "analyses/example_study_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace check_tests_test {

/// What the check says of the example study after one edit of its first proposition.
std::string complaint_after(const std::string& from, const std::string& to) {
    const ExampleStudy example;
    example.edit("study.toml", from, to);
    return complaint_of([&] { (void)example.read(); });
}

void expect_holds(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(CheckTests, AQuantityThatTheAnalysisWillNotHaveIsToldBeforeAnythingIsComputed) {
    const std::string what = complaint_after("evenness.2005-2016\"", "eveness.2005-2016\"");
    expect_holds(what,
                 "the analysis 'shares' will have no result 'eveness.2005-2016'; did you mean "
                 "'evenness.2005-2016'?");
    expect_holds(what, "study.toml:");
    expect_holds(complaint_after("quantity = \"evenness.2005-2016\"", "quantity = \"share.WEST\""),
                 "did you mean 'mean_share.WEST.2005-2016'?");
    expect_holds(complaint_after("quantity = \"evenness.2005-2016\"", "quantity = \"shares.evenness.2005-2016\""),
                 "begins with the analysis' id; write 'evenness.2005-2016'");
}

TEST(CheckTests, AThresholdOnAnUncertainNumberNeedsItsProbability) {
    expect_holds(complaint_after("> 0.9 with probability 0.9", "> 0.9"),
                 "'evenness.2005-2016' is uncertain, and the test \"> 0.9\" does not say how sure one has to be; write "
                 "\"> 0.9 with probability 0.9\"");
    expect_holds(complaint_after("> 0.9 with probability 0.9", "= 1"), "between a and b with probability 0.9");
    expect_holds(complaint_after("> 0.9 with probability 0.9", "above the median of comparison"),
                 "does not say how sure");
}

TEST(CheckTests, ANumberWithoutErrorIsComparedWithoutAProbability) {
    const ExampleStudy example;
    example.edit("study.toml", "analysis = \"shares\"\nquantity = \"evenness.2005-2016\"",
                 "analysis = \"chronology\"\nquantity = \"events\"");
    const StudyFile study = example.read();
    const auto told = std::ranges::any_of(study.warnings, [](const Problem& warning) {
        return warning.what.find("'events' will carry no interval") != std::string::npos;
    });
    EXPECT_TRUE(told);
}

TEST(CheckTests, ARelativeTestNeedsComparisonStates) {
    expect_holds(complaint_after("> 0.9 with probability 0.9", "rank <= 2 of comparison with probability 0.9"),
                 "is relative to comparison states, of which the study has");
}

TEST(CheckTests, ARankThatAllHaveOrNoneIsNoTest) {
    const auto of_three = [](const std::string& comparison) {
        const ExampleStudy example;
        example.edit("study.toml", "comparison = [", "comparison = [\"KGZ\", \"TJK\", \"TKM\", ");
        example.edit("study.toml", "> 0.9 with probability 0.9", comparison);
        return complaint_of([&] { (void)example.read(); });
    };
    expect_holds(of_three("rank <= 9 of comparison with probability 0.9"), "cannot fail: ranks go from 1 to");
    expect_holds(of_three("rank < 1 of comparison with probability 0.9"), "cannot pass: ranks go from 1 to");
    expect_holds(complaint_after("quantity = \"evenness.2005-2016\"", "quantity = \"rank_of_evenness.2005-2016\""),
                 "instead of the number that is compared");
}

TEST(CheckTests, YearsOfPremiseAndConsequenceAreComparedLikeWindows) {
    const ExampleStudy example;
    example.edit("study.toml", "[[proposition.test]]", "[[proposition.if]]");
    example.edit("study.toml", "[[proposition.test]]", "[[proposition.then]]");
    example.edit("study.toml", "quantity = \"evenness.2005-2016\"", "quantity = \"share.WEST.2009\"");
    expect_holds(complaint_of([&] { (void)example.read(); }), "looks for its consequence in 2009");
}

TEST(CheckTests, PremiseAndConsequenceBelongTogetherAndShareTheirYears) {
    expect_holds(complaint_after("[[proposition.test]]", "[[proposition.if]]"), "beside 'if' and 'then'");
    const ExampleStudy example;
    example.edit("study.toml", "[[proposition.test]]", "[[proposition.if]]");
    example.edit("study.toml", "[[proposition.test]]", "[[proposition.then]]");
    EXPECT_EQ(example.read().propositions[0].tests[1].part, TestPart::consequence);
    example.edit("study.toml", "quantity = \"evenness.2005-2016\"", "quantity = \"evenness.2011-2016\"");
    expect_holds(complaint_of([&] { (void)example.read(); }),
                 "looks for its consequence in 2011-2016 and for its premise in 2005-2016");
    example.edit("study.toml", "[[proposition.if]]", "[[proposition.then]]");
    expect_holds(complaint_of([&] { (void)example.read(); }), "[[proposition.then]] without [[proposition.if]]");
}

}  // namespace check_tests_test
}  // namespace tarazy
