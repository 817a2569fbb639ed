#include "cli/program.hpp"

#include "base/error.hpp"
#include "cli/program_run_test.hpp"
#include "table/table.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace program_test {
namespace {

using namespace tarazy;
using namespace tarazy::testing_program;

TEST(Program, RunsACommandInTheProcessAndGivesItsTable) {
    const CommandResult result = run_command({"data", "states", "Kazakhstan"});
    ASSERT_TRUE(result.table);
    EXPECT_EQ(result.status, exit_done);
    EXPECT_EQ(result.table->rows(), 1u);
    EXPECT_EQ(result.text, "");
}

TEST(Program, HelpAndVersionAreTexts) {
    EXPECT_TRUE(run_command({"--version"}).text.starts_with("tarazy "));
    EXPECT_NE(run_command({"align", "similarity", "--help"}).text.find("Examples:"), std::string::npos);
}

TEST(Program, WhatGoesWrongIsThrown) {
    EXPECT_THROW((void)run_command({"align", "similarty"}), UsageError);
    EXPECT_THROW((void)run_command({"data", "inspect", "no_such_file.csv"}), FileError);
}

TEST(Program, TablesAreReadInPlaceOfFiles) {
    GivenTables tables;
    tables["frame"].add("state", Column(std::vector<std::string>{"KAZ", "MNG"}));
    tables["frame"].add("gdp", Column(std::vector<double>{1.5, 0.1 + 0.2}));
    const CommandResult result = run_command({"data", "convert", "frame", "-"}, tables);
    ASSERT_TRUE(result.table);
    EXPECT_EQ(*(*result.table)["gdp"].real(1), 0.1 + 0.2) << "all digits";
}

TEST(Program, TellsWhatIsUnderWayAsLines) {
    const std::string folder = testing::TempDir() + "progress_lines";
    ASSERT_EQ(run_program({"study", "new", folder, "--quiet"}).status, 0);
    const ProgramRun run = run_program({"study", "run", folder, "--progress", "lines", "--quiet"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("{\"progress\":\"analysis "), std::string::npos) << run.err;
    std::filesystem::remove_all(folder);
}

TEST(Program, ATableWhereACommandTakesNoneIsRefused) {
    GivenTables tables;
    tables["<exposure>"].add("state", Column(std::vector<std::string>{"KAZ"}));
    const auto run = [&](const std::vector<std::string>& arguments) { (void)run_command(arguments, tables); };
    try {
        run({"data", "states", "<exposure>"});
        FAIL() << "taken for the name of a state";
    } catch (const UsageError& error) {
        EXPECT_TRUE(std::string(error.what()).starts_with("<exposure> is a table")) << error.what();
    }
    EXPECT_THROW(run({"study", "check", "<exposure>"}), UsageError);
    EXPECT_THROW(run({"data", "inspect", "examples/nile/nile.csv", "--header-row", "<exposure>"}), UsageError);
}

TEST(Program, TablesStandForDocumentsAndGraphs) {
    GivenTables tables;
    tables["<paths>"].add("doc_id", Column(std::vector<std::string>{"a", "b"}));
    tables["<paths>"].add("text", Column(std::vector<std::string>{"We chose peace.", "Nobody else did."}));
    EXPECT_EQ(run_command({"text", "language", "<paths>"}, tables).table->rows(), 2u);
    GivenTables links;
    links["<file>"].add("from", Column(std::vector<std::string>{"x", "z", "z"}));
    links["<file>"].add("to", Column(std::vector<std::string>{"y", "x", "y"}));
    links["<file>"].add("type", Column(std::vector<std::string>(3, "causes")));
    links["<file>"].add("basis", Column(std::vector<std::string>(3, "literature")));
    EXPECT_NE(run_command({"trace", "graph", "<file>", "--exposure", "x", "--outcome", "y"}, links).json, "");
}

}  // namespace
}  // namespace program_test
