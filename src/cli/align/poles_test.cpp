// Poles and members through the program: who counts once, what names a state, what is empty.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace align_poles_test {

using namespace testing_program;

const std::string parliament =
    "rcid,member,vote,session,party\n"
    "1,Ash,1,1,Green\n1,Elm,1,1,Green\n1,Oak,3,1,Blue\n1,Yew,3,1,Blue\n"
    "2,Ash,1,1,Green\n2,Elm,3,1,Green\n2,Oak,1,1,Blue\n2,Yew,3,1,Blue\n"
    "3,Ash,3,1,Green\n3,Elm,1,1,Green\n3,Oak,3,1,Blue\n3,Yew,1,1,Blue\n";

const std::string states_by_code =
    "rcid,member,vote,session\n1,KAZ,1,60\n1,RUS,1,60\n1,USA,3,60\n2,KAZ,1,60\n2,RUS,2,60\n2,USA,3,60\n";

ProgramRun align(std::vector<std::string> words) {
    words.insert(words.begin(), "align");
    return run_program(words);
}

/// Closeness of the only state to its first pole.
std::string first_closeness(const ProgramRun& run) {
    const std::size_t line = run.out.find('\n') + 1;
    std::size_t at = line;
    for (int comma = 0; comma < 4; ++comma) at = run.out.find(',', at) + 1;
    return run.out.substr(at, run.out.find(',', at) - at);
}

TEST(Poles, AMemberNamedWithItsPartyCountsOnce) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", parliament);
    const auto shares = [&](const std::string& poles) {
        return align({"shares", "--votes", votes, "--states", "Yew", "--poles", poles, "--bootstrap", "0"});
    };
    const std::string party = first_closeness(shares("Green,Oak"));
    EXPECT_FALSE(party.empty());
    EXPECT_EQ(first_closeness(shares("A=Green+Ash,Oak")), party);
    EXPECT_EQ(first_closeness(shares("A=Ash+Green,Oak")), party);
}

TEST(Poles, OneMemberInTwoPolesIsRefusedUnderWhateverNames) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", parliament);
    const ProgramRun party = align({"shares", "--votes", votes, "--states", "Yew", "--poles", "A=Ash,Green"});
    EXPECT_EQ(party.status, 3);
    EXPECT_NE(party.err.find("Ash of the pole A and Green of the pole Green mean the same member in session 1"),
              std::string::npos)
        << party.err;
    const std::string united = folder.write(
        "un.csv", "rcid,ccode,vote,session\n1,705,1,45\n1,365,1,45\n1,2,3,45\n2,705,1,45\n2,365,3,45\n2,2,3,45\n");
    const ProgramRun state = align({"shares", "--votes", united, "--states", "KAZ", "--poles", "RUS,SUN"});
    EXPECT_EQ(state.status, 3);
    EXPECT_NE(state.err.find("RUS of the pole RUS and SUN of the pole SUN"), std::string::npos) << state.err;
    const std::string draws = folder / "a.draws";
    ASSERT_EQ(align({"ideal-points", "--votes", united, "--draws", "20", "--draws-file", draws}).status, 0);
    const ProgramRun balance = align({"balance", "--draws", draws, "--states", "KAZ", "--poles", "RUS,SUN"});
    EXPECT_EQ(balance.status, 3);
    EXPECT_NE(balance.err.find("mean the same member in session 45"), std::string::npos) << balance.err;
    EXPECT_EQ(align({"balance", "--draws", draws, "--states", "KAZ", "--poles", "A=RUS+SUN,USA"}).status, 0);
}

TEST(Poles, ABalanceWithTensionButNoShareIsEmpty) {
    const Folder folder;
    const std::string united = folder.write(
        "un.csv", "rcid,ccode,vote,session\n1,705,1,45\n1,365,1,45\n1,2,3,45\n2,705,1,45\n2,365,3,45\n2,2,3,45\n");
    const std::string draws = folder / "a.draws";
    ASSERT_EQ(align({"ideal-points", "--votes", united, "--draws", "20", "--draws-file", draws}).status, 0);
    const ProgramRun run = align({"balance", "--draws", draws, "--states", "KAZ", "--poles", "KAZ,USA"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no share is known: KAZ is itself the pole KAZ"), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
}

TEST(Poles, ASummaryWithoutARowIsNotWritten) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", parliament), summary = folder / "summary.csv";
    const std::vector<std::string> base = {"shares",    "--votes",     votes, "--states",  "Yew",  "--poles",
                                           "Green,Oak", "--bootstrap", "0",   "--summary", summary};
    const std::vector<std::vector<std::string>> empty = {{"--agenda-break", "1"}, {"--windows", "1990-1995"}};
    for (const std::vector<std::string>& more : empty) {
        std::vector<std::string> words = base;
        words.insert(words.end(), more.begin(), more.end());
        const ProgramRun run = align(words);
        EXPECT_EQ(run.status, 3) << more.front();
        EXPECT_NE(run.err.find("the summary would be empty"), std::string::npos) << run.err;
        EXPECT_FALSE(std::filesystem::exists(summary));
    }
    EXPECT_EQ(align(base).status, 0);
}

TEST(Poles, MembersThatAreStatesAnswerToAllNamesOfTheState) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", states_by_code);
    const auto shares = [&](const std::string& states, const std::string& poles) {
        return align({"shares", "--votes", votes, "--states", states, "--poles", poles, "--bootstrap", "0"});
    };
    const ProgramRun by_code = shares("KAZ", "RUS,USA");
    ASSERT_EQ(by_code.status, 0) << by_code.err;
    EXPECT_EQ(shares("Қазақстан", "Russia,United States").out, by_code.out);
    EXPECT_EQ(shares("705", "Россия, us").out, by_code.out);
    EXPECT_EQ(shares("China", "RUS,USA").status, 2);
    const ProgramRun pairs = align({"similarity", "--votes", votes, "--states", "Kazakhstan,russia"});
    EXPECT_EQ(pairs.status, 0) << pairs.err;
    EXPECT_NE(pairs.out.find("60,KAZ,RUS,"), std::string::npos) << pairs.out;
}

TEST(Poles, AMissingSessionIsToldOnce) {
    const Folder folder;
    const ProgramRun run =
        align({"similarity", "--votes", folder.write("votes.csv", "rcid,member,vote,session\n1,a,1,\n1,b,1,2\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("votes.csv:2:4: session is missing"), std::string::npos) << run.err;
    EXPECT_EQ(run.err.find("of session"), std::string::npos) << run.err;
}

}  // namespace align_poles_test
}  // namespace tarazy
