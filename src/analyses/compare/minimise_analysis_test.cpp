#include "analyses/compare/minimise_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace minimise_analysis_test {

AnalysisResult run_reversal(const ExampleStudy& example) {
    const StudyResult outcome = run_study(example.read(), all_methods());
    return *std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id);
}

TEST(MinimiseAnalysis, SolvesTheTableOfCases) {
    const ExampleStudy example;
    add_comparison(example, "expect = \"NORM,~THREAT\"\n");
    const AnalysisResult found = run_reversal(example);
    const Table& models = found.tables.front().table;
    ASSERT_GT(models.rows(), 0u);
    EXPECT_EQ(text_in(models, "solution", 0), "conservative");
    bool between = false;
    for (std::size_t row = 0; row < models.rows(); ++row)
        between = between || text_in(models, "solution", row).starts_with("intermediate C");
    EXPECT_TRUE(between);
    const Table& xy = *find_table(found.tables, "xy");
    EXPECT_EQ(xy.rows() % 7, 0u);  // seven cases a set
    EXPECT_EQ(find_table(found.tables, "memberships")->names,
              (std::vector<std::string>{"case", "GAVE_UP", "NORM", "THREAT", "PACT"}));
}

TEST(MinimiseAnalysis, WithoutExpectationsThereIsNoIntermediateSolution) {
    const ExampleStudy example;
    add_comparison(example);
    const AnalysisResult found = run_reversal(example);
    const Table& models = found.tables.front().table;
    for (std::size_t row = 0; row < models.rows(); ++row)
        EXPECT_FALSE(text_in(models, "solution", row).starts_with("intermediate"));
}

TEST(MinimiseAnalysis, CasesLeftOutAreNoted) {
    const ExampleStudy example;
    add_comparison(example);
    example.edit("data/cases.csv", "ISR,0,0,0.67,0", "ISR,0,,0.67,0");
    const AnalysisResult found = run_reversal(example);
    const Table* notes = find_table(found.tables, "notes");
    ASSERT_NE(notes, nullptr);
    EXPECT_EQ(text_in(*notes, "note", 0), "case 'ISR' is left out: no value of NORM");
}

TEST(MinimiseAnalysis, TheCommandSaysTheSame) {
    const ExampleStudy example;
    add_comparison(example, "pri_cut = 0.5\nexpect = \"NORM,~THREAT\"\nexclude = \"NORM*PACT\"\n");
    EXPECT_EQ(run_reversal(example).command,
              "tarazy compare minimise --data example/data/cases.csv --outcome 'GAVE_UP' --conditions "
              "'NORM,THREAT,PACT' --incl-cut 0.6 --pri-cut 0.5 --expect 'NORM,~THREAT' --exclude 'NORM*PACT' --format "
              "csv");
}

}  // namespace minimise_analysis_test
}  // namespace tarazy
