#include "analyses/simulate/ensemble_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "io/text_lines.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace ensemble_analysis_test {

TEST(EnsembleAnalysis, TellsFansEffectsThresholdsRegretSensitivityBoxesAndWhoJudged) {
    const std::vector<ResultTable> tables = prepared_analysis("grows").compute();
    for (const char* name : {"", "effect", "thresholds", "regret", "sensitivity", "boxes", "inputs", "notes"})
        ASSERT_NE(find_table(tables, name), nullptr) << name;
    EXPECT_EQ(find_table(tables, "")->rows(), 16u) << "2 policies, 2 outcomes, 4 years";
    EXPECT_EQ(find_table(tables, "sensitivity")->rows(), 6u);
    EXPECT_EQ(find_table(tables, "inputs")->names.back(), "judged_by");
    EXPECT_EQ(notes_in(tables).front(), "nobody is named for the range of 'rise'");
}

TEST(EnsembleAnalysis, AWrongScenarioIsToldAtItsLine) {
    PreparedAnalysis analysis = prepared_analysis("grows");
    analysis.tables.at("scenario") = edited(analysis.tables.at("scenario"), "base = 80", "base = -1");
    try {
        (void)analysis.compute();
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("scenario.toml:5:"), std::string::npos) << error.what();
    }
}

TEST(EnsembleAnalysis, AFileThatTheScenarioNamesIsRefused) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "ensemble_analysis_test";
    std::filesystem::create_directories(folder);
    write_file_atomically((folder / "actors.csv").string(),
                          "actor,capability,position,salience\nA,1,0,0.5\nB,2,50,0.5\nC,1,100,0.5\n");
    const std::string scenario = (folder / "scenario.toml").string();
    write_file_atomically(scenario,
                          "[run]\nbase = 10\n[[input]]\nname = 'capability_B'\nlower = 1\nupper = 2\n"
                          "[model]\nkind = 'smp'\nactors = 'actors.csv'\n");
    PreparedAnalysis analysis = prepared_analysis("grows");
    analysis.tables.at("scenario") = text_lines(scenario);
    for (AnalysisInput& input : analysis.plan.inputs) input.files = {scenario};
    try {
        (void)analysis.compute();
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("reads the file"), std::string::npos) << error.what();
    }
}

TEST(EnsembleAnalysis, OutcomesThatAreNotAskedForAreNotTold) {
    PreparedAnalysis analysis = prepared_analysis("grows");
    analysis.plan.parameters.set("outcomes", std::string("lean"));
    EXPECT_EQ(find_table(analysis.compute(), "")->rows(), 8u);
    EXPECT_EQ(find_table(analysis.compute(), "sensitivity")->rows(), 3u);
    EXPECT_EQ(find_table(analysis.compute(), "thresholds")->rows(), 2u) << "a threshold counts whatever is told";
    analysis.plan.parameters.set("outcomes", std::string("laen"));
    EXPECT_THROW((void)analysis.compute(), InputError);
}

TEST(EnsembleAnalysis, RunsCanBeFewerThanTheScenarioSays) {
    PreparedAnalysis analysis = prepared_analysis("grows");
    analysis.plan.parameters.set("runs", std::int64_t{30});
    EXPECT_EQ((*find_table(analysis.compute(), ""))["n"].integer(0), 30);
}

}  // namespace ensemble_analysis_test
}  // namespace tarazy
