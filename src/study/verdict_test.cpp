#include "study/verdict.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace verdict_test {

using Result = JudgedTest::Result;
constexpr auto passed = Result::passed, failed = Result::failed, undecided = Result::undecided;

JudgedTest test(Result result, double weight = 1, TestPart part = TestPart::plain) {
    JudgedTest judged;
    judged.result = result;
    judged.weight = weight;
    judged.part = part;
    return judged;
}

JudgedTest premise(Result result) {
    return test(result, 1, TestPart::premise);
}
JudgedTest consequence(Result result) {
    return test(result, 1, TestPart::consequence);
}

TEST(Verdict, FollowsTheWeightsOfTheTests) {
    EXPECT_EQ(verdict_of({}), Verdict::not_tested);
    EXPECT_EQ(verdict_of({test(passed)}), Verdict::supported);
    EXPECT_EQ(verdict_of({test(failed)}), Verdict::contradicted);
    EXPECT_EQ(verdict_of({test(passed, 9), test(failed)}), Verdict::mixed);
    EXPECT_EQ(verdict_of({test(undecided)}), Verdict::silent);
}

TEST(Verdict, IsSilentWhenLessThanHalfIsDecided) {
    EXPECT_EQ(verdict_of({test(passed), test(undecided)}), Verdict::supported);
    EXPECT_EQ(verdict_of({test(passed), test(undecided, 1.01)}), Verdict::silent);
    EXPECT_EQ(verdict_of({test(passed), test(failed), test(undecided, 3)}), Verdict::silent);
    EXPECT_EQ(verdict_of({test(passed, 0.1), test(passed, 0.2), test(undecided, 0.3)}), Verdict::supported);
}

TEST(Verdict, ATestThatAllOrNoneOfTheComparisonStatesPassWeighsNothing) {
    JudgedTest idle = test(passed, 5);
    idle.comparison = {4, 4, {}};
    EXPECT_EQ(verdict_of({idle}), Verdict::silent);
    EXPECT_EQ(verdict_of({idle, test(failed)}), Verdict::contradicted);
    idle.comparison = {4, 0, {}};
    EXPECT_EQ(verdict_of({idle, test(failed)}), Verdict::contradicted);
    idle.comparison = {4, 1, {}};
    EXPECT_EQ(verdict_of({idle, test(failed)}), Verdict::mixed);
    idle.comparison = {2, 0, {}};  // too few to tell
    EXPECT_EQ(verdict_of({idle, test(failed)}), Verdict::mixed);
    idle.comparison = {4, 4, {}};
    idle.absolute_because.en = "the level is what the treaty asks for";
    EXPECT_EQ(verdict_of({idle}), Verdict::supported);
    EXPECT_EQ(weigh({idle}).passed, 5);
}

TEST(Verdict, OfAConditionalPropositionIsSilentUnlessThePremiseIsSupported) {
    EXPECT_EQ(verdict_of({premise(passed), consequence(passed)}), Verdict::supported);
    EXPECT_EQ(verdict_of({premise(passed), consequence(failed)}), Verdict::contradicted);
    for (const Result open : {failed, undecided})
        EXPECT_EQ(verdict_of({premise(open), consequence(failed)}), Verdict::silent);
    EXPECT_EQ(verdict_of({premise(passed), premise(failed), consequence(passed)}), Verdict::silent);
    EXPECT_EQ(premise_of({premise(passed), premise(failed)}), Verdict::mixed);
    EXPECT_FALSE(premise_of({test(passed)}).has_value());
}

TEST(Verdict, OfAPremiseThatAllStatesShareIsNoLessAPremise) {
    JudgedTest shared = premise(passed);
    shared.comparison = {9, 9, {}};
    EXPECT_EQ(verdict_of({shared, consequence(failed)}), Verdict::contradicted);
}

OverturningReading reading(Verdict then) {
    OverturningReading other;
    other.then = then;
    return other;
}

TEST(HeldVerdict, NoOneSidedVerdictHangsOnOneEntry) {
    EXPECT_EQ(held_verdict(Verdict::supported, {}), Verdict::supported);
    EXPECT_EQ(held_verdict(Verdict::supported, {reading(Verdict::contradicted)}), Verdict::mixed);
    EXPECT_EQ(held_verdict(Verdict::contradicted, {reading(Verdict::mixed)}), Verdict::mixed);
    EXPECT_EQ(held_verdict(Verdict::contradicted, {reading(Verdict::silent)}), Verdict::silent);
    EXPECT_EQ(held_verdict(Verdict::supported, {reading(Verdict::silent), reading(Verdict::mixed)}), Verdict::mixed);
    for (const Verdict open : {Verdict::mixed, Verdict::silent, Verdict::not_tested})
        EXPECT_EQ(held_verdict(open, {reading(Verdict::supported)}), open);
}

}  // namespace verdict_test
}  // namespace tarazy
