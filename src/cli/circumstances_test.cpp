// Files that change or never end, sheets that swell, terminals that would obey, machines that refuse: the command ends
// soon, with a message and a status that says whose matter it is.

#include "cli/cases_from_use/case_program_test.hpp"
#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

namespace tarazy {
namespace cli_circumstances_test {

using namespace testing_program;
using namespace std::chrono_literals;

std::string rows_of_numbers(std::size_t rows) {
    std::string csv = "a,b,c\n";
    for (std::size_t i = 0; i < rows; ++i)
        csv += std::to_string(i) + ',' + std::to_string(i * 7 % 1000) + ",x" + std::to_string(i) + '\n';
    return csv;
}

TEST(Circumstances, AFileCutShortWhileItIsReadIsNamed) {
    const Folder folder;
    const std::string csv = rows_of_numbers(1'500'000);
    const std::vector<std::string> command = {"data", "convert", folder.write("big.csv", csv), folder / "o.csv"};
    const auto whole = time_of_program(command);
    bool met = false;
    for (int attempt = 1; attempt <= 60 && !met; ++attempt) {
        const std::string file = folder.write("big.csv", csv);
        const pid_t child = start_program(command, folder / "out", folder / "err");
        std::this_thread::sleep_for(whole * attempt / 40);
        std::filesystem::resize_file(file, 0);
        int state = 0;
        ::waitpid(child, &state, 0);
        ASSERT_TRUE(WIFEXITED(state)) << "signal " << WTERMSIG(state);
        const std::string said = bytes_of(folder / "err");
        met = WEXITSTATUS(state) == 4 && said.find("big.csv: was cut short while it was read") != std::string::npos;
        std::filesystem::remove(folder / "err");
    }
    EXPECT_TRUE(met);
}

TEST(Circumstances, DevicesAndPipesWithoutAWriterAreRefused) {
    const Folder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    const std::vector<std::string> paths = {"/dev/zero", folder / "pipe"};
    for (const std::string& path : paths) {
        for (const std::vector<std::string>& command :
             std::vector<std::vector<std::string>>{{"data", "inspect", path},
                                                   {"data", "recognise", path},
                                                   {"align", "similarity", "--votes", path},
                                                   {"study", "check", path},
                                                   {"text", "tokens", path},
                                                   {"trace", "graph", path},
                                                   {"network", "measures", path}}) {
            const ProgramRun run = run_program(command);
            EXPECT_TRUE(run.status >= 2 && run.status <= 4) << command[0] << ' ' << command[1] << ": " << run.status;
            EXPECT_NE(run.err.find(path), std::string::npos) << command[0] << ' ' << command[1] << ": " << run.err;
        }
    }
}

TEST(Circumstances, ASheetWithATagOfMegabytesIsRefused) {
    const Folder folder;
    const std::string file = folder.write(
        "token.xlsx",
        workbook("<row r='1' a='" + std::string(std::size_t{8} << 20, 'a') + "'><c r='A1'><v>1</v></c></row>"));
    const ProgramRun run = run_program({"data", "inspect", file});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("longer than 1 MB"), std::string::npos) << run.err;
}

TEST(Circumstances, ASheetThatSwellsBeyondMemoryIsALimit) {
    const Folder folder;
    std::string rows = "<row r='1'><c r='A1' t='str'><v>a</v></c><c r='XFD1' t='str'><v>b</v></c></row>";
    for (int row = 2; row < 120'000; ++row)
        rows += "<row r='" + std::to_string(row) + "'><c r='XFD" + std::to_string(row) + "'><v>1</v></c></row>";
    const ProgramRun run = run_program({"data", "inspect", folder.write("tall.xlsx", workbook(rows))});
    EXPECT_EQ(run.status, 5);
    EXPECT_NE(run.err.find("tall.xlsx: the sheet is too large"), std::string::npos) << run.err;
}

TEST(Circumstances, WhatATerminalWouldObeyIsShown) {
    const Folder folder;
    const std::string file = folder.write("a.csv",
                                          "state,no\x1b[31mte\nKAZ,\x1b]0;owned\x07\nUZB,\xC2\x9B"
                                          "2J\n");
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"data", "inspect", file, "--format", "table"},
                                               {"data", "states", "--file", file, "--column", "x\x1b[2J"},
                                               {"align", "similarity", "--votes", file},
                                               {"data", "inspect", folder / "no\x1b[2Jfile.csv"},
                                               {"no\x1b[2Jcommand"}}) {
        const ProgramRun run = run_program(command);
        for (const std::string& text : {run.out, run.err}) {
            EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
            EXPECT_EQ(text.find('\x07'), std::string::npos) << text;
            EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << text;
        }
    }
    const ProgramRun shown = run_program({"data", "inspect", file, "--format", "table"});
    EXPECT_NE(shown.out.find("\\x1B[31m"), std::string::npos) << shown.out;
}

TEST(Circumstances, HelpThatCannotBeWrittenIsNoSuccess) {
    const Folder folder;
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"--help"}, {"--version"}, {"study", "run", "--help"}}) {
        const pid_t child = start_program(command, "/dev/full", folder / "err");
        int state = 0;
        ::waitpid(child, &state, 0);
        EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 4) << command[0];
    }
}

TEST(Circumstances, AByteOrderMarkMayStandTwice) {
    const Folder folder;
    const std::string file = folder.write("bom.csv", "\xEF\xBB\xBF\xEF\xBB\xBFstate,year\nKAZ,2001\n");
    const ProgramRun run = run_program({"data", "inspect", file, "--format", "csv"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.out.find("\nstate,"), std::string::npos) << run.out;
}

TEST(Circumstances, FoldersThatAreNotThereAreNoBugOfOurs) {
    const Folder folder;
    ::setenv("TMPDIR", "/nonexistent", 1);
    ASSERT_EQ(run_program({"study", "new", folder / "s", "--quiet"}).status, 0);
    ASSERT_EQ(run_program({"study", "run", folder / "s", "--quiet"}).status, 0);
    EXPECT_EQ(run_program({"study", "verify", folder / "s/output"}).status, 4);
    ::unsetenv("TMPDIR");
}

/// What an account may use of threads and memory, from too little on: nothing but success and a limit is ever met.
TEST(Circumstances, WhereMemoryOrThreadsEndTheStatusIsALimit) {
    if (!testing_cases::memory_can_be_limited()) GTEST_SKIP() << testing_cases::no_memory_limit;
    const Folder folder;
    const std::string file = folder.write("big.csv", rows_of_numbers(300'000));
    int limits = 0, successes = 0;
    for (rlim_t megabytes = 160; megabytes <= 900; megabytes += 20) {
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit limit{megabytes << 20, megabytes << 20};
            ::setrlimit(RLIMIT_AS, &limit);
            ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
            const std::string output = folder / "o.xlsx";
            CommandLine({"data", "convert", file, output}).execute();
            ::_exit(127);
        }
        int state = 0;
        ::waitpid(child, &state, 0);
        ASSERT_TRUE(WIFEXITED(state)) << megabytes << " MB: signal " << WTERMSIG(state);
        const int status = WEXITSTATUS(state);
        EXPECT_TRUE(status == 0 || status == 5 || status == 127) << megabytes << " MB: " << status;
        (status == 0 ? successes : limits) += 1;
    }
    EXPECT_GT(limits, 0);
    EXPECT_GT(successes, 0);
}

}  // namespace cli_circumstances_test
}  // namespace tarazy
