#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_communities_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/network/testdata/";

TEST(NetworkCommunities, TheKarateClubAsTableAndAsJson) {
    const ProgramRun table =
        run_program({"network", "communities", "--edges", data + "karate_edges.csv", "--method", "leiden"});
    ASSERT_EQ(table.status, 0) << table.err;
    EXPECT_TRUE(table.out.starts_with("node,community\n1,1\n10,")) << table.out;
    EXPECT_NE(table.err.find("best of 100 runs: modularity 0.41978961209730"), std::string::npos) << table.err;
    const ProgramRun run = run_program({"network", "communities", "--edges", data + "karate_edges.csv", "--format",
                                        "json", "--quiet", "--runs", "50"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out)["result"];
    EXPECT_EQ(result["method"], "louvain");
    EXPECT_EQ(result["runs"], 50);
    EXPECT_NEAR(result["modularity"].get<double>(), 0.419789612097304, 1e-9);
    EXPECT_EQ(result["nodes"].size(), 34u);
}

TEST(NetworkCommunities, TwoModesTogether) {
    const ProgramRun run = run_program({"network", "communities", "--incidence", data + "davis_incidence.csv",
                                        "--format", "csv", "--show", "summary"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("modularity,communities,runs,best_runs,distinct,stability\n0.345")) << run.out;
}

TEST(NetworkCommunities, ModularityOfGivenGroups) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to\na,b\nb,c\na,c\nd,e\ne,f\nd,f\n"),
                      groups = folder.write("g.csv", "node,group\na,x\nb,x\nc,x\nd,y\ne,y\nf,y\n");
    const ProgramRun run = run_program({"network", "communities", "--edges", edges, "--groups", groups});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "modularity,groups\n0.5,2\n");
    EXPECT_EQ(run_program({"network", "communities", "--edges", edges, "--directed"}).status, 2);
    EXPECT_EQ(run_program({"network", "communities", "--edges", edges, "--groups", groups, "--directed"}).status, 0);
    EXPECT_EQ(run_program({"network", "communities", "--edges", edges, "--method", "two-mode"}).status, 2);
    EXPECT_EQ(run_program({"network", "communities", "--incidence", data + "davis_incidence.csv", "--method", "leiden"})
                  .status,
              2);
    const ProgramRun short_list = run_program(
        {"network", "communities", "--edges", edges, "--groups", folder.write("s.csv", "node,group\na,x\nb,x\n")});
    EXPECT_EQ(short_list.status, 3);
    EXPECT_NE(short_list.err.find("'c' has no group"), std::string::npos) << short_list.err;
}

TEST(NetworkCommunities, WithoutATieNothingIsClaimed) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to,weight\na,b,1\n"),
                      matrix = folder.write("i.csv", "row,x\na,0\nb,0\n");
    const ProgramRun run = run_program({"network", "communities", "--incidence", matrix, "--show", "summary"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("there is no tie"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("\n,3,0,0,0,\n"), std::string::npos) << run.out;
}

TEST(NetworkCommunities, AResolutionOfZeroIsRefusedInOneLine) {
    const std::string karate = TARAZY_SOURCE_DIR "/src/network/testdata/karate_edges.csv";
    for (const char* value : {"0", "-1", "nan", "inf"}) {
        const ProgramRun run = run_program({"network", "communities", "--edges", karate, "--resolution", value});
        EXPECT_EQ(run.status, 2);
        EXPECT_NE(run.err.find("is no number above zero"), std::string::npos) << run.err;
        EXPECT_LT(run.err.size(), 300U) << run.err;
    }
}

TEST(NetworkCommunities, WithGivenGroupsNothingIsSearched) {
    const Folder folder;
    const std::string edges = folder.write("e.csv", "from,to\na,b\n"),
                      groups = folder.write("g.csv", "node,group\na,x\nb,x\n");
    const ProgramRun run =
        run_program({"network", "communities", "--edges", edges, "--groups", groups, "--method", "leiden"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("--method does nothing with --groups"), std::string::npos) << run.err;
}

}  // namespace network_communities_test
}  // namespace tarazy
