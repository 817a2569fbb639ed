// The command that a run names for an analysis gives what the run gave.

#include "cli/program_run_test.hpp"
#include "ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace by_hand_test {

using namespace testing_program;

std::vector<std::string> arguments_in(const std::string& command) {
    std::vector<std::string> words{""};
    char quote = 0;
    for (const char c : command) {
        if (quote == 0 && c == ' ') {
            words.emplace_back();
        } else if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

/// The study with an analysis by every method, run once, and what its ledger names.
class ByHand : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy(std::string(TARAZY_SOURCE_DIR) + "/src/analyses/testdata/every_method",
                              folder / "every_method", std::filesystem::copy_options::recursive);
        const ProgramRun run = run_program({"study", "run", folder / "every_method", "--output", folder / "out", "-q"});
        ASSERT_TRUE(std::filesystem::exists(folder / "out/ledger.sqlite")) << run.err;
        analyses = read_ledger(folder / "out/ledger.sqlite").analyses;
    }

    /// What the command of an analysis prints, typed beside the study's folder.
    [[nodiscard]] ProgramRun by_hand(const AnalysisRecord& analysis) const {
        std::vector<std::string> words = arguments_in(analysis.command);
        words.erase(words.begin());
        for (std::string& word : words)
            if (word == "summary.csv" || word == "every_method" || word.starts_with("every_method/"))
                word = folder / word;
        words.insert(words.end(), {"--output", folder / "printed.csv", "-q"});
        std::filesystem::remove(folder / "printed.csv");
        return run_program(words);
    }

    const Folder folder;
    std::vector<AnalysisRecord> analyses;
};

TEST_F(ByHand, EveryAnalysisHasACommandOfItsOwn) {
    std::set<std::string> commands;
    for (const AnalysisRecord& analysis : analyses) {
        EXPECT_TRUE(analysis.command.starts_with("tarazy ")) << analysis.id;
        EXPECT_TRUE(commands.insert(analysis.command).second) << analysis.id << ": " << analysis.command;
    }
}

TEST_F(ByHand, TheCommandPrintsTheTableOfTheRun) {
    // Commands whose table is that of the study; others print the same numbers in another order or with more beside.
    const std::set<std::string> same = {"regimes", "speeches", "shares_ties", "chronology", "contrast"};
    std::size_t compared = 0;
    for (const AnalysisRecord& analysis : analyses) {
        const bool through_study = analysis.command.starts_with("tarazy study run ");
        if (!through_study && !same.contains(analysis.id)) continue;
        const ProgramRun run = by_hand(analysis);
        ASSERT_EQ(run.status, 0) << analysis.command << '\n' << run.err;
        EXPECT_TRUE(bytes_of(folder / "printed.csv") == bytes_of(folder / ("out/results/" + analysis.id + ".csv")))
            << analysis.command;
        ++compared;
    }
    EXPECT_GT(compared, 10u);
}

TEST_F(ByHand, AnotherTableOrANameThatIsNoneIsTold) {
    const std::vector<std::string> study = {"study", "run", folder / "every_method", "--only"};
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), study.begin(), study.end());
        return run_program(more);
    };
    const ProgramRun summary = run({"shares", "--table", "summary", "--format", "csv"});
    EXPECT_EQ(summary.out, bytes_of(folder / "out/results/shares.summary.csv")) << summary.err;
    const ProgramRun unknown = run({"share"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.err.find("did you mean 'shares'?"), std::string::npos) << unknown.err;
    const ProgramRun no_table = run({"shares", "--table", "sumary"});
    EXPECT_EQ(no_table.status, 2);
    EXPECT_NE(no_table.err.find("did you mean 'summary'?"), std::string::npos) << no_table.err;
    EXPECT_EQ(run_program({"study", "run", folder / "every_method", "--table", "summary"}).status, 2);
    EXPECT_EQ(run({""}).status, 2) << "an empty name is no wish for the whole study";
    EXPECT_FALSE(std::filesystem::exists(folder / "every_method/output"));
}

TEST_F(ByHand, NoTableTakesThePlaceOfAFileOfTheStudy) {
    const std::string study = folder / "every_method";
    for (const std::string& kept :
         {study + "/study.toml", folder / "out/ledger.sqlite", folder / "out/results/shares.csv"}) {
        const std::string before = bytes_of(kept);
        ASSERT_FALSE(before.empty()) << kept;
        for (const std::vector<std::string>& command :
             {std::vector<std::string>{"study", "run", study, "--only", "shares", "-o", kept},
              {"study", "check", study, "--no-run", "-o", kept}}) {
            const ProgramRun run = run_program(command);
            EXPECT_EQ(run.status, 2) << kept << run.err;
            EXPECT_NE(run.err.find("among the files of a study"), std::string::npos) << run.err;
            EXPECT_EQ(bytes_of(kept), before);
        }
    }
}

}  // namespace by_hand_test
}  // namespace tarazy
