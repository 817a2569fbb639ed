#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_brokerage_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";
const std::vector<std::string> karate = {
    "network", "brokerage", "--edges", testdata + "karate_edges.csv", "--groups", testdata + "karate_clubs.csv"};

ProgramRun karate_with(std::vector<std::string> options) {
    options.insert(options.begin(), karate.begin(), karate.end());
    return run_program(options);
}

TEST(NetworkBrokerage, RolesWithTheClosedFormThatIsLabelled) {
    const ProgramRun run = karate_with({});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("node,group,role,raw,expected,sd,z,p,halved\n1,1,coordinator,174,3.99446843904372,"))
        << run.out.substr(0, 200);
    EXPECT_NE(run.out.find("\n1,1,liaison,0,0,0,,,0\n"), std::string::npos) << "sd = 0 leaves z and p empty";
    EXPECT_NE(run.err.find("it measures clustering, not brokerage"), std::string::npos) << run.err;
}

TEST(NetworkBrokerage, DrawnNullsAreTheSameBytesAtAnyNumberOfThreads) {
    for (const char* null : {"labels", "degree"}) {
        const ProgramRun one = karate_with({"--null", null, "--draws", "99", "--threads", "1"});
        const ProgramRun two = karate_with({"--null", null, "--draws", "99", "--threads", "2"});
        EXPECT_EQ(one.status, 0) << one.err;
        EXPECT_EQ(one.out, two.out);
        EXPECT_NE(one.out, karate_with({"--null", null, "--draws", "99", "--seed", "2"}).out);
    }
}

TEST(NetworkBrokerage, TheOrderOfRowsDoesNotMatter) {
    const Folder folder;
    const std::string one = folder.write("a.csv", "from,to\na,b\nb,c\nc,d\n"),
                      two = folder.write("b.csv", "from,to\nd,c\nb,c\nb,a\n");
    const std::string groups = folder.write("g.csv", "node,group\na,x\nb,x\nc,y\nd,y\nlone,y\n");
    for (const char* null : {"labels", "degree", "bernoulli"}) {
        const ProgramRun run =
            run_program({"network", "brokerage", "--edges", one, "--groups", groups, "--null", null});
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(run.out,
                  run_program({"network", "brokerage", "--edges", two, "--groups", groups, "--null", null}).out);
        EXPECT_NE(run.out.find("\nlone,y,total,0,"), std::string::npos) << run.out;
    }
}

TEST(NetworkBrokerage, MeasuresAndJson) {
    const ProgramRun run = karate_with({"--show", "measures", "--format", "json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 34U);
    EXPECT_EQ(rows[0]["node"], "1");
    EXPECT_NEAR(rows[0]["everett_valente"].get<double>(), 30.94642857142858, 1e-9);
    EXPECT_GT(rows[0]["cross_group_norm"].get<double>(), 0.1);
}

TEST(NetworkBrokerage, BridgesThroughInstitutionsAndTheBackbone) {
    const Folder folder;
    const std::string incidence = folder.write(
        "i.csv",
        "state,P,Q,R,S,T\nCHN,0,1,0,1,0\nFRA,1,1,0,0,1\nKAZ,1,1,1,0,0\nRUS,1,1,1,1,0\nUZB,1,0,1,0,1\nMNG,0,0,0,1,1\n");
    const std::string blocs = folder.write("b.csv", "node,bloc\nRUS,east\nFRA,west\n");
    const ProgramRun run = run_program(
        {"network", "brokerage", "--incidence", incidence, "--blocs", blocs, "--show", "exclusive", "--draws", "199"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("node,bloc_a,bloc_b,institutions,raw,expected,sd,z,p,through\n")) << run.out;
    EXPECT_NE(run.out.find("\nKAZ,east,west,2,1,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",P; Q\n"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("\nRUS,"), std::string::npos) << "a member of a bloc does not bridge it";
    const std::string groups = folder.write("g.csv", "node,group\nCHN,a\nFRA,b\nKAZ,c\nRUS,a\nUZB,c\nMNG,c\n");
    const ProgramRun roles = run_program({"network", "brokerage", "--incidence", incidence, "--groups", groups,
                                          "--null", "degree", "--alpha", "0.5", "--draws", "99"});
    EXPECT_EQ(roles.status, 0) << roles.err;
    EXPECT_NE(roles.err.find("ties are those of the backbone"), std::string::npos) << roles.err;
}

TEST(NetworkBrokerage, OneGroupAndNoTieAreToldNotHidden) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to\na,b\nb,c\n");
    const ProgramRun run = run_program({"network", "brokerage", "--edges", edges, "--groups",
                                        folder.write("g.csv", "node,group\na,x\nb,x\nc,x\n"), "--null", "labels"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("all nodes are in one group"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("no number varies under the null 'labels'"), std::string::npos) << run.err;
    const ProgramRun isolates =
        run_program({"network", "brokerage", "--edges", folder.write("n.csv", "from,to\n"), "--groups",
                     folder.write("h.csv", "node,group\na,x\nb,y\n"), "--null", "degree"});
    EXPECT_EQ(isolates.status, 0) << isolates.err;
    EXPECT_NE(isolates.err.find("the network has no tie"), std::string::npos) << isolates.err;
    EXPECT_NE(isolates.out.find("\na,x,total,0,0,0,,,0\n"), std::string::npos) << isolates.out;
}

TEST(NetworkBrokerage, WrongInputIsNamedAtItsPlace) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to\na,b\nb,b\nb,q\n");
    const std::string groups = folder.write("g.csv", "node,group\na,x\nb,\na,y\n");
    const ProgramRun run = run_program({"network", "brokerage", "--edges", edges, "--groups", groups});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("g.csv:4:1: 'a' stands already on line 2"), std::string::npos) << run.err;
    const std::string good = folder.write("h.csv", "node,group\na,x\nb,y\n");
    const ProgramRun wrong = run_program({"network", "brokerage", "--edges", edges, "--groups", good});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("e.csv:3:2: the tie leads from 'b' to itself"), std::string::npos) << wrong.err;
    EXPECT_NE(wrong.err.find("e.csv:4:2: 'q' is not in the list of nodes"), std::string::npos) << wrong.err;
    EXPECT_EQ(run_program({"network", "brokerage", "--edges", edges}).status, 2);
    EXPECT_EQ(run_program({"network", "brokerage", "--show", "exclusive", "--edges", edges}).status, 2);
    EXPECT_EQ(karate_with({"--null", "chance"}).status, 2);
}

TEST(NetworkBrokerage, OptionsThatDoNothingAreRefused) {
    for (const std::vector<std::string>& more :
         std::vector<std::vector<std::string>>{{"--draws", "99"},
                                               {"--alpha", "0.1"},
                                               {"--null", "labels", "--tries", "5"},
                                               {"--show", "measures", "--null", "labels"}}) {
        const ProgramRun run = karate_with(more);
        EXPECT_EQ(run.status, 2) << more[0];
        EXPECT_NE(run.err.find(" does nothing "), std::string::npos) << run.err;
    }
}

}  // namespace network_brokerage_test
}  // namespace tarazy
