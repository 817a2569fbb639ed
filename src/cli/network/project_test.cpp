#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_project_test {

using Json = nlohmann::json;
using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string women = TARAZY_SOURCE_DIR "/examples/southern-women/incidence.csv";

ProgramRun project(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"network", "project"});
    return run_program(arguments);
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

TEST(NetworkProject, ColumnsOfTheContractComeFirst) {
    const ProgramRun run = project({"--incidence", women, "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(first_line(run.out),
              "a,b,count,newman,jaccard,hyper_lower,hyper_upper,sdsm_lower,sdsm_upper,sdsm_mid,sdsm_expected,p,"
              "p_adjusted,backbone");
    EXPECT_NE(run.out.find("Brenda Rogers,Evelyn Jefferson,6,1.3959706959707,0.666666666666667,0.997668997668998,"),
              std::string::npos);
    EXPECT_NE(run.err.find("139 of 153 pairs share one"), std::string::npos) << run.err;
}

TEST(NetworkProject, JsonIsAnObjectAPair) {
    const ProgramRun run = project({"--incidence", women, "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const Json pairs = Json::parse(run.out)["result"];
    ASSERT_EQ(pairs.size(), 153u);
    EXPECT_EQ(pairs[0]["a"], "Brenda Rogers");
    EXPECT_EQ(pairs[0]["count"], 4);
    EXPECT_NEAR(pairs[0]["sdsm_upper"].get<double>(), .223162, 1e-6);
}

TEST(NetworkProject, TheBackboneIsAListOfEdges) {
    const ProgramRun run =
        project({"--incidence", women, "--alpha", "0.1", "--show", "backbone", "--format", "csv", "--digits", "3"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "from,to,sign,weight\n"
              "Brenda Rogers,Katherina Rogers,-1,2.658\n"
              "Charlotte McDowd,Katherina Rogers,-1,2.328\n"
              "Evelyn Jefferson,Nora Fayette,-1,3.147\n"
              "Katherina Rogers,Laura Mandeville,-1,2.658\n");
}

TEST(NetworkProject, AnEmptyBackboneIsTold) {
    const ProgramRun run = project({"--incidence", women, "--correction", "bh", "--show", "backbone"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("the backbone has no tie"), std::string::npos) << run.err;
}

TEST(NetworkProject, ProbabilitiesOfTies) {
    const ProgramRun run = project({"--incidence", women, "--show", "bicm", "--format", "csv", "--digits", "6"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("Evelyn Jefferson,E8,1,0.933382\n"), std::string::npos);
}

TEST(NetworkProject, FamiliesAndCorrections) {
    for (const char* correction : {"none", "holm", "bh"}) {
        for (const char* family : {"all", "nonzero"}) {
            const ProgramRun run = project({"--incidence", women, "--correction", correction, "--family", family,
                                            "--backbone", "positive", "--format", "csv", "--quiet"});
            EXPECT_EQ(run.status, 0) << run.err;
            const bool unknown = run.out.find(",,0\n") != std::string::npos;
            EXPECT_EQ(unknown, std::string(family) == "nonzero") << correction;
        }
    }
}

TEST(NetworkProject, MembershipsOfAYear) {
    const Folder folder;
    const std::string file = folder.write("m.csv",
                                          "institution,state,start,end,status\n"
                                          "CSTO,KAZ,1992,,member\nCSTO,RUS,1992,,member\nSCO,KAZ,2001,,member\n"
                                          "SCO,RUS,2001,,member\nSCO,CHN,2001,,member\nADB,KAZ,1994,,member\n"
                                          "ADB,CHN,1986,,member\n");
    const ProgramRun run =
        project({"--memberships", file, "--year", "2005", "--format", "csv", "--states", "KAZ,RUS,CHN"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("CHN,KAZ,2,1.5,0.666666666666667,"), std::string::npos) << run.out;
    EXPECT_NE(project({"--memberships", file}).err.find("--year"), std::string::npos);
}

TEST(NetworkProject, StructuralZeros) {
    const Folder folder;
    const std::string network = folder.write("i.csv", "row,X,Y,Z\na,1,1,0\nb,1,0,1\nc,0,1,0\nd,0,0,1\n");
    const std::string closed = folder.write("z.csv", "actor,institution\na,Z\n");
    const ProgramRun run =
        project({"--incidence", network, "--cannot-join", closed, "--show", "bicm", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("a,Z,0,0\n"), std::string::npos) << run.out;
    const ProgramRun wrong =
        project({"--incidence", network, "--cannot-join", folder.write("w.csv", "actor,institution\na,X\ne,Y\n")});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("w.csv:2:1: 'a' belongs to 'X', so that it can join it"), std::string::npos) << wrong.err;
    EXPECT_NE(wrong.err.find("w.csv:3:1: the network has no actor 'e'"), std::string::npos) << wrong.err;
}

TEST(NetworkProject, BadInputIsNamed) {
    const Folder folder;
    const ProgramRun code = project({"--incidence", folder.write("i.csv", "row,X\na,-9\nb,1\n")});
    EXPECT_EQ(code.status, 3);
    EXPECT_NE(code.err.find("i.csv:2:2: the cell is '-9', neither 0 nor 1"), std::string::npos) << code.err;
    const ProgramRun one = project({"--incidence", folder.write("o.csv", "row,X\na,1\n")});
    EXPECT_EQ(one.status, 3);
    EXPECT_NE(one.err.find("one actor makes no pair"), std::string::npos) << one.err;
    EXPECT_EQ(project({}).status, 2);
    EXPECT_EQ(project({"--incidence", women, "--alpha", "1"}).status, 2);
    EXPECT_EQ(project({"--incidence", women, "--correction", "bonferroni"}).status, 2);
}

TEST(NetworkProject, TheSameBytesAtAnyNumberOfThreadsAndOrderOfRows) {
    const Folder folder;
    std::string text = bytes_of(women);
    const std::size_t second = text.find('\n') + 1, third = text.find('\n', second) + 1;
    text = text.substr(0, second) + text.substr(third) + text.substr(second, third - second);
    const std::string one = project({"--incidence", women, "--format", "csv", "--threads", "1"}).out;
    EXPECT_EQ(one, project({"--incidence", folder.write("t.csv", text), "--format", "csv", "--threads", "2"}).out);
}

}  // namespace network_project_test
}  // namespace tarazy
