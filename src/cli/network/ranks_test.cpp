#include "base/ranks.hpp"

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_ranks_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::run_program;
using testing_program::tested_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";
const std::vector<std::vector<std::string>> commands = {
    {"network", "brokerage", "--edges", testdata + "karate_edges.csv", "--groups", testdata + "karate_clubs.csv",
     "--null", "labels", "--draws", "99", "--format", "csv"},
    {"network", "brokerage", "--edges", testdata + "karate_edges.csv", "--groups", testdata + "karate_clubs.csv",
     "--show", "measures", "--format", "csv"},
    {"network", "qap", "--response", testdata + "karate_ties.csv", "--predictors", testdata + "karate_same_club.csv",
     "--format", "csv"}};

bool has_mpirun() {
    return std::system("mpirun --version > /dev/null 2>&1") == 0;
}

/// Output of a process that mpirun started looks like a terminal, so that the format has to be named.
/// @return exit status; what the processes wrote lies in the files `out` and `err` of the folder
int under_mpirun(const Folder& folder, int ranks, const std::vector<std::string>& arguments) {
    std::string line = "timeout 120 mpirun --allow-run-as-root --oversubscribe -n " + std::to_string(ranks) + " '" +
                       tested_program() + "'";
    for (const std::string& argument : arguments) line += " '" + argument + "'";
    const int state = std::system((line + " > '" + (folder / "out") + "' 2> '" + (folder / "err") + "'").c_str());
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

TEST(NetworkRanks, TheSameBytesAtOneTwoAndThreeProcesses) {
    if (!has_mpirun()) GTEST_SKIP() << "no mpirun here";
    for (const auto& command : commands) {
        const auto alone = run_program(command);
        ASSERT_EQ(alone.status, 0) << alone.err;
        for (const int ranks : {1, 2, 3}) {
            const Folder folder;
            EXPECT_EQ(under_mpirun(folder, ranks, command), 0) << bytes_of(folder / "err");
            EXPECT_EQ(bytes_of(folder / "out"), alone.out) << ranks;
            EXPECT_EQ(bytes_of(folder / "err"), alone.err) << "the first process alone speaks";
        }
    }
}

TEST(NetworkRanks, OneProcessWritesTheFileAndTellsTheFault) {
    if (!has_mpirun()) GTEST_SKIP() << "no mpirun here";
    const Folder folder;
    std::vector<std::string> command = commands[2];
    command.insert(command.end(), {"-o", folder / "qap.csv"});
    EXPECT_EQ(under_mpirun(folder, 3, command), 0) << bytes_of(folder / "err");
    EXPECT_EQ(bytes_of(folder / "qap.csv"), run_program(commands[2]).out);
    EXPECT_EQ(bytes_of(folder / "out"), "");
    const std::vector<std::string> wrong = {
        "network", "qap", "--response", testdata + "karate_ties.csv", "--predictors", testdata + "karate_edges.csv"};
    EXPECT_EQ(under_mpirun(folder, 3, wrong), 3);
    const std::string err = bytes_of(folder / "err"), message = "'1' stands twice";
    EXPECT_NE(err.find(message), std::string::npos) << err;
}

TEST(NetworkRanks, OtherCommandsAreTheFirstProcessesAlone) {
    if (!has_mpirun()) GTEST_SKIP() << "no mpirun here";
    const Folder folder;
    const std::vector<std::string> command = {"data", "states", "Kazakhstan", "--format", "csv"};
    EXPECT_EQ(under_mpirun(folder, 3, command), 0);
    EXPECT_EQ(bytes_of(folder / "out"), run_program(command).out);
}

}  // namespace network_ranks_test
}  // namespace tarazy
