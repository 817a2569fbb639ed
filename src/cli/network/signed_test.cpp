#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_signed_test {

using Json = nlohmann::json;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string tribes = TARAZY_SOURCE_DIR "/examples/tribes/tribes.csv";

TEST(NetworkSigned, ColumnsAreThoseOfTheContract) {
    const ProgramRun run = run_program({"network", "signed", "--edges", tribes});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("triads_0,triads_1,triads_2,triads_3,balanced_share,walk_balance,frustration_index,"
                            "frustration_optimal,"))
        << run.out;
    EXPECT_NE(run.out.find("\n19,2,40,7,0.867647058823529,0.35757610565847,7,1,7,0.758620689655172,"),
              std::string::npos)
        << run.out;
}

TEST(NetworkSigned, GraphFilesGiveTheSame) {
    const Folder folder;
    const std::string plain = run_program({"network", "signed", "--edges", tribes}).out;
    for (const char* name : {"t.graphml", "t.gexf", "t.net", "t.dl"}) {
        const std::string file = folder / name;
        EXPECT_EQ(run_program({"network", "convert", tribes, file}).status, 0);
        EXPECT_EQ(run_program({"network", "signed", "--edges", file}).out, plain) << name;
    }
}

TEST(NetworkSigned, PolesAndMixedPairs) {
    const Folder folder;
    const std::string positive = folder.write("p.csv", "from,to\nKAZ,RUS\nKAZ,CHN\nIND,RUS\nUSA,TUR\n"),
                      negative = folder.write("n.csv", "from,to\nRUS,CHN\nIND,CHN\nUSA,TUR\n");
    const ProgramRun run = run_program(
        {"network", "signed", "--positive", positive, "--negative", negative, "--poles", "RUS,CHN", "--show", "poles"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "node,pole_1,pole_2,sign_1,sign_2,sign_poles,state\n"
              "IND,RUS,CHN,1,-1,-1,balanced\nKAZ,RUS,CHN,1,1,-1,unbalanced\n");
    EXPECT_NE(run.err.find("TUR-USA"), std::string::npos) << run.err;
}

TEST(NetworkSigned, ALimitOfTheSearchIsTold) {
    const Folder folder;
    std::string edges = "from,to,sign\n";
    std::uint32_t state = 1;
    for (int a = 0; a < 60; ++a) {
        for (int b = a + 1; b < 60; ++b) {
            state = state * 1664525U + 1013904223U;
            if ((state >> 30U) == 0)
                edges += std::to_string(a) + "," + std::to_string(b) + ((state >> 20U & 1U) != 0 ? ",1\n" : ",-1\n");
        }
    }
    const ProgramRun run = run_program(
        {"network", "signed", "--edges", folder.write("e.csv", edges), "--branch-limit", "1", "--format", "json"});
    EXPECT_EQ(run.status, 1) << "the proof was not reached" << run.err;
    const Json row = Json::parse(run.out)["result"][0];
    EXPECT_EQ(row["frustration_optimal"], 0);
    EXPECT_LT(row["frustration_lower"], row["frustration_index"]);
    EXPECT_NE(run.err.find("it lies between"), std::string::npos) << run.err;
}

TEST(NetworkSigned, WhatIsWrongIsSaid) {
    const Folder folder;
    const auto status = [&](const std::string& csv) {
        return run_program({"network", "signed", "--edges", folder.write("e.csv", csv)}).status;
    };
    EXPECT_EQ(status("from,to,sign\na,b,2\n"), 3);
    EXPECT_EQ(status("from,to,sign\na,a,1\n"), 3);
    EXPECT_EQ(status("from,to\na,b\n"), 3);
    EXPECT_EQ(run_program({"network", "signed"}).status, 2);
    EXPECT_EQ(run_program({"network", "signed", "--edges", tribes, "--poles", "Gavev,Nobody"}).status, 2);
    EXPECT_EQ(run_program({"network", "signed", "--edges", tribes, "--show", "poles"}).status, 2);
}

TEST(NetworkSigned, OptionsThatDoNothingAndLimitsThatAreNoNumbersAreRefused) {
    const auto status = [&](std::vector<std::string> options) {
        std::vector<std::string> command = {"network", "signed", "--edges", tribes};
        command.insert(command.end(), options.begin(), options.end());
        return run_program(command).status;
    };
    EXPECT_EQ(status({"--time-limit", "nan"}), 2);
    EXPECT_EQ(status({"--time-limit", "inf"}), 2);
    EXPECT_EQ(status({"--time-limit", "-1"}), 2);
    EXPECT_EQ(status({"--mixed", "positive"}), 2);
    EXPECT_EQ(status({"--show", "poles", "--poles", "GAVEV,KOTUN", "--clusters", "3"}), 2);
}

}  // namespace network_signed_test
}  // namespace tarazy
