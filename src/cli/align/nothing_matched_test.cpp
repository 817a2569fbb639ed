// What matches nothing is no success: states, poles, sessions, anchors and columns that are not in the data.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace align_nothing_matched_test {

using namespace testing_program;

const std::string ten_states = TARAZY_SOURCE_DIR "/examples/invented-assembly/";

void expect_status(const ProgramRun& run, int status, const std::string& says) {
    EXPECT_EQ(run.status, status) << run.err;
    EXPECT_NE(run.err.find(says), std::string::npos) << run.err;
    EXPECT_TRUE(run.out.empty()) << run.out;
}

ProgramRun of_votes(std::vector<std::string> words) {
    words.insert(words.begin(), "align");
    words.insert(words.end(), {"--votes", ten_states + "votes.csv", "--roll-calls", ten_states + "roll_calls.csv"});
    return run_program(words);
}

TEST(NothingMatched, BalanceOfFlowsThatNameNoneOfTheStatesOrPoles) {
    const Folder folder;
    const std::string flows = folder.write("flows.csv", "state,year,pole,value\nKAZ,2001,RUS,1.5\nKAZ,2001,CHN,0.5\n");
    const auto balance = [&](const std::string& states, const std::string& poles) {
        return run_program({"align", "balance", "--flows", "trade=" + flows, "--states", states, "--poles", poles});
    };
    EXPECT_EQ(balance("KAZ", "RUS,CHN").status, 0);
    expect_status(balance("UZB", "RUS,CHN"), 3, "nothing is about the states of --states");
    EXPECT_NE(balance("UZB", "RUS,CHN").err.find("column 'state' has KAZ"), std::string::npos);
    expect_status(balance("KAZ", "USA,GBR"), 3, "nothing is about");
    expect_status(balance("KAZ", "USA,RUS"), 3, "no share is known");
    expect_status(balance("KAZ", "RUS,A=RUS+CHN"), 2, "RUS is a member of the poles RUS and A");
    const ProgramRun unknown = balance("XYZ", "RUS,CHN");
    EXPECT_TRUE(unknown.status == 2 || unknown.status == 3) << unknown.err;
    const std::string other = folder.write("codes.csv", "state,year,pole,value\nQQ1,2001,QQ2,1500\n");
    expect_status(
        run_program({"align", "balance", "--flows", "trade=" + other, "--states", "KAZ", "--poles", "RUS,CHN"}), 3,
        "codes.csv");
}

TEST(NothingMatched, AMisspeltColumnOfErrorsIsNotTakenForNone) {
    const Folder folder;
    const std::string flows =
        folder.write("flows.csv", "state,year,pole,value,Lower,Upper\nKAZ,2001,RUS,1.5,1,2\nKAZ,2001,CHN,0.5,0.4,1\n");
    expect_status(
        run_program({"align", "balance", "--flows", "trade=" + flows, "--states", "KAZ", "--poles", "RUS,CHN"}), 3,
        "--rename lower=Lower");
}

TEST(NothingMatched, SharesOfAStateOrPoleWithoutVotes) {
    expect_status(of_votes({"shares", "--states", "BRA", "--poles", "RUS,CHN"}), 3, "none of the states");
    expect_status(of_votes({"shares", "--states", "KAZ", "--poles", "BRA,ARG"}), 3, "no share is known");
    expect_status(
        of_votes({"shares", "--states", "KAZ", "--poles", "KAZ,CHN"}), 3,
        "no share is known: KAZ is itself the pole KAZ, and a state's nearness to itself says nothing; choose "
        "other --states or --poles");
    expect_status(of_votes({"shares", "--states", "KAZ", "--poles", "RUS,RUS"}), 2, "named twice");
    expect_status(of_votes({"shares", "--states", "KAZ", "--poles", "RUS,A=RUS+USA"}), 2, "is a member of the poles");
    expect_status(of_votes({"shares", "--states", "KAZ", "--poles", "RUS,A=USA+USA"}), 2, "twice");
    const ProgramRun some = of_votes({"shares", "--states", "KAZ,BRA", "--poles", "RUS,CHN", "--bootstrap", "0"});
    EXPECT_EQ(some.status, 0);
    EXPECT_NE(some.err.find("BRA has no votes here"), std::string::npos) << some.err;
}

TEST(NothingMatched, SimilarityOfStatesThatAreNotThere) {
    expect_status(of_votes({"similarity", "--states", "BRA,ARG"}), 3, "no pair to compare");
    expect_status(of_votes({"similarity", "--states", "KAZ"}), 3, "no pair to compare");
    expect_status(of_votes({"similarity", "--with", "BRA"}), 3, "no pair to compare");
    const ProgramRun some = of_votes({"similarity", "--states", "KAZ,RUS,BRA"});
    EXPECT_EQ(some.status, 0);
    EXPECT_NE(some.err.find("state 140 has no votes here"), std::string::npos) << some.err;
    expect_status(run_program({"align", "similarity", "--ties", ten_states + "ties.csv", "--states", "BRA,ARG"}), 3,
                  "no pair to compare");
}

TEST(NothingMatched, WindowsAndMeasuresThatAreNotThere) {
    const ProgramRun run = of_votes(
        {"shares", "--states", "KAZ", "--poles", "RUS,CHN", "--bootstrap", "0", "--windows", "2005-2006,1990-1991"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("window 1990-1991 holds no year"), std::string::npos) << run.err;
    EXPECT_EQ(run.err.find("2005-2006"), std::string::npos) << run.err;
    expect_status(of_votes({"similarity", "--measures", "kappa_qs"}), 2, "did you mean 'kappa_sq'?");
}

TEST(NothingMatched, SessionsThatAreNotThere) {
    for (const char* command : {"similarity", "ideal-points"})
        expect_status(of_votes({command, "--sessions", "70-72"}), 3, "the data have the sessions 60, 61, 62, 63");
    const ProgramRun some = of_votes({"similarity", "--sessions", "63,70-72"});
    EXPECT_EQ(some.status, 0);
    EXPECT_NE(some.err.find("no votes in 3 of the sessions asked for: 70, 71, 72"), std::string::npos) << some.err;
}

TEST(NothingMatched, AnchorsIssuesAndStatesOfIdealPoints) {
    expect_status(of_votes({"ideal-points", "--anchors", "USA,BRA"}), 3, "the anchor 140 has no vote");
    expect_status(of_votes({"ideal-points", "--anchors", "USA,USA"}), 2, "same member twice");
    expect_status(of_votes({"ideal-points", "--states", "BRA,ARG,CHL"}), 3, "0 state(s)");
    const Folder folder;
    std::string rolls = bytes_of(ten_states + "roll_calls.csv");
    std::string flagged;
    bool header = true;
    for (const char c : rolls) {
        if (c == '\n') flagged += header ? ",nu" : ",0";
        if (c == '\n') header = false;
        flagged += c;
    }
    const std::string list = folder.write("rolls.csv", flagged);
    expect_status(run_program({"align", "ideal-points", "--votes", ten_states + "votes.csv", "--roll-calls", list,
                               "--issue", "nu"}),
                  3, "no roll call here has 1 in the column 'nu'");
}

TEST(NothingMatched, AColumnOfSessionsByAnotherNameIsNotDefaulted) {
    const Folder folder;
    const std::string votes = "60,2,1\n1,60,365,3\n2,61,2,3\n2,61,365,1\n3,61,2,1\n3,61,365,1\n";
    for (const char* command : {"similarity", "ideal-points"}) {
        for (const char* name : {"Session", "year", "Сессия"}) {
            const std::string file = folder.write("v.csv", "rcid," + std::string(name) + ",ccode,vote\n1," + votes);
            expect_status(
                run_program({"align", command, "--votes", file}), 3,
                "there is no column 'session'; did you mean '" + std::string(name) + "'? --rename session=" + name);
        }
    }
    const std::string none = folder.write("n.csv", "rcid,ccode,vote\n1,2,1\n1,365,3\n");
    const ProgramRun run = run_program({"align", "similarity", "--votes", none});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("warning"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("all votes are one session"), std::string::npos) << run.err;
}

/// Two states that vote at random with or against each other.
std::string votes_of_two(int sessions) {
    std::string text = "rcid,session,ccode,vote\n";
    for (int call = 0; call < 20; ++call) {
        const std::string start = std::to_string(call + 1) + ',' + std::to_string(60 + call % sessions) + ',';
        text += start + "2," + (call % 3 == 0 ? "1\n" : "3\n") + start + "365," + (call % 5 == 0 ? "3\n" : "1\n");
    }
    return text;
}

TEST(IdealPoints, TwoStatesAreRefusedInOneSessionAndFlaggedInSeveral) {
    const Folder folder;
    expect_status(run_program({"align", "ideal-points", "--votes", folder.write("two.csv", votes_of_two(1))}), 3,
                  "the scale alone puts one at 1 and the other at -1");
    const ProgramRun several =
        run_program({"align", "ideal-points", "--votes", folder.write("more.csv", votes_of_two(2))});
    EXPECT_EQ(several.status, 0) << several.err;
    EXPECT_NE(several.err.find("there are two states only"), std::string::npos) << several.err;
    EXPECT_EQ(std::ranges::count(several.out, '\n'), 5) << several.out;
    std::size_t flags = 0;
    for (std::size_t at = several.out.find("few members"); at != std::string::npos;
         at = several.out.find("few members", at + 1))
        ++flags;
    EXPECT_EQ(flags, 4u) << several.out;
}

TEST(IdealPoints, FourDigitSessionsAreYearsAndSmallOnesOfOtherBodiesHaveNone) {
    const Folder folder;
    const auto years_of = [&](int first_session, const std::vector<int>& members) {
        std::string text = "rcid,session,ccode,vote\n";
        for (int call = 0; call < 24; ++call) {
            for (std::size_t m = 0; m < members.size(); ++m)
                text += std::to_string(call + 1) + ',' + std::to_string(first_session + call / 12) + ',' +
                        std::to_string(members[m]) + ',' +
                        ((m + static_cast<std::size_t>(call) * 7) % 5 < 2 ? "1\n" : "3\n");
        }
        const ProgramRun run = run_program({"align", "ideal-points", "--votes", folder.write("v.csv", text)});
        EXPECT_EQ(run.status, 0) << run.err;
        const std::size_t row = run.out.find('\n') + 1, session = run.out.find(',', row) + 1,
                          year = run.out.find(',', session) + 1;
        return run.out.substr(year, run.out.find(',', year) - year);
    };
    EXPECT_EQ(years_of(2020, {2, 365, 710, 705, 200}), "2020");
    EXPECT_EQ(years_of(137, {1, 3, 4, 5, 6}), "");
    EXPECT_EQ(years_of(8, {1001, 1002, 1003, 1004, 1005}), "");
    EXPECT_EQ(years_of(60, {2, 365, 710, 705, 200}), "2005");
}

TEST(NothingMatched, DrawsWithASessionOutOfRangeAreRefused) {
    const Folder folder;
    const auto number = [](std::uint32_t value) {
        return std::string{static_cast<char>(value & 255), static_cast<char>(value >> 8 & 255),
                           static_cast<char>(value >> 16 & 255), static_cast<char>(value >> 24 & 255)};
    };
    for (const std::uint32_t session : {2147483647U, 4294967295U, 100001U}) {
        std::string bytes = "TRZYDRAW" + number(1) + number(3) + number(1) + number(1);
        for (const std::uint32_t state : {705U, 365U, 710U}) bytes += number(state) + number(session);
        bytes += number(0x40400000) + number(0x40000000) + number(0x3f800000);
        expect_status(run_program({"align", "balance", "--draws", folder.write("d.draws", bytes), "--states", "KAZ",
                                   "--poles", "RUS,CHN"}),
                      3, "out of range");
    }
}

}  // namespace align_nothing_matched_test
}  // namespace tarazy
