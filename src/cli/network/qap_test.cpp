#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace network_qap_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";
const std::string predictors = testdata + "karate_same_club.csv," + testdata + "karate_degree_difference.csv";

ProgramRun karate_qap(std::vector<std::string> options) {
    std::vector<std::string> command = {"network",      "qap",     "--response", testdata + "karate_ties.csv",
                                        "--predictors", predictors};
    command.insert(command.end(), options.begin(), options.end());
    return run_program(command);
}

TEST(NetworkQap, RegressionOfKarate) {
    const ProgramRun run = karate_qap({"--format", "json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0]["term"], "intercept");
    EXPECT_EQ(rows[1]["term"], "karate_same_club");
    EXPECT_NEAR(rows[1]["estimate"].get<double>(), 0.2031871909615147, 1e-12);
    EXPECT_NEAR(rows[1]["t"].get<double>(), 8.01379552125783, 1e-10);
    EXPECT_LT(rows[1]["p_two"].get<double>(), 0.01);
    EXPECT_NE(run.err.find("34 nodes, 561 pairs, R squared"), std::string::npos) << run.err;
}

TEST(NetworkQap, CorrelationAndThreads) {
    const ProgramRun one = karate_qap({"--method", "correlation", "--threads", "1"});
    EXPECT_TRUE(one.out.starts_with("term,estimate,t,p_ge,p_le,p_two,draws\nkarate_same_club,0.30082987855978"))
        << one.out;
    EXPECT_EQ(one.out, karate_qap({"--method", "correlation", "--threads", "2"}).out);
    EXPECT_EQ(karate_qap({"--threads", "1"}).out, karate_qap({"--threads", "2"}).out);
    EXPECT_EQ(karate_qap({"--method", "mrqap-y", "--draws", "50"}).status, 0);
}

TEST(NetworkQap, FaultsAreNamed) {
    const Folder folder;
    const std::string y =
        folder.write("y.csv", ",a,b,c,d,e\na,0,1,0,1,0\nb,1,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\ne,0,0,1,0,0\n");
    const auto message = [&](const std::string& x) {
        const ProgramRun run =
            run_program({"network", "qap", "--response", y, "--predictors", folder.write("x.csv", x)});
        EXPECT_EQ(run.status, 3) << run.err;
        return run.err;
    };
    EXPECT_NE(message(",a,b,c,d,e\na,0,1,,1,0\nb,1,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\ne,0,0,1,0,0\n")
                  .find("x.csv:2:4: the cell of 'a' and 'c' is missing; fill it"),
              std::string::npos);
    EXPECT_NE(message(",a,b,c,d,f\na,0,1,0,1,0\nb,1,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\nf,0,0,1,0,0\n")
                  .find("'f' is no node of y"),
              std::string::npos);
    EXPECT_NE(message(",a,b,c,d,e\na,0,1,1,1,1\nb,1,0,1,1,1\nc,1,1,0,1,1\nd,1,1,1,0,1\ne,1,1,1,1,0\n")
                  .find("every cell of the relation is 1"),
              std::string::npos);
    EXPECT_NE(
        message(",a,b,c,d,e\na,0,1,0,1,0\nb,0,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\ne,0,0,1,0,0\n").find("say --directed"),
        std::string::npos);
    EXPECT_EQ(run_program({"network", "qap", "--response", y}).status, 2);
}

TEST(NetworkQap, BlanksBetweenPredictorsAreNoPartOfTheirNames) {
    const ProgramRun run =
        run_program({"network", "qap", "--response", testdata + "karate_ties.csv", "--predictors",
                     testdata + "karate_same_club.csv, " + testdata + "karate_degree_difference.csv", "--draws", "20"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run_program({"network", "qap", "--response", testdata + "karate_ties.csv", "--predictors", " , "}).status,
              2);
}

TEST(NetworkQap, WhatIsWrongHasItsPlace) {
    const Folder folder;
    const std::string y =
        folder.write("y.csv", ",a,b,c,d,e\na,0,1,0,1,0\nb,1,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\ne,0,0,1,0,0\n");
    const auto message = [&](const std::string& x) {
        return run_program({"network", "qap", "--response", y, "--predictors", folder.write("x.csv", x)}).err;
    };
    EXPECT_NE(message(",a,b,c,d,e\na,0,1,0,1,0\nb,0,0,1,0,0\nc,0,1,0,1,1\nd,1,0,1,0,0\ne,0,0,1,0,0\n")
                  .find("x.csv:2:3: the cell of 'a' and 'b' is 1, that of 'b' and 'a' is 0; say --directed"),
              std::string::npos);
    EXPECT_NE(message(",a,b,c,d\na,0,1,0,1\nb,1,0,1,0\nc,0,1,0,1\nd,1,0,1,0\n")
                  .find("x.csv:1: 'e' of y has no row; give all matrices the same nodes"),
              std::string::npos);
}

}  // namespace network_qap_test
}  // namespace tarazy
