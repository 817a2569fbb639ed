#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_measures_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/network/testdata/";

TEST(NetworkMeasures, ColumnsOfTheContractAndAnIsolate) {
    const ProgramRun run = run_program({"network", "measures", "--edges", data + "florentine_marriage_edges.csv",
                                        "--nodes", data + "florentine_marriage_nodelist.csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("node,degree,strength,betweenness,betweenness_norm,closeness_igraph,harmonic_norm,"
                            "eigenvector,pagerank085,constraint,coreness,closeness_wasserman_faust,"))
        << run.out;
    EXPECT_NE(run.out.find("\nMedici,6,6,47.5,0.452380952380952"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nPucci,0,0,0,0,,0,0,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("2 components"), std::string::npos) << run.err;
}

TEST(NetworkMeasures, TwoModesAsJson) {
    const ProgramRun run = run_program(
        {"network", "measures", "--incidence", data + "davis_incidence.csv", "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 32u);
    EXPECT_EQ(rows[0]["mode"], "actor");
    EXPECT_EQ(rows[31]["mode"], "institution");
    EXPECT_GT(rows[0]["closeness_two_mode"].get<double>(), 0.5);
}

TEST(NetworkMeasures, TheSameBytesAtAnyNumberOfThreadsAndOrderOfRows) {
    const Folder folder;
    const std::string a = folder.write("a.csv", "from,to,weight\na,b,1\nb,c,2\nc,d,3\nd,a,4\na,c,1.5\n"),
                      b = folder.write("b.csv", "from,to,weight\nc,a,1.5\nd,c,3\na,d,4\nc,b,2\nb,a,1\n");
    const ProgramRun one = run_program({"network", "measures", "--edges", a, "--weighted", "--threads", "1"}),
                     two = run_program({"network", "measures", "--edges", b, "--weighted", "--threads", "2"});
    ASSERT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.out, two.out);
}

TEST(NetworkMeasures, WhatDoesNotFitIsRefused) {
    const Folder folder;
    EXPECT_EQ(run_program({"network", "measures"}).status, 2);
    EXPECT_EQ(run_program({"network", "measures", "--incidence", data + "davis_incidence.csv", "--weighted"}).status,
              2);
    const std::string loop = folder.write("loop.csv", "from,to\na,b\nb,b\n");
    const ProgramRun run = run_program({"network", "measures", "--edges", loop});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("loop.csv:3:2: the tie leads from 'b' to itself"), std::string::npos) << run.err;
    const std::string missing = folder.write("missing.csv", "row,x,y\na,1,0\nb,-9,1\n");
    const ProgramRun code = run_program({"network", "measures", "--incidence", missing});
    EXPECT_EQ(code.status, 3);
    EXPECT_NE(code.err.find("missing.csv:3:2: the cell is '-9'"), std::string::npos) << code.err;
}

TEST(NetworkMeasures, AMillionNodesAreALimit) {
    std::string edges = "from,to\n";
    for (int i = 0; i < 500'000; ++i) edges += std::to_string(2 * i) + ',' + std::to_string(2 * i + 1) + '\n';
    const Folder folder;
    const ProgramRun run = run_program({"network", "measures", "--edges", folder.write("large.csv", edges)});
    EXPECT_EQ(run.status, 5);
    EXPECT_NE(run.err.find("the network has 1000000 nodes, more than 100000"), std::string::npos) << run.err;
}

}  // namespace network_measures_test
}  // namespace tarazy
