#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_core_periphery_test {

using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/network/testdata/";

TEST(NetworkCorePeriphery, SaysWhetherItIsProved) {
    const ProgramRun small =
        run_program({"network", "core-periphery", "--edges", data + "florentine_marriage_edges.csv"});
    ASSERT_EQ(small.status, 0) << small.err;
    EXPECT_TRUE(small.out.starts_with("node,core\nAcciaiuoli,")) << small.out;
    EXPECT_NE(small.err.find("every core was tried"), std::string::npos) << small.err;
    const ProgramRun large = run_program({"network", "core-periphery", "--edges", data + "karate_edges.csv",
                                          "--between", "present", "--format", "json"});
    ASSERT_EQ(large.status, 0) << large.err;
    EXPECT_NE(large.err.find("not proved: the best of 200 searches"), std::string::npos) << large.err;
    const auto result = nlohmann::json::parse(large.out)["result"];
    EXPECT_EQ(result["proved"], false);
    EXPECT_EQ(result["between"], "present");
    EXPECT_GT(result["best_restarts"], 0);
    EXPECT_EQ(result["nodes"].size(), 34u);
}

TEST(NetworkCorePeriphery, WhatDoesNotFitIsRefused) {
    EXPECT_EQ(run_program({"network", "core-periphery"}).status, 2);
    EXPECT_EQ(
        run_program({"network", "core-periphery", "--edges", data + "karate_edges.csv", "--exact-nodes", "40"}).status,
        2);
    EXPECT_EQ(run_program({"network", "core-periphery", "--edges", data + "no_such_file.csv"}).status, 4);
}

TEST(NetworkCorePeriphery, ALimitNamesTheFile) {
    const testing_program::Folder folder;
    std::string edges = "from,to\n";
    for (int node = 0; node < 2001; ++node) edges += std::to_string(node) + "," + std::to_string(node + 1) + "\n";
    const ProgramRun run = run_program({"network", "core-periphery", "--edges", folder.write("long.csv", edges)});
    EXPECT_EQ(run.status, 5);
    EXPECT_NE(run.err.find("long.csv: the network has 2002 nodes, more than 2000"), std::string::npos) << run.err;
}

}  // namespace network_core_periphery_test
}  // namespace tarazy
