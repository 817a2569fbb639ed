#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace tarazy {
namespace network_memberships_test {

using Json = nlohmann::json;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

ProgramRun memberships(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"network", "memberships", "--format", "csv"});
    return run_program(arguments);
}

const std::string spells = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/institution_memberships.csv";

TEST(NetworkMemberships, TiesLeadBackToLinesAndSources) {
    const ProgramRun run = memberships(
        {"--memberships", spells, "--year", "2014", "--states", "Kazakhstan,CHN", "--only", "OIC,NPT", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("year,state,institution,status,sources,rows,carried\n2014,CHN,NPT,member,"),
              std::string::npos)
        << run.out;
    EXPECT_NE(run.out.find(",392; 393,0\n"), std::string::npos) << run.out;
}

TEST(NetworkMemberships, WhatIsCarriedForwardIsMarked) {
    const Folder folder;
    const std::string file =
        folder.write("m.csv", "institution,iso3,start,end,right_censored_at\nX,KAZ,1992,,2014\nX,RUS,1992,,\n");
    const ProgramRun plain = memberships({"--memberships", file, "--year", "2020"});
    EXPECT_EQ(plain.out, "year,state,institution,status,sources,rows,carried\n2020,RUS,X,member,,3,0\n");
    const ProgramRun carried = memberships({"--memberships", file, "--year", "2020", "--carry-forward"});
    EXPECT_NE(carried.out.find("2020,KAZ,X,member,,2,1\n"), std::string::npos) << carried.out;
    EXPECT_NE(carried.err.find("1 of 2 ties in 2020 are carried forward"), std::string::npos) << carried.err;
}

TEST(NetworkMemberships, PanelConflictsAndRegime) {
    for (const char* show : {"panel", "conflicts", "regime", "joining"}) {
        const ProgramRun run = memberships({"--memberships", spells, "--years", "1992-2014", "--only",
                                            "NPT,CTBT,IAEA,CPPNM", "--show", show, "--quiet"});
        ASSERT_EQ(run.status, 0) << show << run.err;
        EXPECT_GT(std::ranges::count(run.out, '\n'), 3) << show;
    }
    const ProgramRun json = run_program({"network", "memberships", "--memberships", spells, "--year", "2024", "--only",
                                         "NPT,CTBT", "--show", "regime", "--format", "json", "--quiet"});
    ASSERT_EQ(json.status, 0) << json.err;
    const Json result = Json::parse(json.out)["result"];
    EXPECT_EQ(result.size(), 20u);
    EXPECT_TRUE(result[0].contains("coverage_upper"));
}

TEST(NetworkMemberships, FaultsOfTheFileAreNamedWithTheirLine) {
    const Folder folder;
    const std::string file = folder.write("m.csv",
                                          "institution,state,status,start,end\nUN,KAZ,member,1992,1991\nUN,Atlantis,"
                                          "member,1992,\nUN,UZB,-9,1992,\nUN,TJK,member,1992,\n");
    const ProgramRun run = memberships({"--memberships", file, "--year", "1995"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("m.csv:2:5: the spell ends in 1991, before it starts"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("m.csv:4:3: the status is -9, a code of missing"), std::string::npos) << run.err;
    const ProgramRun left = memberships({"--memberships", file, "--year", "1995", "--leave-out-faulty"});
    EXPECT_EQ(left.status, 0);
    EXPECT_NE(left.err.find("left out: "), std::string::npos) << left.err;
    EXPECT_NE(left.out.find("1995,TJK,UN,member,,5,0"), std::string::npos) << left.out;
}

TEST(NetworkMemberships, OptionsThatDoNotFitAreRefused) {
    EXPECT_EQ(memberships({"--year", "2014"}).status, 2);
    EXPECT_EQ(memberships({"--memberships", spells, "--year", "2014", "--years", "1992-2014"}).status, 2);
    EXPECT_EQ(memberships({"--memberships", spells, "--years", "2014-1992"}).status, 2);
    EXPECT_EQ(memberships({"--memberships", spells, "--year", "2014", "--states", "DEU"}).status, 2);
    EXPECT_EQ(memberships({"--memberships", spells, "--year", "2014", "--source-policy", "onion"}).status, 2);
    EXPECT_EQ(memberships({"--memberships", spells, "--year", "1800"}).status, 3) << "nobody is in anything";
}

TEST(NetworkMemberships, AYearBeyondTheTableIsNoSilentEmptyAnswer) {
    for (const char* show : {"ties", "panel", "regime", "joining"}) {
        const ProgramRun run = memberships({"--memberships", spells, "--year", "9999", "--show", show});
        EXPECT_TRUE(run.status == 3 || run.err.find("9999") != std::string::npos) << show << run.err << run.out;
    }
}

TEST(NetworkMemberships, AYearOutsideOfTheDatesIsToldOnTheSideWhereItLies) {
    const Folder folder;
    const std::string file = folder.write("m.csv", "institution,iso3,start,end\nX,KAZ,1992,2001\nX,RUS,1994,2019\n");
    const auto told = [&](const char* option, const char* years) {
        return memberships({"--memberships", file, option, years}).err;
    };
    const std::string dates = " the dates of the table, 1992 to 2019: ";
    const std::string before = "before them no membership is known to have begun",
                      after = "after them only memberships without an end go on";
    const std::vector<std::array<std::string, 3>> cases = {
        {"--year", "1900", "1900 lies before" + dates + before + '\n'},
        {"--year", "2030", "2030 lies beyond" + dates + after + '\n'},
        {"--years", "1900-1910", "1900-1910 lie before" + dates + before + '\n'},
        {"--years", "1980-2030", "1980-2030 reaches beyond" + dates + before + ", and " + after + '\n'}};
    for (const auto& [option, years, expected] : cases) {
        const std::string err = told(option.c_str(), years.c_str());
        EXPECT_NE(err.find(expected), std::string::npos) << years << err;
    }
}

TEST(NetworkMemberships, ConflictsAreOfAllYearsAndThatIsSaid) {
    const ProgramRun run =
        memberships({"--memberships", spells, "--year", "2014", "--only", "NPT", "--show", "conflicts"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("--show conflicts is of all years"), std::string::npos) << run.err;
}

TEST(NetworkMemberships, AnUnknownNameOfAnEmptyListHasNoEmptyProposals) {
    const Folder folder;
    const std::string file = folder.write("m.csv", "institution,iso3,start\nX,KAZ,1992\n");
    const ProgramRun run = memberships({"--memberships", file, "--year", "2000", "--only", "Somewhere else"});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.err.find("choose one of: \n"), std::string::npos) << run.err;
}

}  // namespace network_memberships_test
}  // namespace tarazy
