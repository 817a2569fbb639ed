// What the user sees when an input is wrong: one clear message, the right exit status, nothing half-written.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace tarazy::testing_program {
namespace bad_input_test {

const std::string votes = "rcid,ccode,vote\n1,2,1\n1,365,3\n2,2,1\n2,365,2\n3,2,3\n3,365,3\n";

// What was seen: "--alpha: Value 0 not in range 0.000000 to 17976931348623157081452742373170435679807056752584...".
TEST(BadInput, NumbersOutOfRangeAreToldWithBoundsThatCanBeRead) {
    const std::string topics = TARAZY_SOURCE_DIR "/src/text/testdata/two_topics.csv";
    const ProgramRun alpha = run_program({"text", "topics", topics, "--k", "2", "--alpha", "0"});
    EXPECT_EQ(alpha.status, 2);
    EXPECT_TRUE(alpha.err.starts_with("tarazy: --alpha is 0; give a number above 0\n")) << alpha.err;
    const ProgramRun plan = run_program(
        {"text", "estimate", "--codes", TARAZY_SOURCE_DIR "/src/text/testdata/machine_codes.csv", "--plan", "0"});
    EXPECT_EQ(plan.status, 2);
    EXPECT_TRUE(plan.err.starts_with("tarazy: --plan is 0; give a number from 1e-09 to 1e+12\n")) << plan.err;
}

struct BadVotes {
    const char* name;
    std::string bytes;
    const char* position;  ///< after the file's name
    const char* says;      ///< part of the message
};

void PrintTo(const BadVotes& bad, std::ostream* out) {
    *out << bad.name;
}

std::string utf16(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) bytes += {c, '\0'};
    return bytes;
}

std::string million_columns() {
    std::string header;
    for (int i = 0; i < 1'000'000; ++i) header += (i > 0 ? ",c" : "c") + std::to_string(i);
    return header + "\n1,2\n";
}

class VotesFile : public testing::TestWithParam<BadVotes> {};

TEST_P(VotesFile, IsRefusedWithOneClearMessage) {
    const BadVotes& bad = GetParam();
    const Folder folder;
    const std::string file = folder.write("votes.csv", bad.bytes);
    const ProgramRun run = run_program({"align", "similarity", "--votes", file, "--output", folder / "result.csv"});
    EXPECT_EQ(run.status, 3) << run.err;
    EXPECT_NE(run.err.find(file + bad.position), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(bad.says), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("; "), std::string::npos) << "no remedy: " << run.err;
    EXPECT_LT(run.err.size(), 4000u) << "too long to read";
    EXPECT_EQ(folder.entries(), 1u) << "something was left behind";
}

INSTANTIATE_TEST_SUITE_P(
    BadInput, VotesFile,
    testing::Values(BadVotes{"MissingColumn", "rcid,ccode,vtoe\n1,2,1\n", ":1", "did you mean 'vtoe'?"},
                    BadVotes{"WrongType", "rcid,ccode,vote\n1,2,maybe\n", ":2:3: ", "'maybe'"},
                    BadVotes{"NotANumber", "rcid,ccode,vote\n1,2,1\n1,365,NaN\n", ":3:3: ", "'NaN'"},
                    BadVotes{"Infinity", "rcid,ccode,vote\n1,2,1\n1,365,inf\n", ":3:3: ", "'inf'"},
                    BadVotes{"VoteOutsideTheThree", votes + "4,2,7\n", ":8:3: ", "7"},
                    BadVotes{"DuplicateKey", votes + "2,365,1\n", ":8", "line 5"},
                    BadVotes{"EmptyFile", "", ": ", "empty"},
                    BadVotes{"HeaderOnly", "rcid,ccode,vote\n", ":1: ", "no rows"},
                    BadVotes{"CutUtf16", utf16(votes) + "x", ":1: ", "UTF-16"},
                    BadVotes{"UnclosedQuote", "rcid,ccode,vote\n1,2,\"1\n1,365,3\n", ":2:", "quote"},
                    BadVotes{"TooFewFields", "rcid,ccode,vote\n1,2\n1,365,3\n", ":2", "2"},
                    BadVotes{"LineOfTenMegabytes", "rcid,ccode,vote\n1,2," + std::string(10'000'000, 'x') + "\n",
                             ":2:3: ", "xxx"},
                    BadVotes{"TwoColumnsOfOneName", "rcid,ccode,vote,vote\n1,2,1,1\n", ":1", "vote"}),
    [](const auto& bad) { return std::string(bad.param.name); });

TEST(BadInput, AMillionColumnsAreALimitOrAProblemButNeverACrash) {
    const Folder folder;
    const std::string file = folder.write("wide.csv", million_columns());
    const ProgramRun run = run_program({"align", "similarity", "--votes", file});
    EXPECT_TRUE(run.status == 3 || run.status == 5) << run.status;
    EXPECT_NE(run.err.find("column"), std::string::npos) << run.err.substr(0, 300);
    EXPECT_LT(run.err.size(), 4000u);
}

TEST(BadInput, ATruncatedGzipFileIsNamed) {
    const Folder folder;
    const std::string file = folder / "votes.csv.gz";
    std::string many = "rcid,ccode,vote\n";
    for (int i = 0; i < 20000; ++i) many += std::to_string(i) + ",2," + std::to_string(1 + i * 7 % 3) + "\n";
    gzFile gz = gzopen(file.c_str(), "wb");
    gzwrite(gz, many.data(), static_cast<unsigned>(many.size()));
    gzclose(gz);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const ProgramRun run = run_program({"align", "similarity", "--votes", file});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(file), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("too early"), std::string::npos) << run.err;
}

TEST(BadInput, AnUnknownStateIsNamedWithItsNearestNeighbour) {
    const Folder folder;
    const ProgramRun run =
        run_program({"align", "similarity", "--votes", folder.write("votes.csv", votes), "--states", "RUS,USB"});
    EXPECT_TRUE(run.status == 2 || run.status == 3) << run.err;
    EXPECT_NE(run.err.find("USB"), std::string::npos) << run.err;
}

TEST(BadInput, AnUnwritableOutputIsAFileError) {
    const Folder folder;
    const std::string file = folder.write("votes.csv", votes);
    for (const std::string& output : {folder / "no/such/folder/x.csv", file + "/x.csv", std::string("/proc/x.csv")}) {
        const ProgramRun run = run_program({"align", "similarity", "--votes", file, "--output", output});
        EXPECT_EQ(run.status, 4) << output << ": " << run.err;
        EXPECT_NE(run.err.find(output), std::string::npos) << run.err;
    }
    EXPECT_EQ(folder.entries(), 1u);
}

TEST(BadInput, AFullDiskLeavesTheOldResult) {
    const Folder folder;
    std::string many = "rcid,ccode,vote\n";
    for (int state = 1; state <= 60; ++state)
        many += "1," + std::to_string(state * 10) + ",1\n2," + std::to_string(state * 10) + ",3\n";
    const std::string file = folder.write("votes.csv", many);
    const std::string result = folder.write("result.csv", "the old result\n");
    const ProgramRun run = run_program({"align", "similarity", "--votes", file, "--output", result}, 8192);
    EXPECT_EQ(run.status, 4) << run.err;
    EXPECT_EQ(bytes_of(result), "the old result\n");
    EXPECT_EQ(folder.entries(), 2u);
}

TEST(BadInput, AMissingFileIsAFileErrorAndAFolderToo) {
    const Folder folder;
    EXPECT_EQ(run_program({"align", "similarity", "--votes", folder / "none.csv"}).status, 4);
    EXPECT_EQ(run_program({"align", "similarity", "--votes", folder / ""}).status, 4);
}

TEST(Usage, AMistypedOptionOrCommandSuggestsTheRightOne) {
    const ProgramRun option = run_program({"align", "similarity", "--vots", "x.csv"});
    EXPECT_EQ(option.status, 2);
    EXPECT_NE(option.err.find("--votes"), std::string::npos) << option.err;
    const ProgramRun command = run_program({"align", "similarty"});
    EXPECT_EQ(command.status, 2);
    EXPECT_NE(command.err.find("similarity"), std::string::npos) << command.err;
}

TEST(Usage, HelpOfEveryCommandOpensWithTwoExamples) {
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{"align", "similarity"},
                                                                                         {"align", "shares"},
                                                                                         {"data", "inspect"},
                                                                                         {"data", "convert"},
                                                                                         {"data", "validate"},
                                                                                         {"data", "states"},
                                                                                         {"trace", "dates"},
                                                                                         {"study", "new"},
                                                                                         {"study", "check"},
                                                                                         {"study", "run"},
                                                                                         {"study", "verify"},
                                                                                         {"study", "diff"},
                                                                                         {"study", "derive"}}) {
        std::vector<std::string> words = command;
        words.push_back("--help");
        const ProgramRun run = run_program(words);
        EXPECT_EQ(run.status, 0);
        const std::string call = "tarazy " + command[0] + ' ' + command[1];
        const std::size_t first = run.out.find(call);
        EXPECT_LT(first, 40u) << run.out.substr(0, 200);
        EXPECT_NE(run.out.find(call, first + 1), std::string::npos) << call << " has only one example";
    }
}

}  // namespace bad_input_test
}  // namespace tarazy::testing_program
