#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_statements_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string debate = TARAZY_SOURCE_DIR "/src/text/testdata/statements.csv";

TEST(TextStatements, NetworksThatTheNetworkCommandsRead) {
    const Folder folder;
    const std::string edges = folder / "edges.csv";
    const ProgramRun run = run_program({"text", "statements", debate, "--show", "subtract", "--output", edges});
    EXPECT_EQ(run.status, 0) << run.err;
    const ProgramRun network = run_program({"network", "signed", "--edges", edges});
    EXPECT_EQ(network.status, 0) << network.err;
}

TEST(TextStatements, TheFileOfDnaComesBack) {
    const Folder folder;
    const ProgramRun first = run_program({"text", "statements", debate, "--show", "dna"});
    EXPECT_EQ(first.status, 0) << first.err;
    const std::string file = folder.write("dna.csv", first.out);
    EXPECT_EQ(run_program({"text", "statements", file, "--show", "dna"}).out, first.out);
    EXPECT_EQ(run_program({"text", "statements", file}).out, run_program({"text", "statements", debate}).out);
}

TEST(TextStatements, PolarisationAndFaults) {
    const ProgramRun run = run_program({"text", "statements", debate, "--show", "polarisation", "--window", "2"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("from_year,to_year,statements,actors,")) << run.out;
    const Folder folder;
    const ProgramRun wrong = run_program(
        {"text", "statements", folder.write("w.csv", "organization,concept,agreement,time\nA,x,maybe,1992-01-01\n")});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("w.csv:2:3: the stance is 'maybe'"), std::string::npos) << wrong.err;
}

}  // namespace text_statements_test
}  // namespace tarazy
