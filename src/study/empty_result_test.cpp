#include "study/empty_result.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace empty_result_test {

TEST(EmptyResult, AFocusStateWithoutVotesHasNoResultAndIsNamed) {
    const ExampleStudy example;
    example.edit("study.toml", "focus = \"KAZ\"", "focus = \"MNG\"");
    StudyResult result;
    try {
        result = run_study(example.read(), all_methods());
    } catch (const InputError& error) {  // refused by the method itself: told all the same
        EXPECT_NE(std::string(error.what()).find("MNG"), std::string::npos) << error.what();
        return;
    }
    ASSERT_EQ(result.analyses.size(), 3u);
    for (const std::size_t votes : {0u, 1u}) {
        EXPECT_EQ(result.analyses[votes].failure, "the data of the role 'votes' hold nothing on MNG");
        EXPECT_TRUE(result.analyses[votes].claims.empty());
    }
    EXPECT_EQ(result.analyses[2].failure, "") << "the chronology stands";
    for (const JudgedTest& test : result.propositions[0].tests) {
        EXPECT_EQ(test.result, JudgedTest::Result::undecided);
        EXPECT_NE(test.reason.find("has no result"), std::string::npos) << test.reason;
    }
}

TEST(EmptyResult, AChronologyWithoutEventsIsNone) {
    const ExampleStudy example;
    const std::string events = read_file(example / "data/events.csv");
    write_file_atomically(example / "data/events.csv", events.substr(0, events.find('\n') + 1));
    write_file_atomically(example / "data/links.csv", "from,to,type,basis,stated_in\n");
    try {
        const StudyResult result = run_study(example.read(), all_methods());
        EXPECT_EQ(result.analyses.back().failure, "the file of events holds no event");
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("events.csv"), std::string::npos) << error.what();
    }
}

TEST(EmptyResult, AnUnknownValueIsNoResultAZeroIsOne) {
    const AnalysisPlan plan;
    Claim claim;
    EXPECT_TRUE(is_empty_result(Method{}, plan, {}));
    EXPECT_TRUE(is_empty_result(Method{}, plan, {claim}));
    claim.value = 0;
    EXPECT_FALSE(is_empty_result(Method{}, plan, {claim}));
    claim.value.reset();
    claim.statement = "A*B";
    EXPECT_FALSE(is_empty_result(Method{}, plan, {claim}));
    Method picky;
    picky.is_finding = [](const AnalysisPlan&, const Claim& found) { return found.value.has_value(); };
    EXPECT_TRUE(is_empty_result(picky, plan, {claim}));
}

TEST(EmptyResult, APoleWhoseMembersNeverVotedIsNamedWithTheTestThatAsksForIt) {
    const ExampleStudy example;
    example.edit("study.toml", "members = [\"CHN\"]", "members = [\"MNG\"]");
    const StudyResult result = run_study(example.read(), all_methods());
    const JudgedTest& test = result.propositions[0].tests[0];
    EXPECT_TRUE(test.lacks_quantity);
    EXPECT_NE(
        test.reason.find("has no result 'difference.RUS-CHN.2005-2016' (no row for the pole CHN: the data lack its "
                         "members)"),
        std::string::npos)
        << test.reason;
}

}  // namespace empty_result_test
}  // namespace tarazy
